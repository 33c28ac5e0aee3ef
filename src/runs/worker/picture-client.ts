import * as Comlink from 'comlink'
import type { AssetFailure } from '../../assets/failure'
import type { PictureContract, PictureRequest } from '../picture'
import { threadFailure } from './connection'
import { createThread, type ThreadOptions } from './thread'

/** What the thread of pictures offers. */
export type PictureApi = {
  readonly draw: (request: PictureRequest, report: (share: number) => void) => Promise<Float64Array>
}

/** The page's side of the thread that draws pictures. Failures are data. */
export function createPictureClient(ports: ThreadOptions): PictureContract {
  const thread = createThread<PictureApi>(ports)
  return {
    draw: async (request, report) => {
      try {
        const places = await thread.call((api) => api.draw(request, Comlink.proxy(report)))
        return { ok: true, places }
      } catch (error) {
        return { ok: false, failure: threadFailure(error, 'picture') }
      }
    },
    stop: () => thread.end(stopped),
  }
}

const stopped: AssetFailure = {
  code: 'drawing_stopped',
  message: 'The picture was stopped before it was done.',
  path: 'picture',
  hint: 'Choose UMAP again to draw it.',
}

/** A client with a thread of its own. */
export function startPictureClient(): PictureContract {
  return createPictureClient({
    spawn: () => new Worker(new URL('./picture.worker.ts', import.meta.url), { type: 'module' }),
    clock: () => Date.now(),
    idleAfter: 10_000,
  })
}

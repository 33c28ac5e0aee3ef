import * as Comlink from 'comlink'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { umapPicture } from '../../assets/umap-picture'
import { createPictureClient, type PictureApi } from './picture-client'

const open: MessagePort[] = []

afterEach(() => {
  for (const port of open.splice(0)) port.close()
})

const rows = { X: Float64Array.from({ length: 40 }, (_, i) => i), nSamples: 20, nFeatures: 2 }
const request = { rows, seed: 42 }

/** A thread made of a MessageChannel: everything that crosses is really cloned. */
function clientOver(api: PictureApi) {
  const terminate = vi.fn()
  const client = createPictureClient({
    spawn: () => {
      const { port1, port2 } = new MessageChannel()
      open.push(port1, port2)
      Comlink.expose(api, port2)
      return Object.assign(port1, { terminate })
    },
    clock: () => 0,
    idleAfter: 60_000,
  })
  return { client, terminate }
}

describe('the page and the thread of pictures', () => {
  test('a picture and how far it is come through', async () => {
    const { client } = clientOver({
      draw: async ({ rows: given, seed }, report) => umapPicture(given, seed, report),
    })
    const report = vi.fn()
    const answer = await client.draw(request, report)
    expect(answer).toEqual({ ok: true, places: umapPicture(rows, 42, () => {}) })
    await vi.waitFor(() => expect(report).toHaveBeenLastCalledWith(1))
  })

  test('one that is stopped is a failure that says so, and the thread is ended', async () => {
    const { client, terminate } = clientOver({ draw: () => new Promise(() => {}) })
    const drawing = client.draw(request, () => {})
    client.stop()
    expect(await drawing).toMatchObject({ ok: false, failure: { code: 'drawing_stopped' } })
    expect(terminate).toHaveBeenCalledOnce()
  })
})

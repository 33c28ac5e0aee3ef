import type { FileSight } from '../../files/watch-changes'
import type { FolderHandle } from '../../runs/kept-watch'
import type { FolderAnswer, Services } from '../services'
import { lookEvery } from '../watch/look-at-folder'
import { type FakeServices, fakeServices } from './fake-services'

/**
 * A folder in memory, and a clock that moves when a test says so: `pass` lets looks happen.
 * A file's text is its name as the fake client understands it, its bytes tell versions apart.
 */
export function fakeFolder(services: FakeServices = fakeServices()) {
  const files = new Map<string, { readonly text: string; readonly modifiedAt: number }>()
  const handle: FolderHandle = { kind: 'directory', name: 'exports' }
  let now = 1_000_000
  let onTick: () => void = () => undefined
  const disk = { isAllowed: true, trouble: null as Extract<FolderAnswer, { ok: false }> | null }
  const sightOf = (name: string): FileSight => {
    const file = files.get(name)
    return file === undefined ? 'gone' : { size: file.text.length, modifiedAt: file.modifiedAt }
  }
  const folders: Services['folders'] = {
    support: 'yes',
    choose: async () => handle,
    mayRead: async () => disk.isAllowed,
    look: async (_folder, watched) =>
      disk.trouble ?? {
        ok: true,
        names: [...files.keys()].toSorted(),
        sights: new Map(watched.map((name) => [name, sightOf(name)])),
      },
    read: async (_folder, name) => {
      const file = files.get(name)
      return file === undefined
        ? null
        : new File([file.text], name, { lastModified: file.modifiedAt })
    },
    observe: () => () => undefined,
  }
  /** Lets this many looks happen, five seconds apart, each with all that follows from it. */
  const pass = async (nLooks: number, ms = lookEvery) => {
    for (let i = 0; i < nLooks; i++) {
      now += ms
      onTick()
      await settled()
    }
  }
  const watched: FakeServices = {
    ...services,
    folders,
    now: () => now,
    ticks: (_ms, tick) => {
      onTick = tick
      return () => {
        onTick = () => undefined
      }
    },
  }
  return {
    services: watched,
    disk,
    handle,
    pass,
    now: () => now,
    write: (name: string, text: string) => files.set(name, { text, modifiedAt: now }),
    remove: (name: string) => files.delete(name),
  }
}

/** Fake services answer in microtasks: a turn of the event loop is after all of them. */
export function settled(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0))
}

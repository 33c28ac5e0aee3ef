import type { FolderHandle, RunTimer } from '../../runs/kept-watch'
import type { Slice } from '../app-state'
import { attempt } from '../attempt'
import type { Folders, Services } from '../services'
import { handleOf, noWatch, type WatchState } from './watch-state'
import { nextRun } from './timer'

export type WatchSlice = {
  readonly watch: WatchState
  /** Whether this browser lets a page read a folder. */
  readonly folderSupport: Folders['support']
  /** Lets a person choose a folder; its files of the names on the desk are followed. */
  readonly chooseFolder: () => Promise<void>
  /** Watches a folder that is known, once the person lets the page read it. */
  readonly watchFolder: (folder: FolderHandle) => Promise<void>
  readonly stopWatching: () => void
  /** Follows a file of the folder, which is put on the desk where it is not; or leaves it out. */
  readonly followFile: (name: string, isFollowed: boolean) => Promise<void>
  readonly setRunsByItself: (runsByItself: boolean) => void
  readonly setTimer: (timer: RunTimer | null) => void
  /** Takes the offer to run away; the files stay as they were read. */
  readonly dismissChanges: () => void
}

export const createWatchSlice =
  ({ folders, now }: Services): Slice<WatchSlice> =>
  (set, get) => {
    const change = (part: Partial<WatchState>) =>
      set(({ watch }) => ({ watch: { ...watch, ...part } }))
    const tried = async (work: () => Promise<void>) => {
      await attempt({ set }, work)
    }
    const watchFolder = async (handle: FolderHandle) => {
      const isAllowed = await folders.mayRead(handle, true)
      change({
        folder: isAllowed
          ? { status: 'watching', handle, names: null, files: [] }
          : { status: 'lost', handle, why: 'denied' },
      })
    }
    const addFile = async (name: string) => {
      const handle = handleOf(get().watch.folder)
      const file = handle === null ? null : await folders.read(handle, name)
      // Where it cannot be read, the list of the next look says so.
      if (file !== null) await get().addFiles([{ name, blob: file }])
    }
    return {
      watch: noWatch,
      folderSupport: folders.support,
      chooseFolder: () =>
        tried(async () => {
          const folder = await folders.choose()
          if (folder === null) return
          change({ leftOut: [], refused: new Map() })
          await watchFolder(folder)
        }),
      watchFolder: (folder) => tried(() => watchFolder(folder)),
      stopWatching: () => change({ folder: { status: 'none' }, changed: [], refused: new Map() }),
      followFile: (name, isFollowed) =>
        tried(async () => {
          const others = get().watch.leftOut.filter((other) => other !== name)
          change({ leftOut: isFollowed ? others : [...others, name] })
          const isOnDesk = get().entries.some((entry) => entry.name === name)
          if (isFollowed && !isOnDesk) await addFile(name)
        }),
      setRunsByItself: (runsByItself) =>
        set(({ watch }) => ({
          watch: {
            ...watch,
            runsByItself,
            wish: runsByItself || watch.wish?.by !== 'file' ? watch.wish : null,
          },
        })),
      setTimer: (timer) => change({ timer, nextAt: timer === null ? null : nextRun(timer, now()) }),
      dismissChanges: () =>
        change({ changed: [], ...(get().watch.wish?.by === 'file' ? { wish: null } : {}) }),
    }
  }

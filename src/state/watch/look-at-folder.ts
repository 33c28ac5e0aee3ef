import {
  changesOf,
  isSameSight,
  type Standing,
  standingOf,
  type WatchedFile,
} from '../../files/watch-changes'
import type { FolderHandle } from '../../runs/kept-watch'
import type { AppState, SliceApi } from '../app-state'
import type { FolderAnswer } from '../services'
import type { SourceEntry } from '../sources/sources-slice'
import { type FolderWatch, happen } from './watch-state'
import { takeOver, type TakeServices } from './take-over'

/** How often a folder is looked at, and how long a file has to stand still to count as written. */
export const lookEvery = 5000
/** A timer is a little early or late: two looks in a row are one interval apart. */
const quiet = lookEvery - 500

/** How a followed file stands at a moment. */
export function standingNow(file: WatchedFile, now: number): Standing {
  return standingOf(file, now, quiet)
}

type Watching = Extract<FolderWatch, { readonly status: 'watching' }>

/** One look at the watched folder; what changed and stood still is read and put on the desk. */
export async function lookAtFolder(services: TakeServices, api: SliceApi): Promise<void> {
  const { watch, entries } = api.get()
  const { folder } = watch
  if (folder.status !== 'watching') return
  const followed = entries.map(({ name }) => name).filter((name) => !watch.leftOut.includes(name))
  const answer = await services.folders.look(folder.handle, followed)
  const at = services.now()
  if (!isWatching(api.get(), folder.handle)) return
  if (answer.ok) await followFiles({ ...answer, at }, services, api)
  else
    happen(api, { at, kind: 'lost', why: answer.why }, () => ({
      folder: { status: 'lost', handle: folder.handle, why: answer.why },
    }))
}

type Found = Extract<FolderAnswer, { readonly ok: true }> & { readonly at: number }

async function followFiles(found: Found, services: TakeServices, api: SliceApi): Promise<void> {
  const { folder } = api.get().watch
  if (folder.status !== 'watching') return
  const { entries } = api.get()
  const files = changesOf(folder.files, found).map((file) => asRead(file, entries))
  showFiles(api, { ...folder, names: found.names, files })
  const { at } = found
  for (const { name, sight } of files)
    if (
      sight === 'gone' &&
      folder.files.some((file) => file.name === name && file.sight !== 'gone')
    )
      happen(api, { at, kind: 'gone', name })
  for (const file of files)
    if (standingNow(file, at) === 'changed')
      await takeOver(file.name, folder.handle, { ...services, ...api })
}

function isWatching({ watch: { folder } }: AppState, handle: FolderHandle): boolean {
  return folder.status === 'watching' && folder.handle === handle
}

/** A file that stands as it was when it was dropped need not be read a second time. */
function asRead(file: WatchedFile, entries: readonly SourceEntry[]): WatchedFile {
  if (file.read !== null || typeof file.sight === 'string') return file
  const entry = entries.find(({ name }) => name === file.name)
  if (entry?.status !== 'ready' || entry.source.modifiedAt === undefined) return file
  const { profile, modifiedAt } = entry.source
  return isSameSight(file.sight, { size: profile.size, modifiedAt })
    ? { ...file, read: file.sight }
    : file
}

/** Nothing is set while nothing differs: each change of the state is drawn. */
function showFiles({ get, set }: SliceApi, next: Watching): void {
  const { folder } = get().watch
  if (folder.status !== 'watching') return
  const isSame =
    folder.names?.join('\n') === next.names?.join('\n') &&
    folder.files.length === next.files.length &&
    next.files.every((file, i) => file === folder.files[i])
  if (!isSame) set(({ watch }) => ({ watch: { ...watch, folder: next } }))
}

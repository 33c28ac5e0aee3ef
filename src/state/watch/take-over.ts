import type { AssetFailure } from '../../assets/failure'
import type { FileStamp } from '../../files/watch-changes'
import type { FolderHandle } from '../../runs/kept-watch'
import type { SliceApi } from '../app-state'
import type { Services } from '../services'
import { type ReadBytes, renewSource, withBytes } from './renew-source'
import { happen } from './watch-state'

export type TakeServices = Pick<Services, 'folders' | 'client' | 'now'>

/** Reads a file that was written, and puts it in the place of the one before if it can be used. */
export async function takeOver(
  name: string,
  folder: FolderHandle,
  { folders, client, now, ...api }: TakeServices & SliceApi,
): Promise<void> {
  const file = await folders.read(folder, name)
  const entry = api.get().entries.find((each) => each.name === name)
  // It went on changing, or the desk is at it: the next look sees how it stands then.
  if (file === null || entry === undefined || entry.status === 'reading') return
  const stamp = { size: file.size, modifiedAt: file.lastModified }
  if (entry.status === 'failed' || entry.status === 'lost') {
    await api.get().addFiles([{ name, blob: file }])
    markRead(api, name, { stamp, failure: null })
    return
  }
  const renewal = await renewSource(entry, file, client)
  const failure = renewal.kind === 'refused' ? renewal.failure : null
  if (renewal.kind === 'renewed' && !putBytes(api, entry.id, renewal.bytes)) return
  markRead(api, name, { stamp, failure })
  const at = now()
  if (renewal.kind === 'refused') happen(api, { at, kind: 'refused', name })
  if (renewal.kind === 'renewed')
    happen(api, { at, kind: 'changed', name }, ({ changed, runsByItself, wish }) => ({
      changed: [...changed.filter((other) => other.name !== name), { name, at }],
      wish: runsByItself ? (wish ?? { by: 'file' }) : wish,
    }))
}

/** False when it left the desk, or is read another way, meanwhile. */
function putBytes({ get, set }: SliceApi, id: string, bytes: ReadBytes): boolean {
  const isThere = get().entries.some((entry) => entry.id === id && entry.status === 'ready')
  if (isThere)
    set(({ entries }) => ({
      entries: entries.map((entry) =>
        entry.id === id && entry.status === 'ready' ? withBytes(entry, bytes) : entry,
      ),
    }))
  return isThere
}

type ReadMark = { readonly stamp: FileStamp; readonly failure: AssetFailure | null }

function markRead({ set }: SliceApi, name: string, { stamp, failure }: ReadMark): void {
  set(({ watch }) => {
    const { folder } = watch
    if (folder.status !== 'watching') return {}
    const files = folder.files.map((file) => (file.name === name ? { ...file, read: stamp } : file))
    const refused = new Map(watch.refused)
    if (failure === null) refused.delete(name)
    else refused.set(name, failure)
    return { watch: { ...watch, folder: { ...folder, files }, refused } }
  })
}

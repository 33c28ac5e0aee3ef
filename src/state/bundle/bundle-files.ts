import type { BundledFile } from '../../runs/bundle/bundle'
import { canonicalJson } from '../../runs/canonical-json'
import type { FileHandle, Source } from '../../runs/contract'
import type { Services } from '../services'
import type { SourceEntry } from '../sources/sources-slice'

/** A file that a run needs and the bundle does not hold. */
export type NeededFile = {
  readonly name: string
  readonly size: number
  readonly digest: string
}

/** Where the bytes of a file of the run are: in the bundle, else on the desk under any name. */
export function blobFor(file: BundledFile, desk: readonly Source[]): Blob | null {
  if (file.blob !== null) return file.blob
  const same = desk.find(({ profile }) => profile.digest === file.digest)
  return same?.file.kind === 'blob' ? same.file.blob : null
}

/**
 * Reads a file of the run as the run read it: its name, role, columns and options. What was guessed
 * then and is guessed again now counts as guessed, not as chosen.
 */
export async function entryOf(
  file: BundledFile,
  blob: Blob,
  { client, newId }: Pick<Services, 'client' | 'newId'>,
): Promise<SourceEntry> {
  const { name, role, columns, options } = file
  const handle: FileHandle = { kind: 'blob', name, blob }
  const id = newId()
  const guessed = await client.inspect(handle, {}, () => undefined)
  const isAsGuessed =
    options === undefined ||
    (guessed.ok && canonicalJson(guessed.profile.options) === canonicalJson(options))
  const overrides = isAsGuessed ? {} : options
  const read = isAsGuessed ? guessed : await client.inspect(handle, options, () => undefined)
  if (!read.ok)
    return { status: 'failed', id, name, file: handle, failure: read.failure, overrides }
  const source = { id, role, name, file: handle, profile: read.profile, columns }
  return { status: 'ready', id, name, source, reason: 'As in the run of the bundle', overrides }
}

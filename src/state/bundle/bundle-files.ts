import type { BundledFile } from '../../runs/bundle/bundle'
import { canonicalJson } from '../../runs/canonical-json'
import type { Configuration } from '../../config/configuration'
import type { FileHandle, Source } from '../../runs/contract'
import { overridesOf, settingsOf } from '../../runs/read-options'
import type { Services } from '../services'
import { wantedOverrides } from '../sources/readers'
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

type Ports = Pick<Services, 'client' | 'newId'> & { readonly configuration: Configuration }

/**
 * Reads a file of the run as the run read it: its name, role, columns and options. What its
 * configuration leaves to the guess and is guessed again now counts as guessed, not as chosen.
 */
export async function entryOf(
  file: BundledFile,
  blob: Blob,
  { client, newId, configuration }: Ports,
): Promise<SourceEntry> {
  const { name, role, columns, options } = file
  const handle: FileHandle = { kind: 'blob', name, blob }
  const id = newId()
  const wanted = wantedOverrides(configuration, name)
  const guessed = await client.inspect(handle, wanted, () => undefined)
  const isAsGuessed =
    options === undefined ||
    (guessed.ok && canonicalJson(guessed.profile.options) === canonicalJson(options))
  const overrides = isAsGuessed ? wanted : overridesOf(settingsOf(options))
  const read = isAsGuessed ? guessed : await client.inspect(handle, options, () => undefined)
  if (!read.ok) {
    const { failure } = read
    return { status: 'failed', id, name, file: handle, failure, overrides, before: null }
  }
  const source = { id, role, name, file: handle, profile: read.profile, columns }
  return { status: 'ready', id, name, source, reason: 'As in the run of the bundle', overrides }
}

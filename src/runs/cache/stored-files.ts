import type { Source } from '../contract'
import type { LostSource } from '../pending-run'
import { isFull } from './storage-failure'

/** A file without its bytes: those lie once, by digest, if at all. */
export type StoredSource = LostSource

/** The part of the store of bytes that is needed to fill it. */
type Bytes = {
  readonly getKey: (digest: string) => Promise<string | undefined>
  readonly put: (blob: Blob, digest: string) => Promise<string>
}

export function withoutBytes({ file: _file, ...source }: Source): StoredSource {
  return source
}

/**
 * Bytes of a file up to which a copy of it is kept. That of a larger one would take seconds and more
 * disk than a page should, or more than the browser gives it.
 */
const copiedAtMost = 5e8

/** Puts the bytes of files that are not here yet. */
async function putBytes(files: Bytes, sources: readonly Source[]): Promise<void> {
  for (const { file, profile } of sources)
    if (
      file.kind === 'blob' &&
      file.blob.size <= copiedAtMost &&
      (await files.getKey(profile.digest)) === undefined
    )
      await files.put(file.blob, profile.digest)
}

/** The files whose bytes are still here, and those whose are not. */
export async function withBytes(
  stored: readonly StoredSource[],
  read: (digest: string) => Promise<Blob | undefined>,
): Promise<{ readonly sources: readonly Source[]; readonly lostSources: readonly LostSource[] }> {
  const sources: Source[] = []
  const lostSources: LostSource[] = []
  for (const source of stored) {
    const blob = await read(source.profile.digest)
    if (blob === undefined) lostSources.push(source)
    else sources.push({ ...source, file: { kind: 'blob', name: source.name, blob } })
  }
  return { sources, lostSources }
}

export type CopyBytes = (files: Bytes, sources: readonly Source[]) => Promise<void>

/**
 * Writes what goes with files and copies their bytes; where the browser has no room for those, the
 * rest without them: a file can be chosen again, what a person made of it cannot.
 */
export async function withOrWithoutBytes<T>(
  write: (copyBytes: CopyBytes) => Promise<T>,
): Promise<T> {
  try {
    return await write(putBytes)
  } catch (error) {
    if (!isFull(error)) throw error
    return write(() => Promise.resolve())
  }
}

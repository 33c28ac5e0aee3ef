import type { Source } from '../contract'

/** A file without its bytes: those lie once, by digest. */
export type StoredSource = Omit<Source, 'file'>

/** The part of the store of bytes that is needed to fill it. */
type Bytes = {
  readonly getKey: (digest: string) => Promise<string | undefined>
  readonly put: (blob: Blob, digest: string) => Promise<string>
}

export function withoutBytes({ file: _file, ...source }: Source): StoredSource {
  return source
}

/** Puts the bytes of files that are not here yet. */
export async function putBytes(files: Bytes, sources: readonly Source[]): Promise<void> {
  for (const { file, profile } of sources)
    if (file.kind === 'blob' && (await files.getKey(profile.digest)) === undefined)
      await files.put(file.blob, profile.digest)
}

/** The files whose bytes are still here. */
export async function withBytes(
  stored: readonly StoredSource[],
  read: (digest: string) => Promise<Blob | undefined>,
): Promise<readonly Source[]> {
  const sources: Source[] = []
  for (const source of stored) {
    const blob = await read(source.profile.digest)
    if (blob !== undefined)
      sources.push({ ...source, file: { kind: 'blob', name: source.name, blob } })
  }
  return sources
}

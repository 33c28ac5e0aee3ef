import type { Source } from '../runs/contract'
import { FileBlob } from './file-blob'
import { pathFailure } from './inspect-path'
import { nodeHash } from './node-ports'

/** Those of the files that still lie where they were read, byte for byte. */
export async function sourcesAtHand(sources: readonly Source[]): Promise<readonly Source[]> {
  const found = await Promise.all(
    sources.map(async (source) => ((await isUnchanged(source)) ? [source] : [])),
  )
  return found.flat()
}

async function isUnchanged({ file, profile }: Source): Promise<boolean> {
  if (file.kind !== 'path' || (await pathFailure(file.path)) !== null) return false
  const blob = new FileBlob(file.path)
  return blob.size === profile.size && (await digestOf(blob)) === profile.digest
}

async function digestOf(blob: Blob): Promise<string> {
  const hash = nodeHash(blob.size)
  for await (const chunk of blob.stream()) await hash.update(chunk)
  return hash.digest()
}

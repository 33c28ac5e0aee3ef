import { createHash } from 'node:crypto'
import type { Source } from '../runs/contract'
import { FileBlob } from './file-blob'
import { pathFailure } from './inspect-path'

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

/** SHA-256 of the bytes, as hex. */
async function digestOf(blob: Blob): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of blob.stream()) hash.update(chunk)
  return hash.digest('hex')
}

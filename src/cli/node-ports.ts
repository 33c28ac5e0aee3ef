import { createHash } from 'node:crypto'
import { resolve } from 'node:path'
import { createFileHash, type ByteHash } from '../files/file-hash'
import type { FileHandle } from '../runs/contract'
import { readerOf, valuesIn } from '../runs/values-made'
import { fileCache } from './file-cache'
import { FileBlob } from './file-blob'
import { fileLog } from './file-log'
import { fileRunStore } from './file-run-store'

/** SHA-256 of a text in UTF-8, as hex. */
export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}

/** The digest of a file of `size` bytes, by the processor's own instructions. */
export function nodeHash(size: number): ByteHash {
  return createFileHash(size, { open: openSha256 })
}

function openSha256() {
  const hash = createHash('sha256')
  return {
    update: (bytes: Uint8Array) => {
      hash.update(bytes)
    },
    digest: () => hash.digest(),
  }
}

export type Storage = ReturnType<typeof storageOf>

/** What a run leaves in its folder besides the published files: values, run records, its log. */
export function storageOf(out: string) {
  const folder = resolve(out, '.cache')
  const valuesFolder = resolve(folder, 'values')
  const cache = fileCache(valuesFolder)
  const readAt = valuesIn(cache)
  return {
    folder,
    valuesFolder,
    cache,
    readAt,
    readValue: readerOf(readAt),
    runs: fileRunStore(resolve(folder, 'runs')),
    log: fileLog(resolve(out, 'run.log')),
    publishedPath: resolve(folder, 'published.json'),
  }
}

/** The bytes behind a handle; files are read from disk in pieces. */
export function openFile(file: FileHandle): Blob {
  return file.kind === 'path' ? new FileBlob(file.path) : file.blob
}

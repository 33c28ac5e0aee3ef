import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Storage, storageOf } from './node-ports'

/** Does work over the storage of a new folder, which is removed afterwards. */
export async function withScratchStorage<T>(work: (storage: Storage) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'store-clustering-'))
  try {
    return await work(storageOf(folder))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

import { rename, rm, writeFile } from 'node:fs/promises'
import { threadId } from 'node:worker_threads'

/**
 * Writes a file whole or not at all, from bytes or from pieces one after the other: readers see the
 * old bytes or the new ones.
 */
export async function writeWhole(
  path: string,
  bytes: string | Uint8Array | readonly Uint8Array[],
): Promise<void> {
  const draft = `${path}.${process.pid}-${threadId}.tmp`
  try {
    await writeFile(draft, bytes)
    await rename(draft, path)
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
}

/** Whether a call failed because there is no such file or folder. */
export function isAbsent(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}

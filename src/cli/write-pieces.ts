import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { InputError } from './input-error'

/**
 * Writes a file piece by piece, whole or not at all.
 * @throws {InputError} where no file can be at that path
 */
export async function writePieces(
  path: string,
  pieces: AsyncIterable<Uint8Array | string>,
): Promise<void> {
  const draft = `${path}.${process.pid}.tmp`
  try {
    await pipeline(Readable.from(pieces), createWriteStream(draft))
    await rename(draft, path)
  } catch (error) {
    await rm(draft, { force: true }).catch(() => undefined)
    throw isWrongPlace(error) ? wrongPlace(path, error.message.replaceAll(draft, path)) : error
  }
}

const wrongPlaceCodes: ReadonlySet<unknown> = new Set([
  'ENOENT',
  'ENOTDIR',
  'EISDIR',
  'EACCES',
  'EPERM',
  'EROFS',
  'ENAMETOOLONG',
])

/** The path that was asked for is at fault, not the disk. */
function isWrongPlace(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && wrongPlaceCodes.has(error.code)
}

function wrongPlace(path: string, reason: string): InputError {
  return new InputError([
    {
      code: 'unwritable_file',
      message: `${path} cannot be written: ${reason}`,
      path,
      hint: 'Name a file in a folder that is there and that you may write in.',
    },
  ])
}

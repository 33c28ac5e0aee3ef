import { FileError } from '../files/failure'

/** Names of what a browser throws when a file changed or went away since it was picked. */
const goneNames: ReadonlySet<string> = new Set(['NotFoundError', 'NotReadableError'])

/** The chunks of a file; where its bytes do not come any more, that is said with its name. */
export async function* chunksWhileThere<T>(
  name: string,
  chunks: AsyncIterable<T>,
): AsyncGenerator<T> {
  try {
    yield* chunks
  } catch (error) {
    throw whyGone(name, error)
  }
}

/** The same for work over the bytes of a file. */
export async function workWhileThere<T>(name: string, work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    throw whyGone(name, error)
  }
}

/** Every other error stays what it is. */
function whyGone(name: string, error: unknown): unknown {
  const isGone = error instanceof Error && goneNames.has(error.name)
  const isTold = error instanceof FileError && error.failure.code === 'file_not_readable'
  if (!isGone && !isTold) return error
  return new FileError({
    code: 'file_not_readable',
    message: `${name} cannot be read any more: it was changed, moved or removed after it was added.`,
    path: name,
    hint: 'Add the file again. What was chosen for it, and earlier results, are kept.',
  })
}

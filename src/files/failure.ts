/** An expected failure of reading: a sentence, where, and the next step. */
export type FileFailure = {
  readonly code: string
  readonly message: string
  readonly path: string
  readonly hint: string
}

/** Carries an expected failure out of a stream; the public functions turn it into data. */
export class FileError extends Error {
  readonly failure: FileFailure
  constructor(failure: FileFailure) {
    super(failure.message)
    this.name = 'FileError'
    this.failure = failure
  }
}

export function notReadable(name: string, cause: unknown): FileError {
  return new FileError({
    code: 'file_not_readable',
    message: `${name}: the file cannot be read (${cause instanceof Error ? cause.message : String(cause)}).`,
    path: name,
    hint: 'It may have been changed, moved or removed. Add the file again.',
  })
}

/** A strict decoder met a byte that its encoding does not have, within these bytes. */
export class EncodingError extends Error {
  readonly bytes: Uint8Array
  constructor(bytes: Uint8Array) {
    super('The bytes are not of the encoding.')
    this.name = 'EncodingError'
    this.bytes = bytes
  }
}

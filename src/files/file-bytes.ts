/** The bytes of a file as a reader needs them: a Blob, or what a packed file holds. */
export type FileBytes = {
  readonly size: number
  readonly slice: (start: number, end: number) => { arrayBuffer: () => Promise<ArrayBuffer> }
  readonly stream: () => ByteStream
}

/** Told bytes as they are read; the next ones are read when it is done. */
export type OnBytes = (bytes: Uint8Array) => void | Promise<void>

export type ByteStream = {
  readonly getReader: () => {
    readonly read: () => Promise<{
      readonly done: boolean
      readonly value?: Uint8Array | undefined
    }>
    readonly cancel: () => Promise<void>
  }
}

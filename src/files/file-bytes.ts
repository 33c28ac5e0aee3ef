/** The bytes of a file as a reader needs them: a Blob, or what a packed file holds. */
export type FileBytes = {
  readonly size: number
  readonly slice: (start: number, end: number) => { arrayBuffer: () => Promise<ArrayBuffer> }
  readonly stream: () => ByteStream
}

export type ByteStream = {
  readonly getReader: () => {
    readonly read: () => Promise<{
      readonly done: boolean
      readonly value?: Uint8Array | undefined
    }>
    readonly cancel: () => Promise<void>
  }
}

/** Bytes, how they are cut, and whether the slower comparisons are made too. */
export type FuzzFile = {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly size: number
  readonly isThorough: boolean
}

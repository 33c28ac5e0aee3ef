/** Bytes of a file from `start` up to `end`; `isExact` where a record is known to begin at `start`. */
export type ByteRange = { readonly start: number; readonly end: number; readonly isExact: boolean }

/** A file's bytes, by name only: nothing else of the platform exists in this folder. */
interface Blob {
  readonly size: number
}

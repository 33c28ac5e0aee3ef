import { AssetError } from '../../assets/failure'
import type { FileHandle } from '../contract'

/** The bytes of a posted file. A path means nothing in a browser. */
export function blobOf(file: FileHandle): Blob {
  if (file.kind === 'blob') return file.blob
  throw new AssetError({
    code: 'file_unreachable',
    message: `${file.name} was given as a path, which a browser cannot open.`,
    path: file.name,
    hint: 'Add the file by dropping it on the page.',
  })
}

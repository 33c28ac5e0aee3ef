import { umap } from '../math/umap'

/** Rows in the space of a model. */
export type PictureRows = {
  readonly X: Float64Array
  readonly nSamples: number
  readonly nFeatures: number
}

/** A picture of the stores, two coordinates a row: to look at only, no asset reads it. */
export function umapPicture(
  rows: PictureRows,
  seed: number,
  onStep: (share: number) => void,
): Float64Array {
  return umap(rows, seed, onStep)
}

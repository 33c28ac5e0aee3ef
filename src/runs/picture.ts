import type { AssetFailure } from '../assets/failure'
import type { PictureRows } from '../assets/umap-picture'

export type PictureRequest = { readonly rows: PictureRows; readonly seed: number }

export type PictureAnswer =
  | { readonly ok: true; readonly places: Float64Array }
  | { readonly ok: false; readonly failure: AssetFailure }

/** Pictures that take their time, drawn in a thread of their own, one at a time. */
export type PictureContract = {
  /** Two coordinates a row. `report` is told how much is done, from 0 to 1. */
  readonly draw: (
    request: PictureRequest,
    report: (share: number) => void,
  ) => Promise<PictureAnswer>
  /** Ends what is drawn at once; it is answered by a failure with the code `drawing_stopped`. */
  readonly stop: () => void
}

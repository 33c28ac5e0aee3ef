/** An expected failure of a compute: a sentence, where, and the next step. Never a defect. */
export type AssetFailure = {
  readonly code: string
  readonly message: string
  readonly path: string
  readonly hint: string
}

/** Thrown by a compute for an expected failure; the worker turns it into data at the border. */
export class AssetError extends Error {
  readonly failure: AssetFailure
  constructor(failure: AssetFailure) {
    super(failure.message)
    this.name = 'AssetError'
    this.failure = failure
  }
}

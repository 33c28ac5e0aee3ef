import { AssetError, type AssetFailure } from '../assets/failure'
import { FileError } from '../files/failure'
import type { AssetRef } from './contract'
import { defectOf } from './defect'

/** What went wrong with an asset, as data; what nobody expected is told as a defect of it. */
export function failureOf(ref: AssetRef, error: unknown): AssetFailure {
  return isExpected(error) ? error.failure : defectOf(ref, error)
}

/** What went wrong, as data. @throws every error that nobody expected */
export function expectedFailure(error: unknown): AssetFailure {
  if (isExpected(error)) return error.failure
  throw error
}

function isExpected(error: unknown): error is AssetError | FileError {
  return error instanceof AssetError || error instanceof FileError
}

import { AssetError, type AssetFailure } from '../assets/failure'

/** An error of the storage or the client as data: in its own words, or as a defect. */
export function failureOf(error: unknown): AssetFailure {
  if (error instanceof AssetError) return error.failure
  return {
    code: 'defect',
    message: error instanceof Error ? error.message : String(error),
    path: '',
    hint: 'Reload the page and run again. Your files and earlier runs are kept.',
  }
}

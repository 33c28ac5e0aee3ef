import type { AssetFailure } from '../assets/failure'
import { assetId } from './address'
import type { AssetRef } from './contract'

/** An error that nobody expected, as data: where it came up, and its message. */
export function defectOf(ref: AssetRef, error: unknown): AssetFailure {
  const id = assetId(ref)
  return {
    code: 'defect',
    message: `${id} stopped on an unexpected error: ${error instanceof Error ? error.message : String(error)}`,
    path: id,
    hint: 'Earlier results are kept. Run again; if it comes back, report this message.',
  }
}

import { specs } from '../../assets/specs'
import { assetId } from '../address'
import type { BundledRun } from './bundle'

/**
 * The selection that makes every asset of a recorded run anew: by keys, so that a category that is
 * no longer there is a difference and no refusal; by category where the run was about single ones.
 */
export function selectionAgain({ selection, assets }: BundledRun): string {
  const known = new Set(specs.map(({ key }) => key))
  const here = assets.filter(({ key }) => known.has(key))
  const terms = here.map((asset) => (selection.includes('[') ? assetId(asset) : asset.key))
  return terms.length === 0 ? selection : [...new Set(terms)].join(',')
}

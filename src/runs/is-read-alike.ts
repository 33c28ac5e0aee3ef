import { canonicalJson } from './canonical-json'
import type { RunRecord } from './contract'

type Reading = Pick<RunRecord['inputs'][number], 'columns' | 'options'>

/**
 * Whether equal bytes became equal cells of the same columns, as far as both records tell: those of
 * earlier versions of the app do not say how a file was read.
 */
export function isReadAlike(a: Reading, b: Reading): boolean {
  if (canonicalJson(a.columns) !== canonicalJson(b.columns)) return false
  if (a.options === undefined || b.options === undefined) return true
  return canonicalJson(a.options) === canonicalJson(b.options)
}

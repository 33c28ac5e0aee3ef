import type { FoldPlan } from '../../table/sales-fold'
import type { SourceProfile } from '../source-profile'
import { canSplitBytes } from './can-split-bytes'

/**
 * Whether the kernel folds a file: ordinary text whose columns are there, one for each role, with
 * numbers as amounts.
 * Any other file is folded row by row, with the same answer.
 */
export function canFold(profile: SourceProfile, columns: FoldPlan['columns']): boolean {
  const { store, product, value, category } = columns
  const named = (name: string) => profile.columns.find((column) => column.name === name)
  const ids = [store, product, ...(category === null ? [] : [category])]
  const roles = [...ids, value]
  return (
    canSplitBytes(profile.options) &&
    profile.account.nRepeatedHeader === 0 &&
    ids.every((name) => named(name) !== undefined) &&
    named(value)?.type === 'number' &&
    new Set(roles).size === roles.length
  )
}

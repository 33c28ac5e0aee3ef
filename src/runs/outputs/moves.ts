import type { ClusterReassignment } from '../../assets/merging/cluster-reassignment/spec'
import { compareText } from '../../table/compare-text'
import type { Made } from '../values-made'
import { categoryOf } from './category-of'
import type { Cell, TableFile } from './output-file'

type Moved = Pick<ClusterReassignment, 'moves'>

const columns = ['store_nbr', 'category', 'from', 'to', 'd_from', 'd_to', 'runner_up']

/**
 * `moves.csv`: every store whose final cluster is not its crossed one, by store, then category. Those
 * that a person moved are told apart in `exceptions.csv`.
 */
export function moves(made: readonly Made<Moved>[]): TableFile {
  return { kind: 'table', name: 'moves.csv', columns, rows: moveRows(made) }
}

export function moveRows(made: readonly Made<Moved>[]): readonly (readonly Cell[])[] {
  const all = made.flatMap(({ partition, value }) =>
    value.moves.map((move) => ({ ...move, category: categoryOf(partition) })),
  )
  return all
    .toSorted((a, b) => compareText(a.storeId, b.storeId) || compareText(a.category, b.category))
    .map(({ storeId, category, from, to, dFrom, dTo, runnerUp }) => [
      storeId,
      category,
      from,
      to,
      dFrom,
      dTo,
      runnerUp,
    ])
}

import type { Change } from '../../runs/compare/change'
import type { ClusterSide, Membership } from '../../runs/compare/membership'
import { outlierLabel } from '../../state/outlier-label'
import type { FromToHead } from '../../ui/charts/from-to-matrix'

/** Which half of a merged id stands first, in each of the runs. */
export type MergeOrder = 'internal_external' | 'external_internal'

export type Heads = {
  readonly rows: readonly FromToHead[]
  readonly columns: readonly FromToHead[]
}

type Sides = Pick<Membership, 'view' | 'rows' | 'columns'>

/**
 * The clusters of both runs with their own ids and names. A cluster that is the same one in both
 * has one colour; a new one takes a colour that no other has. A merged one has that of its internal
 * half.
 */
export function headsOf(
  membership: Sides,
  orders: Change<MergeOrder>,
  internal: Sides | null,
): Heads {
  if (membership.view !== 'merged') return branchHeads(membership, orders)
  const colors = internal && branchHeads(internal, orders)
  const colored = (of: 'rows' | 'columns', order: MergeOrder) =>
    membership[of].map((side) => {
      const half = halfOf(side.id, order)
      const known = colors?.[of].find(({ id }) => id === half)?.token.colorIndex
      return headOf('merged', side, { colorIndex: known ?? ownColor(half), order })
    })
  return { rows: colored('rows', orders.before), columns: colored('columns', orders.after) }
}

function branchHeads({ view, rows, columns }: Sides, orders: Change<MergeOrder>): Heads {
  const before = rows.map(({ id }) => ownColor(id))
  const taken = new Set(before)
  const after = columns.map(({ id, matched }) => {
    const row = rows.findIndex((one) => one.id === matched)
    if (row >= 0) return before[row] ?? null
    const own = ownColor(id)
    const free = taken.has(own) ? freeColor(taken) : own
    taken.add(free)
    return free
  })
  return {
    rows: rows.map((side, i) =>
      headOf(view, side, { colorIndex: before[i] ?? null, order: orders.before }),
    ),
    columns: columns.map((side, i) =>
      headOf(view, side, { colorIndex: after[i] ?? null, order: orders.after }),
    ),
  }
}

function headOf(
  kind: Membership['view'],
  { id, name }: ClusterSide,
  look: Pick<FromToHead['token'], 'colorIndex'> & { readonly order: MergeOrder },
): FromToHead {
  if (id === outlierLabel)
    return { id, name: 'Kept separate', token: { kind, label: '–', ...look, colorIndex: null } }
  return { id, name: name ?? '', token: { kind, label: id, ...look } }
}

function halfOf(id: string, order: MergeOrder): string {
  const [first = '', second = ''] = id.split('_')
  return order === 'internal_external' ? first : second
}

/** Colour follows the id; what is no number stays neutral. */
function ownColor(id: string): number | null {
  const number = Number(id)
  return Number.isInteger(number) && number > 0 ? number - 1 : null
}

function freeColor(taken: ReadonlySet<number | null>): number {
  let color = 0
  while (taken.has(color)) color += 1
  return color
}

/** Its name, else its number. */
export function headName({ id, name }: FromToHead): string {
  return name === '' ? `cluster ${id}` : name
}

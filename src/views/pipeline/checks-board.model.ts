import type { CheckRecord } from '../../runs/contract'
import type { AssetTile } from './asset-tile.model'
import { titleOf } from './tile-name'

export type CheckOutcome = 'failed' | 'warns' | 'passed'

/** One check of one asset and category, as the board lists it. */
export type CheckRow = {
  readonly id: string
  readonly key: string
  readonly asset: string
  readonly partition: string | null
  readonly check: CheckRecord
  readonly outcome: CheckOutcome
}

export type CheckFilter = 'all' | CheckOutcome

/** The gravest first. */
export const gravity: readonly CheckOutcome[] = ['failed', 'warns', 'passed']

export function outcomeOf({ passed, severity }: CheckRecord): CheckOutcome {
  if (passed) return 'passed'
  return severity === 'error' ? 'failed' : 'warns'
}

/** Every check of the board: what failed first, then what warns, each in plan order. */
export function checkRows(tiles: readonly AssetTile[]): readonly CheckRow[] {
  const rows = tiles.flatMap((tile) =>
    tile.partitions.flatMap(({ id, partition, record }) =>
      (record?.checks ?? []).map((check) => ({
        id: `${id} ${check.name}`,
        key: tile.key,
        asset: titleOf(tile),
        partition,
        check,
        outcome: outcomeOf(check),
      })),
    ),
  )
  return gravity.flatMap((outcome) => rows.filter((row) => row.outcome === outcome))
}

/** What a person does after a check that did not pass; empty after one that did. */
export function nextStepOf({ passed, blocking, next }: CheckRecord): string {
  if (passed) return ''
  if (next !== undefined) return next
  return blocking
    ? 'Look at the asset and its input: everything downstream was stopped.'
    : 'Look at the figures; the result can be used.'
}

export type CheckCounts = Readonly<Record<CheckFilter, number>>

export function countChecks(rows: readonly CheckRow[]): CheckCounts {
  const count = (outcome: CheckOutcome) => rows.filter((row) => row.outcome === outcome).length
  return {
    all: rows.length,
    failed: count('failed'),
    warns: count('warns'),
    passed: count('passed'),
  }
}

/** The rows of one outcome that hold all words of a text. */
export function filterChecks(
  rows: readonly CheckRow[],
  filter: CheckFilter,
  text: string,
): readonly CheckRow[] {
  const words = text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
  return rows.filter(({ outcome, asset, key, partition, check }) => {
    if (filter !== 'all' && outcome !== filter) return false
    if (words.length === 0) return true
    const all = [asset, key, partition ?? '', check.name, check.description].join(' ').toLowerCase()
    return words.every((word) => all.includes(word))
  })
}

/** What the board comes to, in one sentence. */
export function checksSentence({ all, failed, warns, passed }: CheckCounts): string {
  if (all === 0) return 'No check has run yet.'
  if (failed + warns === 0) return `All ${all} checks passed.`
  const parts = [
    ...(failed === 0 ? [] : [`${failed} failed`]),
    ...(warns === 0 ? [] : [`${warns} ${warns === 1 ? 'warns' : 'warn'}`]),
    `${passed} passed`,
  ]
  return `Of ${all} checks ${parts.join(', ')}.`
}

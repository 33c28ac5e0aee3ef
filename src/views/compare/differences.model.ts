import type { Change } from '../../runs/compare/change'
import type { CheckSide } from '../../runs/compare/checks-between'
import type { ColumnChange, ColumnFate } from '../../runs/compare/columns-between'
import type { RunComparison } from '../../runs/compare/compare-runs'
import type { InputChange } from '../../runs/compare/inputs-between'
import type { SettingChange } from '../../runs/compare/settings-between'
import { formatAmount } from '../../ui/number-format'
import { valueText } from '../cause-words'
import { shortDigest } from '../run-words'

/** One thing as it was in the run before and is in the run after. */
export type DifferenceRow = {
  readonly key: string
  readonly name: string
  /** The key of a setting, as it is written; empty where there is none. */
  readonly code: string
  readonly before: string
  readonly after: string
  readonly note: string
  readonly isSame: boolean
}

export type DifferenceGroup = {
  readonly title: string
  /** Before and after are values as they are written: set in mono. */
  readonly isCode: boolean
  /** What differs first; what is the same follows it. */
  readonly rows: readonly DifferenceRow[]
}

type Sorted<T> = { readonly differing: readonly T[]; readonly all: readonly T[] }

/** Everything that may differ, in the order in which people ask. Columns and checks of a category. */
export function differenceGroups(
  comparison: RunComparison,
  category: string | null,
): readonly DifferenceGroup[] {
  const { settings, inputs, code, columns, checks } = comparison
  const isHere = ({ category: at }: ColumnChange) => at === 'all' || at === category
  const isOf = ({ asset }: { readonly asset: string }) => {
    const partition = /\[(.*)\]$/s.exec(asset)?.[1] ?? 'all'
    return partition === 'all' || partition === category
  }
  return [
    { title: 'Settings', isCode: true, rows: rowsOf(settings, settingRow) },
    { title: 'Files', isCode: true, rows: rowsOf(inputs, inputRow) },
    { title: 'Conditions', isCode: false, rows: conditionRows(comparison) },
    { title: 'Columns', isCode: false, rows: rowsOf(within(columns, isHere), columnRow) },
    { title: 'Methods', isCode: false, rows: rowsOf(code, codeRow) },
    { title: 'Checks', isCode: false, rows: rowsOf(within(checks, isOf), checkRow) },
  ]
}

function within<T>({ differing, all }: Sorted<T>, isIn: (item: T) => boolean): Sorted<T> {
  return { differing: differing.filter(isIn), all: all.filter(isIn) }
}

type Row = Omit<DifferenceRow, 'isSame' | 'code'> & { readonly code?: string }

function rowsOf<T>(
  { differing, all }: Sorted<T>,
  rowOf: (item: T) => Row,
): readonly DifferenceRow[] {
  const different = new Set(differing)
  const same = all.filter((item) => !different.has(item))
  return [
    ...differing.map((item) => ({ code: '', ...rowOf(item), isSame: false })),
    ...same.map((item) => ({ code: '', ...rowOf(item), isSame: true })),
  ]
}

function settingRow({ name, label, where, before, after }: SettingChange): Row {
  return {
    key: `${where} ${name}`,
    name: label,
    code: name,
    before: valueText(before),
    after: valueText(after),
    note: where === 'all' ? '' : where,
  }
}

function inputRow({ role, before, after, change, stores }: InputChange): Row {
  const name = after?.name ?? before?.name ?? role
  return {
    key: `${role} ${before?.name ?? ''} ${name}`,
    name,
    before: before === null ? 'none' : shortDigest(before.digest),
    after: after === null ? 'none' : shortDigest(after.digest),
    note: inputNote(change, { before: before?.name ?? '', stores }),
  }
}

type InputNote = { readonly before: string; readonly stores: InputChange['stores'] }

function inputNote(change: InputChange['change'], { before, stores }: InputNote): string {
  if (change === 'same') return ''
  if (change === 'renamed') return `was ${before}`
  if (change === 'read_otherwise') return 'same bytes, read another way'
  if (stores === null) return change === 'changed' ? '' : change
  return `${formatAmount(stores.added, 'store')} new, ${stores.gone} gone`
}

function conditionRows({
  environment,
  baseline,
  overrides,
}: RunComparison): readonly DifferenceRow[] {
  const { nBefore, nAfter, added, gone } = overrides
  const isSame = added.length + gone.length === 0
  const rows = [
    conditionRow('Environment', environment, (name) => name ?? 'base'),
    conditionRow('Baseline', baseline, (seq) => (seq === null ? 'no run' : `run ${seq}`)),
    {
      ...conditionRow('Decisions about stores', { before: nBefore, after: nAfter }, String),
      note: isSame ? '' : `${added.length} new, ${gone.length} gone`,
      isSame,
    },
  ]
  return [...rows.filter((row) => !row.isSame), ...rows.filter((row) => row.isSame)]
}

function conditionRow<T>(name: string, change: Change<T>, words: (value: T) => string) {
  const [before, after] = [words(change.before), words(change.after)]
  return { key: name, name, code: '', before, after, note: '', isSame: before === after }
}

function columnRow({ branch, category, name, before, after }: ColumnChange): Row {
  return {
    key: `${branch} ${category} ${name}`,
    name,
    before: fateText(before),
    after: fateText(after),
    note: branch,
  }
}

function fateText({ state, code }: ColumnFate): string {
  if (state === 'kept') return 'a feature'
  if (state === 'absent') return 'not there'
  return code === null ? 'left out' : `left out: ${code.replaceAll('_', ' ')}`
}

function codeRow({ key, before, after }: RunComparison['code']['all'][number]): Row {
  return { key, name: key, before: versionText(before), after: versionText(after), note: '' }
}

function versionText(version: string | null): string {
  return version === null ? 'not made' : `version ${version}`
}

function checkRow({
  asset,
  name,
  description,
  before,
  after,
}: RunComparison['checks']['all'][number]): Row {
  return {
    key: `${asset}.${name}`,
    name: description,
    before: checkText(before),
    after: checkText(after),
    note: asset,
  }
}

function checkText(side: CheckSide | null): string {
  if (side === null) return 'not checked'
  return side.passed ? 'holds' : 'fails'
}

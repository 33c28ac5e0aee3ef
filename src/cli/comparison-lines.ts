import type { Change, Part } from '../runs/compare/change'
import type { ColumnFate } from '../runs/compare/columns-between'
import type { RunComparison } from '../runs/compare/compare-runs'
import type { Explanation } from '../runs/compare/explain-moves'
import type { InputChange } from '../runs/compare/inputs-between'
import type { Membership } from '../runs/compare/membership'
import type { Place } from '../runs/compare/placements'
import { reasonText, thingText } from '../runs/compare/reason-words'
import type { RunRecord } from '../runs/contract'

/** Two runs for a person to read: only what differs, one line each. */
export function comparisonLines(
  comparison: RunComparison,
  explanation: Explanation,
  [folderA, folderB]: readonly [string, string],
): readonly string[] {
  const { a, b, memberships } = comparison
  return [
    runLine('a', folderA, a),
    runLine('b', folderB, b),
    resultLine(comparison),
    ...differenceLines(comparison),
    ...memberships.flatMap((membership) => membershipLines(membership, explanation)),
    ...onlyLines(comparison),
    ...explanation.things
      .filter(({ isTested }) => !isTested)
      .map(({ thing, note }) => `not tested ${thingText(thing)}: ${note}`),
  ]
}

function runLine(name: string, folder: string, { selection, seq, startedAt, status }: RunRecord) {
  return `${name} ${folder}: ${selection}, run ${seq}, ${status}, ${startedAt}`
}

function resultLine({ isSameResult, a, b }: RunComparison): string {
  if (isSameResult === true) return `result equal ${a.resultHash}`
  if (isSameResult === false) return `result differs ${arrow(a.resultHash, b.resultHash)}`
  return 'result not comparable: a run placed no store'
}

function differenceLines(comparison: RunComparison): readonly string[] {
  const { settings, inputs, columns, code, checks, metrics, overrides } = comparison
  const { nBefore, nAfter, added, gone } = overrides
  return [
    ...part('settings', settings, ({ name, where, before, after }) =>
      [name, ...(where === 'all' ? [] : [`(${where})`]), arrow(before, after)].join(' '),
    ),
    ...part('inputs', inputs, inputLine),
    ...part('columns', columns, ({ branch, category, name, before, after }) =>
      [branch, category, `${name}:`, arrow(fateWords(before), fateWords(after))].join(' '),
    ),
    ...part('code', code, ({ key, before, after }) => `${key} ${arrow(before, after)}`),
    ...changeLine('environment', comparison.environment),
    ...changeLine('baseline run', comparison.baseline),
    ...(added.length + gone.length > 0 ? [`overrides ${arrow(nBefore, nAfter)}`] : []),
    ...part('checks', checks, ({ asset, name, before, after }) =>
      [`${asset}.${name}`, arrow(holds(before), holds(after))].join(' '),
    ),
    ...part('metrics', metrics, ({ view, category, name, before, after }) =>
      [view, category, name, arrow(figure(before), figure(after))].join(' '),
    ),
  ]
}

/** `settings: 2 differ, 58 same`, then what differs; nothing where all is the same. */
function part<T>(
  name: string,
  { differing, nSame }: Part<T>,
  lineOf: (item: T) => string,
): readonly string[] {
  if (differing.length === 0) return []
  const head = `${name}: ${differing.length} ${differing.length === 1 ? 'differs' : 'differ'}`
  return [`${head}, ${nSame} same`, ...differing.map((item) => `  ${lineOf(item)}`)]
}

function changeLine(name: string, { before, after }: Change<string | number | null>) {
  return before === after ? [] : [`${name} ${arrow(before, after)}`]
}

function inputLine({ role, change, before, after, stores }: InputChange): string {
  const names = [...new Set([before?.name, after?.name])].filter((name) => name !== undefined)
  const words = [`${role} ${names.join(' -> ')} ${change.replaceAll('_', ' ')}`]
  if (before !== null && after !== null && before.digest !== after.digest)
    words.push(arrow(before.digest.slice(0, 12), after.digest.slice(0, 12)))
  if (before?.rows !== after?.rows) words.push(`rows ${arrow(before?.rows, after?.rows)}`)
  if (stores !== null) words.push(`stores ${stores.added} new, ${stores.gone} gone`)
  return words.join(', ')
}

function membershipLines(membership: Membership, explanation: Explanation): readonly string[] {
  const { view, category, nCommon, moves, onlyA, onlyB, matching, salesMoved } = membership
  const renamed = matching.pairs.filter(([before, after]) => before !== after)
  const pairs = renamed.map(([before, after]) => `${before} is ${after}`).join(', ')
  const words = [
    `${view} ${category}: ARI ${figure(membership.adjustedRandIndex)}`,
    `${moves.length} of ${nCommon} stores move (${percent(membership.shareMoved)})`,
    ...(salesMoved === null ? [] : [`${percent(salesMoved.share)} of sales`]),
    ...(onlyA.length > 0 ? [`${onlyA.length} only in a`] : []),
    ...(onlyB.length > 0 ? [`${onlyB.length} only in b`] : []),
    `clusters matched by ${matching.by.replaceAll('_', ' ')}${pairs === '' ? '' : ` (${pairs})`}`,
  ]
  const counts = new Map<string, number>()
  for (const { store, from, to } of moves) {
    const line = `${from} -> ${to}, ${reasonText(explanation, membership, store)}`
    counts.set(line, (counts.get(line) ?? 0) + 1)
  }
  const most = [...counts].toSorted((one, other) => other[1] - one[1])
  return [words.join(', '), ...most.map(([line, n]) => `  ${n} ${line}`)]
}

function onlyLines({ onlyInA, onlyInB, lost }: RunComparison): readonly string[] {
  const name = ({ view, category }: Place) => `${view} ${category}`
  return [
    ...onlyInA.map((place) => `only in a: ${name(place)}`),
    ...onlyInB.map((place) => `only in b: ${name(place)}`),
    ...lost.before.map((id) => `no longer kept in a: ${id}`),
    ...lost.after.map((id) => `no longer kept in b: ${id}`),
  ]
}

function arrow(before: unknown, after: unknown): string {
  return `${shown(before)} -> ${shown(after)}`
}

function shown(value: unknown): string {
  if (value === null || value === undefined) return 'none'
  return typeof value === 'string' ? value : JSON.stringify(value)
}

function fateWords({ state, code }: ColumnFate): string {
  return code === null ? state : `${state} (${code})`
}

function holds(check: { readonly passed: boolean } | null): string {
  return check === null ? 'not run' : check.passed ? 'holds' : 'does not hold'
}

/** Four significant digits are enough to see a difference; counts stay whole. */
function figure(value: number | null): string | null {
  if (value === null) return null
  return Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(4)))
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`
}

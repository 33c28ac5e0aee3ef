import type { CheckRecord } from '../runs/contract'
import { formatCount, formatNumber } from '../ui/number-format'

/** What a failed check expected: `Expected: every store is in every external file.` */
export function expectationOf({ description }: Pick<CheckRecord, 'description'>): string {
  return `Expected: ${description.charAt(0).toLowerCase()}${description.slice(1)}`
}

/** The figures that a check was decided on, in words, at most `most`: `stores 299`, `in all 298`. */
export function figuresOf(
  { metadata }: Pick<CheckRecord, 'metadata'>,
  most = 3,
): readonly string[] {
  return Object.entries(metadata)
    .slice(0, most)
    .map(([name, value]) => `${name.replaceAll('_', ' ').toLowerCase()} ${figureText(value)}`)
}

/** `Found: stores 299, in all 298.`; empty where there is nothing to tell. */
export function foundSentence(found: readonly string[]): string {
  return found.length === 0 ? '' : `Found: ${found.join(', ')}.`
}

function figureText(value: string | number | boolean | null): string {
  if (typeof value !== 'number') return value === null ? 'none' : String(value)
  return Number.isInteger(value) ? formatCount(value) : formatNumber(value, 2)
}

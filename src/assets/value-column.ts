import type { ColumnProfile } from '../table/column-profile'
import { columnUse } from './column-use'
import { baseName, foldAccents, squash, wordsOf } from './column-words'
import { categoryNames, groupNames, productNames, storeNames } from './role-names'
import {
  besides,
  lastYear,
  money,
  neverLast,
  neverValue,
  phrases,
  pieces,
  plainNames,
  salesOfMoney,
  thisYear,
  times,
  wholes,
} from './value-words'

export type ValueGuess = {
  /** `null` where no column can be it. */
  readonly name: string | null
  /** Columns that could be it as well as this one, in file order. */
  readonly rivals: readonly string[]
  /** A person would take it too; else it is what is left, or one of several. */
  readonly isSure: boolean
}

/**
 * The column of a file of sales that says what was sold: money before pieces, this year before the
 * last, a plain name before a longer one. Of columns that are named alike the first in the file.
 * `keys` name columns that are something else already.
 */
export function guessValue(
  columns: readonly ColumnProfile[],
  keys: readonly (string | null)[],
  nRows = Infinity,
): ValueGuess {
  const ranked = columns.flatMap((column) => {
    const rank = keys.includes(column.name) ? null : rankOf(column, nRows)
    return rank === null ? [] : [{ name: column.name, rank }]
  })
  const [best] = ranked.toSorted((a, b) => compareRanks(b.rank, a.rank))
  if (best === undefined) return { name: null, rivals: [], isSure: true }
  const rivals = ranked.filter((one) => one !== best && compareRanks(one.rank, best.rank) === 0)
  return {
    name: best.name,
    rivals: rivals.map(({ name }) => name),
    isSure: rivals.length === 0 && best.rank[0] !== tiers.beside,
  }
}

const tiers = { beside: 0, unnamed: 1, pieces: 2, whole: 3, money: 4, sales: 5 } as const

/** Tier, year before or after, plain or not, calendar year: the first that differs decides. */
type Rank = readonly [number, number, number, number]

function compareRanks(a: Rank, b: Rank): number {
  for (const [i, part] of a.entries()) {
    const difference = part - (b[i] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

/** `null` for a column that is never the value. */
function rankOf(column: ColumnProfile, nRows: number): Rank | null {
  if (column.type !== 'number' || isKeyName(column.name)) return null
  const { use } = columnUse(column, nRows)
  const words = valueWordsOf(column.name)
  const tier = tierOf(words)
  const isNamed = tier > tiers.unnamed
  if (use !== 'feature' && !(use === 'constant' && isNamed)) return null
  if (isNever(words, isNamed)) return null
  const bare = words.filter((word) => !isOfYear(word))
  const isPlain = plainNames.some((pattern) => pattern.test(bare.join('')))
  return [tier, yearOf(words), isPlain ? 1 : 0, calendarYearOf(words)]
}

/** A code of the store, the product or its category. */
function isKeyName(name: string): boolean {
  const squashed = squash(name)
  return [storeNames, productNames, categoryNames, groupNames].some((patterns) =>
    patterns.some((pattern) => pattern.test(squashed)),
  )
}

/** `TTL_SLS_AMT` is ttl, sls, amt; `Umsatz2024 (€)` is umsatz, 2024, €. */
function valueWordsOf(name: string): readonly string[] {
  const parted = foldAccents(baseName(name))
    .replace(/[$€£¥%]/g, ' $& ')
    .replace(/[^\p{L}\p{N}$€£¥%]+/gu, ' ')
    .replace(/(\p{L})(\p{N})/gu, '$1 $2')
  const replaced = phrases.reduce(
    (text, [phrase, word]) => text.replace(phrase, word),
    ` ${wordsOf(parted).join(' ')} `,
  )
  return replaced.split(' ').filter((word) => word !== '')
}

function tierOf(words: readonly string[]): number {
  const has = (known: ReadonlySet<string>) => words.some((word) => isOf(known, word))
  if (has(besides)) return tiers.beside
  if (has(pieces)) return has(money) ? tiers.money : tiers.pieces
  if (has(salesOfMoney)) return tiers.sales
  if (has(money)) return tiers.money
  return has(wholes) ? tiers.whole : tiers.unnamed
}

/** A price, a place, a code or a time; `Sales week 12` is sales, `Sales week` is a week. */
function isNever(words: readonly string[], isNamed: boolean): boolean {
  const last = words.at(-1) ?? ''
  return (
    words.some((word) => isOf(neverValue, word)) ||
    neverLast.has(last) ||
    (isNamed ? isOf(times, last) : words.some((word) => isOf(times, word)))
  )
}

/** The word itself, or the end of one: `nettoumsatz`, `warenwert`. */
function isOf(known: ReadonlySet<string>, word: string): boolean {
  if (known.has(word)) return true
  for (const one of known) if (one.length > 3 && word.endsWith(one)) return true
  return false
}

function yearOf(words: readonly string[]): number {
  if (words.some((word) => lastYear.has(word))) return -1
  return words.some((word) => thisYear.has(word)) ? 1 : 0
}

function calendarYearOf(words: readonly string[]): number {
  return Number(words.findLast(isCalendarYear) ?? 0)
}

function isCalendarYear(word: string): boolean {
  return /^(19|20)\d\d$/.test(word)
}

function isOfYear(word: string): boolean {
  return thisYear.has(word) || lastYear.has(word) || isCalendarYear(word)
}

import { extent } from '../math/extent'
import type { ColumnProfile } from '../table/column-profile'
import type { Column, ColumnType } from '../table/table'
import {
  ambiguousSensitiveWords,
  censusWords,
  dateNames,
  geoNames,
  idWords,
  labelNames,
  sensitiveWords,
  stateNames,
} from './column-names'
import { isUnnamed, wordsOf } from './column-words'

export type Use = 'feature' | 'id_like' | 'geo' | 'label' | 'date' | 'constant' | 'all_missing'

export type ColumnUse = {
  readonly use: Use
  /** A sentence for the reader of the table. */
  readonly reason: string
  /** It speaks of race, ethnicity or religion: used, but a person has to decide. */
  readonly isSensitive: boolean
}

/** All that the rule needs to know of a column. */
export type ColumnFacts = {
  readonly name: string
  readonly type: ColumnType
  readonly nPresent: number
  readonly nDistinct: number
  /** Every present cell is a whole number. */
  readonly isInteger: boolean
  /** Of the present cells of a number column; null where there are none, and of other columns. */
  readonly range: { readonly min: number; readonly max: number } | null
}

/** What a column of a file is for, from its profile; `nRows` of the whole file. */
export function columnUse(column: ColumnProfile, nRows: number): ColumnUse {
  return useOf({
    name: column.name,
    type: column.type,
    nPresent: nRows - column.nMissing,
    nDistinct: column.nDistinct,
    isInteger: column.range?.isInteger ?? false,
    range: column.range,
  })
}

/** What a column of a table is for, from its cells. */
export function useOfColumn(column: Column): ColumnUse {
  return useOf(column.type === 'number' ? numberFacts(column) : levelFacts(column))
}

/** The first rule that holds. */
export function useOf(facts: ColumnFacts): ColumnUse {
  const isSensitive = speaksOfOrigin(wordsOf(facts.name))
  const [use, reason] = ruleFor(facts)
  return { use, reason, isSensitive }
}

function ruleFor(facts: ColumnFacts): readonly [Use, string] {
  if (facts.nPresent === 0) return ['all_missing', 'No cell has a value']
  const idWord = wordsOf(facts.name).find((word) => idWords.has(word))
  if (facts.type === 'number' && facts.isInteger && idWord !== undefined)
    return [
      'id_like',
      `Whole numbers, and the name holds "${idWord}": an identifier, not a quantity`,
    ]
  if (isRowNumber(facts)) return ['id_like', rowNumberReason]
  if (facts.type === 'text' && facts.nPresent > 1 && facts.nDistinct === facts.nPresent)
    return ['id_like', 'Every text is different: it names a row']
  const name = wholeName(facts.name)
  if (geoNames.has(name)) return ['geo', 'A coordinate: kept for the map']
  if (facts.type === 'date' || dateNames.has(name)) return ['date', 'A date or period']
  if (labelNames.has(name)) return ['label', 'A name, place or status: kept for display']
  if (facts.nDistinct === 1) return ['constant', 'Every cell holds the same value']
  return ['feature', 'Tells stores apart']
}

export const rowNumberReason = 'Counts the rows from 0 or 1 and has no name: written by a program'

/** Without a name of its own, and every whole number from 0, or 1, to the last one once. */
function isRowNumber({ name, type, isInteger, ...facts }: ColumnFacts): boolean {
  const { nPresent, nDistinct, range } = facts
  if (type !== 'number' || !isInteger || nPresent < 2 || range === null) return false
  const isCount = (range.min === 0 || range.min === 1) && range.max - range.min === nPresent - 1
  return isCount && nDistinct === nPresent && isUnnamed(name)
}

/** The same of a column of a table, in any order of its rows. */
export function isRowNumbers(column: Column): boolean {
  return column.type === 'number' && isUnnamed(column.name) && isRowNumber(numberFacts(column))
}

/** Whether a column of this name says in which state or province a store is. */
export function isStateName(name: string): boolean {
  return stateNames.has(wholeName(name))
}

function wholeName(name: string): string {
  const words = wordsOf(name)
  return (words.length > 1 && words[0] === 'store' ? words.slice(1) : words).join(' ')
}

function speaksOfOrigin(words: readonly string[]): boolean {
  if (words.some((word) => sensitiveWords.has(word))) return true
  if (!words.some((word) => ambiguousSensitiveWords.has(word))) return false
  return words.every((word) => ambiguousSensitiveWords.has(word) || censusWords.has(word))
}

function numberFacts(column: Column & { type: 'number' }): ColumnFacts {
  const present = column.values.filter((value) => !Number.isNaN(value))
  const { min, max } = extent(present)
  return {
    name: column.name,
    type: 'number',
    nPresent: present.length,
    nDistinct: new Set(present).size,
    isInteger: present.every(Number.isInteger),
    range: present.length === 0 ? null : { min, max },
  }
}

function levelFacts(column: Exclude<Column, { type: 'number' }>): ColumnFacts {
  const present = column.codes.filter((code) => code !== -1)
  return {
    name: column.name,
    type: column.type,
    nPresent: present.length,
    nDistinct: new Set(present).size,
    isInteger: false,
    range: null,
  }
}

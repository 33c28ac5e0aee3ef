import { extent } from '../../../math/extent'
import { compareText } from '../../../table/compare-text'
import { type Column, cellText, type LevelColumn, type NumberColumn } from '../../../table/table'
import type { ImputedFeatures } from './spec'

type Encoding = NonNullable<ImputedFeatures['columns'][number]['encoding']>

/** One feature of the matrix: its values and which of its cells were filled, per store. */
export type Feature = {
  readonly name: string
  readonly origin: string
  readonly values: Float64Array
  readonly filled: Uint8Array
}

export type EncodedColumn = {
  readonly features: readonly Feature[]
  readonly summary: ImputedFeatures['columns'][number]
}

/**
 * A column with its missing cells filled, as numbers: itself, one 0/1 feature per level, or the rank
 * of its level from 0. Levels by name; a cell that nothing fills stays NaN. `fill` is one value for
 * all cells, or one a row.
 */
export function encodeColumn(
  column: Column,
  fill: Float64Array | number | string | null,
  encoding: Encoding,
): EncodedColumn {
  if (column.type !== 'number')
    return encodeLevels(column, typeof fill === 'string' ? fill : null, encoding)
  return typeof fill === 'object' && fill !== null
    ? encodePredicted(column, fill)
    : encodeNumbers(column, typeof fill === 'number' ? fill : null)
}

function encodeNumbers(column: NumberColumn, fill: number | null): EncodedColumn {
  const { name } = column
  const filled = Uint8Array.from(column.values, (value) =>
    Number.isNaN(value) && fill !== null ? 1 : 0,
  )
  const values = column.values.map((value, row) => (filled[row] === 1 ? (fill ?? value) : value))
  const summary = { ...ofNumbers(name, filled), fill, fillRange: null }
  return { features: [{ name, origin: name, values, filled }], summary }
}

function encodePredicted(column: NumberColumn, predicted: Float64Array): EncodedColumn {
  const { name } = column
  const filled = Uint8Array.from(column.values, (value) => (Number.isNaN(value) ? 1 : 0))
  const { min, max } = extent(predicted.filter((_, row) => filled[row] === 1))
  const fillRange = Number.isNaN(min) ? null : { low: min, high: max }
  const summary = { ...ofNumbers(name, filled), fill: null, fillRange }
  return { features: [{ name, origin: name, values: predicted, filled }], summary }
}

function ofNumbers(name: string, filled: Uint8Array) {
  return { name, type: 'number', nFilled: count(filled), encoding: null, levels: [] } as const
}

function encodeLevels(column: LevelColumn, fill: string | null, encoding: Encoding): EncodedColumn {
  const { name, type } = column
  const rows = Array.from(column.codes, (_, row) => cellText(column, row))
  const filled = Uint8Array.from(rows, (text) => (text === null && fill !== null ? 1 : 0))
  const texts = rows.map((text) => text ?? fill)
  const levels = [...new Set(texts)].filter((text) => text !== null).sort(compareText)
  const summary = { name, type, fill, fillRange: null, nFilled: count(filled), encoding, levels }
  const rank = new Map(levels.map((level, i) => [level, i]))
  const ranks = Float64Array.from(texts, (text) => rank.get(text ?? '') ?? Number.NaN)
  if (encoding === 'ordinal')
    return { features: [{ name, origin: name, values: ranks, filled }], summary }
  const features = levels.map((level, i) => ({
    name: `${name}=${level}`,
    origin: name,
    values: ranks.map((code) => (Number.isNaN(code) ? code : code === i ? 1 : 0)),
    filled,
  }))
  return { features, summary }
}

function count(flags: Uint8Array): number {
  return flags.reduce((sum, flag) => sum + flag, 0)
}

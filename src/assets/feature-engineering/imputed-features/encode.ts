import { compareText } from '../../../table/compare-text'
import { type Column, cellText, type LevelColumn } from '../../../table/table'
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
 * of its level from 0. Levels by name; a cell that nothing fills stays NaN.
 */
export function encodeColumn(
  column: Column,
  fill: number | string | null,
  encoding: Encoding,
): EncodedColumn {
  if (column.type === 'number') return encodeNumbers(column, typeof fill === 'number' ? fill : null)
  return encodeLevels(column, fill === null ? null : String(fill), encoding)
}

function encodeNumbers(column: Column & { type: 'number' }, fill: number | null): EncodedColumn {
  const { name } = column
  const filled = Uint8Array.from(column.values, (value) =>
    Number.isNaN(value) && fill !== null ? 1 : 0,
  )
  const values = column.values.map((value, row) => (filled[row] === 1 ? (fill ?? value) : value))
  const summary = { name, type: column.type, fill, nFilled: count(filled), encoding: null }
  return { features: [{ name, origin: name, values, filled }], summary: { ...summary, levels: [] } }
}

function encodeLevels(column: LevelColumn, fill: string | null, encoding: Encoding): EncodedColumn {
  const { name, type } = column
  const rows = Array.from(column.codes, (_, row) => cellText(column, row))
  const filled = Uint8Array.from(rows, (text) => (text === null && fill !== null ? 1 : 0))
  const texts = rows.map((text) => text ?? fill)
  const levels = [...new Set(texts)].filter((text) => text !== null).sort(compareText)
  const summary = { name, type, fill, nFilled: count(filled), encoding, levels }
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

import type { Matrix } from '../../../../math/matrix'
import { median } from '../../../../math/median'
import type { Column, LevelColumn, NumberColumn } from '../../../../table/table'

/** Columns as numbers for a tree, learnt on some rows only. */
export type Encoder = {
  /** Per column the places of the matrix that it fills: shuffled together, they are one feature. */
  readonly groups: readonly Int32Array[]
  readonly encode: (rows: Int32Array) => Matrix
}

/** Writes the cells of one column for the given row into the places from `at` on. */
type Writer = { readonly width: number; readonly write: Write }
type Write = (row: number, X: Float64Array, at: number) => void

/**
 * A missing number takes the median of the training rows, which a tree can tell from nothing but the
 * middle; a text becomes one 0/1 column per level of the training rows, all 0 where it is missing or
 * new. Held-out rows teach neither.
 */
export function fitEncoder(columns: readonly Column[], training: Int32Array): Encoder {
  const writers = columns.map((column) =>
    column.type === 'number' ? numberWriter(column, training) : levelWriter(column, training),
  )
  let nFeatures = 0
  const groups = writers.map(({ width }) => {
    const group = Int32Array.from({ length: width }, (_, i) => nFeatures + i)
    nFeatures += width
    return group
  })
  const encode = (rows: Int32Array): Matrix => {
    const X = new Float64Array(rows.length * nFeatures)
    rows.forEach((row, i) => {
      let at = i * nFeatures
      for (const { width, write } of writers) {
        write(row, X, at)
        at += width
      }
    })
    return { X, nSamples: rows.length, nFeatures }
  }
  return { groups, encode }
}

function numberWriter({ values }: NumberColumn, training: Int32Array): Writer {
  const middle = median(Float64Array.from(training, (row) => values[row]))
  const fill = Number.isNaN(middle) ? 0 : middle
  return {
    width: 1,
    write: (row, X, at) => {
      X[at] = Number.isNaN(values[row]) ? fill : values[row]
    },
  }
}

function levelWriter({ codes }: LevelColumn, training: Int32Array): Writer {
  const seen = Int32Array.from(new Set(Array.from(training, (row) => codes[row]))).sort()
  const placeOf = new Map(
    Array.from(
      seen.filter((code) => code !== -1),
      (code, i) => [code, i],
    ),
  )
  return {
    width: placeOf.size,
    write: (row, X, at) => {
      const place = placeOf.get(codes[row])
      if (place !== undefined) X[at + place] = 1
    },
  }
}

import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { revive } from './revive'
import { imputedOf } from './testing/imputed-of'
import { makeMarket } from './testing/made-up-chain'
import { runStages } from './testing/run-stages'
import { internal } from './specs'
import { float64, int32, list, maybe, text, uint8 } from './value'

const lists = (value: object) =>
  JSON.stringify(value, (_, part: unknown) =>
    ArrayBuffer.isView(part) ? Array.from(part as Float64Array) : part,
  )

describe('revive(schema, json)', () => {
  const schema = v.object({
    name: text,
    cells: float64,
    inner: maybe(v.object({ codes: int32, flags: uint8 })),
    parts: list(v.object({ cells: float64 })),
    shape: v.variant('kind', [
      v.object({ kind: v.literal('none') }),
      v.object({ kind: v.literal('points'), points: float64 }),
    ]),
  })
  const value = {
    name: 'x',
    cells: Float64Array.of(1.5, Number.NaN, -0),
    inner: { codes: Int32Array.of(-1, 3), flags: Uint8Array.of(0, 1) },
    parts: [{ cells: Float64Array.of(2) }, { cells: new Float64Array(0) }],
    shape: { kind: 'points', points: Float64Array.of(0.1) },
  }

  it('makes lists the typed arrays that they were, null in them NaN', () => {
    const revived = revive(schema, JSON.parse(lists(value)))
    expect(revived).toEqual({ ...value, cells: Float64Array.of(1.5, Number.NaN, 0) })
    expect(v.is(schema, revived)).toBe(true)
  })

  it('leaves what does not fit to the schema', () => {
    for (const json of [null, 7, 'text', [], {}, { cells: 'no list', shape: { kind: 'other' } }])
      expect(v.is(schema, revive(schema, json))).toBe(false)
    expect(revive(schema, { inner: null, stray: [1] })).toEqual({ inner: null, stray: [1] })
  })

  it.each(['kmeans', 'gmm', 'hdbscan'] as const)(
    'gives a model of %s back bit by bit',
    (algorithm) => {
      const stages = { counts: { algorithm, max_clusters: 4 }, model: { algorithm } }
      const { model } = runStages(imputedOf(makeMarket(2).rows), {
        ...stages,
        outliers: { n_estimators: 20 },
      })
      const schemaOfModel = internal.model.value
      expect(v.parse(schemaOfModel, revive(schemaOfModel, JSON.parse(lists(model))))).toEqual(model)
    },
  )
})

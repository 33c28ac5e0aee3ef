import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createColumnTally, type ColumnTally } from './column-tally'
import { createThinSample } from './thin-sample'

const numbers = ['1', '-2.5', '1,5', '1.234', '1,234', '12.345,6', '007', '9007199254740993', '1e3']
const others = ['x', 'yes', 'no', '2024-01-31', '$5', '€ 3', '(3)', '50 %', '٣', 'n.v.']
const cells = fc.constantFrom(...numbers, ...others)
const missing = fc.constantFrom('', 'NA', '#REF!')
const column = fc.array(fc.tuple(fc.oneof({ weight: 5, arbitrary: cells }, missing)), {
  maxLength: 400,
})

/** Lines count from 1. */
function tallyOf(texts: readonly string[]): ColumnTally {
  const tally = createColumnTally()
  texts.forEach((text, i) => {
    if (text === '' || text === 'NA' || text === '#REF!') tally.addMissing(text)
    else tally.add(text, i + 1)
  })
  return tally
}

test('tallies of parts of a column merge to that of the whole', () => {
  fc.assert(
    fc.property(column, fc.array(fc.nat(400), { maxLength: 3 }), (rows, cuts) => {
      const texts = rows.map(([text]) => text)
      const ends = [...cuts.filter((cut) => cut < texts.length), texts.length]
      ends.sort((a, b) => a - b)
      const merged = createColumnTally()
      ends.forEach((end, i) => {
        const start = i === 0 ? 0 : (ends[i - 1] ?? 0)
        merged.merge(structuredClone(tallyOf(texts.slice(start, end)).read()), start)
      })
      const whole = tallyOf(texts)
      expect(merged.read()).toEqual(whole.read())
      for (const decimal of ['.', ','] as const) {
        const decision = { name: 'x', type: 'number', decimal } as const
        expect(merged.finish(decision)).toEqual(whole.finish(decision))
      }
    }),
  )
})

test('samples of parts of a stream merge to one as thin as that of the whole, and as even', () => {
  fc.assert(
    fc.property(fc.nat(300), fc.nat(300), fc.nat(50), (nFirst, nSecond, nMore) => {
      const sample = createThinSample(16)
      const next = createThinSample(16)
      for (let i = 0; i < nFirst; i++) sample.add(i)
      for (let i = 0; i < nSecond; i++) next.add(nFirst + i)
      sample.merge(next.read())
      for (let i = 0; i < nMore; i++) sample.add(nFirst + nSecond + i)
      const { values, stride, seen } = sample.read()
      const n = nFirst + nSecond + nMore
      expect(seen).toBe(n)
      expect(values.length).toBeLessThanOrEqual(16)
      expect(Math.abs(values.length * stride - n)).toBeLessThanOrEqual(3 * stride)
      for (let i = 1; i < values.length; i++) {
        const step = (values[i] ?? 0) - (values[i - 1] ?? 0)
        expect(step).toBeGreaterThan(0)
        expect(step).toBeLessThanOrEqual(2 * stride)
      }
    }),
  )
})

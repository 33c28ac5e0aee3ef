import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FoldPlan } from '../../table/sales-fold'
import { inspectFile } from '../inspect'
import type { SourceProfile } from '../source-profile'
import { canFold } from './can-fold'
import { foldRange } from './fold-range'
import { findGap, foldSales } from './fold-sales'
import { mergeFolds } from './merge-folds'
import type { ByteRange } from './byte-range'
import { plainScanner } from './scanner'
import { planOf, salesColumns } from './testing/plan-of'
import { foldPlainly } from './testing/reference-fold'

async function profiled(text: string, overrides = {}) {
  const blob = new Blob([text])
  const inspection = await inspectFile('s.csv', blob, { overrides })
  if (!inspection.ok) throw new Error(inspection.failure.message)
  return { blob, profile: inspection.profile }
}

function cut(size: number, sizeOfRange: number): readonly ByteRange[] {
  const n = Math.ceil(size / sizeOfRange)
  return Array.from({ length: n }, (_, i) => ({
    start: i * sizeOfRange,
    end: i + 1 === n ? Infinity : (i + 1) * sizeOfRange,
    isExact: i === 0,
  }))
}

async function inRanges(
  blob: Blob,
  request: { profile: SourceProfile; plan: FoldPlan },
  size: number,
) {
  const ranges = cut(blob.size, size)
  const partials = await Promise.all(
    ranges.map((range) => foldRange(blob, { ...request, range }, { pieceSize: 64 })),
  )
  for (;;) {
    const gap = findGap(ranges, partials)
    if (gap === null) return mergeFolds(partials, request.plan)
    partials[gap.index] = await foldRange(blob, { ...request, range: gap.range }, { pieceSize: 64 })
  }
}

const header = 'SKU,STORE,CAT,SALES\n'
const odd =
  header +
  '1,7,Tea,3.25\r\n2,7,"Tea",1\n"2",8,"Ice, cold",-0.5\r\n\n3,8,"two\nlines, ""7"",\n9,9",4\n' +
  '3,8,Tea,\n,8,Tea,5\n4,,Tea,0.1\n4,8,,12.005\n9,8,Tea,"1,234.50"\nx,8,Tea,abc\n1,long store name,Tea,7\n5,7\n6,7,Tea,2,extra\n' +
  '1,7,Tea,0.29\n1,7,Käse und Brötchen,1e2\n1,7,Käse und Brötchen, 4 \n'

describe('foldSales', () => {
  it('knows a product by its text, however long it is and however its cell is written', async () => {
    const ids = ['7', '12345678', '123456789', 'Käse', 'a long product name', '"quoted"']
    const cells = ids.map((id) => `"${id.replaceAll('"', '""')}"`)
    const rows = [...cells, '7', '12345678', 'Käse', '123456789', 'a long product name', '""', '']
    const lines = rows.flatMap((cell) => [`${cell},1,Tea,2.50`, `${cell},1,Ice,`, `${cell},,Tea,1`])
    const { blob, profile } = await profiled(header + lines.join('\n'))
    const products = ids
    const plan = planOf({
      products,
      groupStarts: Int32Array.from({ length: 7 }, (_, i) => i),
      groups: Int32Array.of(5, 4, 3, 2, 1, 0),
      productFilters: [],
      leftOutBy: new Int32Array(6).fill(-1),
    })
    const fold = await foldSales(blob, { profile, plan })
    expect(fold.products).toEqual(products.toSorted())
    expect(fold).toEqual(await foldPlainly(blob, profile, plan))
  })

  it('knows a product that ends with the sign that parts the cells', async () => {
    const sign = '\u0001'
    const skus = ['ABCD', `"ABCD${sign}"`, 'ABCE', `"ABCD${sign}"`]
    const rows = [
      header.trim().split(','),
      ...skus.map((sku) => [sku, '7', 'Tea '.repeat(500), '1']),
    ]
    const text = rows.map((row) => row.join(sign)).join('\n')
    const { blob, profile } = await profiled(text, { delimiter: sign, hasHeader: true })
    const plan = planOf()
    const fold = await foldSales(blob, { profile, plan })
    expect(fold.products).toEqual(['ABCD', `ABCD${sign}`, 'ABCE'])
    expect(fold).toEqual(await foldPlainly(blob, profile, plan))
  })

  it('answers what the rows say', async () => {
    const { blob, profile } = await profiled(odd)
    expect(canFold(profile, salesColumns)).toBe(true)
    const plan = planOf()
    expect(await foldSales(blob, { profile, plan })).toEqual(await foldPlainly(blob, profile, plan))
  })

  it('ends, and answers what the rows say, after a quote that never closes', async () => {
    const { blob, profile } = await profiled(
      `${header}1,7,Tea,3\n2,7,"open,1\n3,8,Tea,2\n2,7,Tea,5`,
    )
    expect(canFold(profile, salesColumns)).toBe(true)
    const plan = planOf()
    const rows = await foldPlainly(blob, profile, plan)
    expect(await foldSales(blob, { profile, plan })).toEqual(rows)
    for (let size = 1; size <= 64; size++)
      expect(await inRanges(blob, { profile, plan }, size), `ranges of ${size}`).toEqual(rows)
  })

  it('does not depend on how the file is cut', async () => {
    const { blob, profile } = await profiled(odd)
    const plan = planOf({ excludeStores: ['long store name'], minValue: 0 })
    const whole = await foldPlainly(blob, profile, plan)
    for (let size = 1; size <= 64; size++) {
      const options = { pieceSize: size }
      expect(await foldSales(blob, { profile, plan }, options), `pieces of ${size}`).toEqual(whole)
      const plain = await foldSales(blob, { profile, plan }, { ...options, scanner: plainScanner })
      expect(plain, `pieces of ${size}, plain`).toEqual(whole)
      expect(await inRanges(blob, { profile, plan }, size), `ranges of ${size}`).toEqual(whole)
    }
  })

  it('equals the fold row by row for any rows, filters and number format', async () => {
    const text = fc.constantFrom(
      '1',
      '2',
      '3',
      '8',
      '9',
      '',
      '007',
      'a b',
      '"x,y"',
      '"l1\nl2"',
      '"say ""so"""',
      'é',
      'a"b',
    )
    const amount = fc.oneof(
      fc.integer({ min: -99_999, max: 999_999 }).map((cents) => (cents / 100).toFixed(2)),
      fc.double({ noNaN: true, min: -1e6, max: 1e6 }).map(String),
      fc.constantFrom(
        '',
        'NA',
        'x',
        '1e3',
        '.5',
        '5.',
        '-',
        '-0',
        '0.005',
        '1.005',
        '123456789.0123456789',
        '"1,000.5"',
        '(3)',
        '$4',
        '+2',
      ),
    )
    const row = fc.tuple(text, text, text, amount)
    const plan = fc.record({
      excludeStores: fc.constantFrom([], ['8'], ['x,y', '1']),
      minValue: fc.constantFrom(null, 0, 1.5),
      onlyPositive: fc.boolean(),
      decimals: fc.constantFrom(0, 2, 3, 6),
      leftOut: fc.boolean(),
      hasCategory: fc.boolean(),
    })
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { minLength: 1, maxLength: 60 }),
        plan,
        fc.nat({ max: 90 }),
        async (rows, given, size) => {
          const { leftOut, hasCategory, ...filters } = given
          const body = rows.map((cells) => cells.join(',')).join('\n')
          const types = [{ column: 'SALES', type: 'number' as const }]
          const { blob, profile } = await profiled(`${header}${body}\n1,7,Tea,1.25\n`, {
            delimiter: ',',
            hasHeader: true,
            skipLines: 0,
            endLine: null,
            types,
          })
          const made = planOf({
            ...filters,
            columns: { ...salesColumns, category: hasCategory ? 'CAT' : null },
            ...(leftOut
              ? {
                  productFilters: ['new', 'old'],
                  leftOutBy: Int32Array.of(-1, 0, -1, -1, -1, 1, -1, -1, 0),
                }
              : {}),
          })
          fc.pre(canFold(profile, made.columns))
          const expected = await foldPlainly(blob, profile, made)
          for (const options of [{}, { scanner: plainScanner }])
            expect(
              await foldSales(blob, { profile, plan: made }, { ...options, pieceSize: size + 1 }),
            ).toEqual(expected)
          expect(await inRanges(blob, { profile, plan: made }, size + 1)).toEqual(expected)
        },
      ),
      { numRuns: 200 },
    )
  })
})

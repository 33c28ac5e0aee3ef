import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ColumnProfile } from '../../table/column-profile'
import { pieceBytes } from '../file-hash'
import { inspectFile } from '../inspect'
import { createRowTally } from '../tally-rows'
import { createNodeHash, openNodeHash } from '../testing/fuzz/node-hash'
import { cutRanges, type Range } from './cut-ranges'
import { tallyBytes } from './tally-bytes'
import { tallyInTurn } from './tally-in-turn'
import { tallyRange } from './tally-range'
import { plainText as source } from './testing/plain-text'

/** Of many values a sample is kept: which one depends on the ranges. */
function exact<P extends { readonly columns: readonly ColumnProfile[] }>(profile: P): P {
  const columns = profile.columns.map((column) => ({
    ...column,
    histogram: [],
    range: column.range === null ? null : { ...column.range, median: 0 },
  }))
  return { ...profile, columns }
}

type How = {
  readonly ranges: readonly Range[]
  readonly pieceSize: number
  readonly findsEnd: boolean
}

/** What a file is found to hold, and how much of it was told as ranges. */
async function profileOf(text: string, { ranges, pieceSize, findsEnd }: How) {
  const blob = new Blob([text])
  const tally = createRowTally({
    ...source,
    hasHeader: true,
    headerRows: 1,
    endLine: null,
    mayHaveFooter: findsEnd,
    plainColumns: new Set(),
    nullTokens: ['NA'],
    overrides: {},
  })
  let nTold = 0
  let nInRanges = 0
  await tallyBytes(blob, {
    source: { ...source, onBytes: (bytes) => void (nTold += bytes.length) },
    tally,
    options: {
      nullTokens: ['NA'],
      hasFixedFormat: false,
      pieceSize,
      ranges,
      tallyRanges: async (requests) =>
        Promise.all(
          requests.map((request) =>
            tallyRange(blob, structuredClone(request), {
              openHash: openNodeHash,
              pieceSize,
              report: () => undefined,
            }),
          ),
        ),
      onMerge: () => undefined,
      onDigests: (_, nBytes) => {
        nInRanges += nBytes
      },
    },
  })
  expect(nTold + nInRanges).toBe(blob.size)
  return { profile: tally.finish(), nInRanges }
}

function cut(size: number, first: number, n: number): readonly Range[] {
  const at = (i: number) => Math.floor(first + ((size - first) * i) / n)
  return Array.from({ length: n }, (_, i) => ({ start: at(i), end: at(i + 1) }))
}

const damaged = ['8,"quoted, cell",1', '9,"a ""b""",2', '10,"two\nlines",3', '15,"open,5']
const unlike = [
  '7,x,n.a.',
  '11,NA,1.234',
  '',
  'ID,NAME,AMOUNT',
  '# note',
  '12,short',
  '13,long,1,2',
]
const odd = fc.constantFrom(...damaged, ...unlike, '14,\u0001,5')

/** Numbers of every sign and with several counts of decimals. */
function rowOf(i: number): string {
  const value = ((i * 37) % 1000) * (i % 3 === 0 ? -1 : 1)
  return `${i % 50},name ${i % 9},${i % 2 === 0 ? value : (value / 1000).toFixed(1 + (i % 5))}`
}

test('ranges add up to the profile of the whole file, whatever its rows are and wherever they begin', async () => {
  let most = 0
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(700), odd), { maxLength: 4 }),
      fc.integer({ min: 1, max: 5 }),
      fc.integer({ min: 40, max: 5000 }),
      async (oddRows, n, pieceSize) => {
        const rows = Array.from({ length: 700 }, (_, i) => rowOf(i))
        for (const [at, row] of oddRows) rows[at] = row
        const text = `ID,NAME,AMOUNT\n${rows.join('\n')}\n`
        const ranges = cut(text.length, 3000, n)
        const how = { pieceSize, findsEnd: false }
        const whole = await profileOf(text, { ...how, ranges: [] })
        const parts = await profileOf(text, { ...how, ranges })
        expect(parts.profile).toEqual(whole.profile)
        most = Math.max(most, parts.nInRanges)
      },
    ),
    { numRuns: 100 },
  )
  expect(most).toBeGreaterThan(5000)
})

test('a value that is no number, and an end of the table, are what they are without ranges', async () => {
  const rows = Array.from({ length: 130_000 }, (_, i) =>
    i % 9000 === 17 ? `${i},name,n.a.` : `${i},name ${i % 9},${i / 4}`,
  )
  const second = '\nSTORE,CITY\n1,Ulm\n2,Bonn\n'
  const places = [
    { middle: '', end: '' },
    { middle: '', end: 'Total,,750000\n' },
    { middle: '', end: second },
    { middle: second, end: '' },
  ]
  for (const { middle, end } of places) {
    const parts = [rows.slice(0, 120_000), rows.slice(120_000)].map((some) => some.join('\n'))
    const text = `ID,NAME,AMOUNT\n${parts[0]}\n${middle}${parts[1]}\n${end}`
    const ranges = cut(text.length - 2 ** 18, 2_200_000, 2)
    const how = { pieceSize: 2 ** 18, findsEnd: true }
    const whole = await profileOf(text, { ...how, ranges: [] })
    const apart = await profileOf(text, { ...how, ranges })
    expect(exact(apart.profile), end).toEqual(exact(whole.profile))
    if (middle === '') expect(apart.nInRanges).toBeGreaterThan(200_000)
  }
})

test('what stands above a range is not forgotten: a gap or a row of blanks before a second table', async () => {
  const rows = Array.from({ length: 130_000 }, (_, i) => `${i},name ${i % 9},${i % 5000}`)
  const table = `ID,NAME,AMOUNT\n${rows.join('\n')}\n`
  const second = `STORE,CITY,SALES\n${rows.slice(0, 30_000).join('\n')}\n`
  for (const between of ['\n', ',,\n']) {
    const text = `${table}${between}${second}`
    const how = { pieceSize: 2 ** 18, findsEnd: true }
    const whole = await profileOf(text, { ...how, ranges: [] })
    expect(whole.profile.nRows).toBeLessThan(130_002)
    for (const start of [table.length, table.length + between.length]) {
      const ranges = [
        { start: 2_000_000, end: start },
        { start, end: start + 200_000 },
      ]
      const parts = await profileOf(text, { ...how, ranges })
      expect(exact(parts.profile)).toEqual(exact(whole.profile))
    }
  }
})

test('the first levels of a column are those that come first, whichever range they are in', async () => {
  const falling = Array.from({ length: 4000 }, (_, i) => `5,1.5,${(9000 - i) / 4}`)
  const text = `ID,SAME,AMOUNT\n${'5,1.5,1.5\n'.repeat(4000)}${falling.join('\n')}\n`
  const how = { pieceSize: 2 ** 14, findsEnd: false }
  const whole = await profileOf(text, { ...how, ranges: [] })
  const parts = await profileOf(text, { ...how, ranges: cut(text.length, 20_000, 3) })
  expect(parts.nInRanges).toBe(text.length - 20_000)
  expect(whole.profile.columns[2]?.levels.slice(0, 3)).toEqual(['1.5', '2250', '2249.75'])
  expect(parts.profile).toEqual(whole.profile)
})

test('the ranges of a file begin behind more rows than are summed up and end where pieces of its digest do', async () => {
  const linesOf = (length: number) => new Blob([`${'x'.repeat(length - 1)}\n`.repeat(1e6 / length)])
  expect(await cutRanges(linesOf(40), 2 ** 26)).toEqual([])
  expect(await cutRanges(new Blob(['x'.repeat(1e6)]), 12e9)).toEqual([])
  for (const [size, length] of [
    [2 ** 28, 40],
    [1.5e9, 40],
    [12e9, 1000],
  ] as const) {
    const ranges = await cutRanges(linesOf(length), size)
    const head = ranges[0]?.start ?? 0
    expect(head / length).toBeGreaterThan(120_000)
    expect(head / length).toBeLessThan(140_000)
    for (const { start, end } of ranges)
      expect([start % pieceBytes, end % pieceBytes]).toEqual([0, 0])
    expect(ranges.slice(1).map(({ start }) => start)).toEqual(
      ranges.slice(0, -1).map(({ end }) => end),
    )
    expect(size - (ranges.at(-1)?.end ?? 0)).toBeLessThan(pieceBytes)
    const sizes = ranges.map(({ start, end }) => end - start).toSorted((a, b) => a - b)
    expect((sizes.at(-1) ?? 0) - (sizes[0] ?? 0)).toBeLessThanOrEqual(pieceBytes)
  }
})

test('a large file is read in ranges, to the profile and the digest of all of it', async () => {
  const nRows = 200_000
  const block = Array.from({ length: nRows }, (_, i) => `${i},${i % 977},${(i * 7) % 1000}.25`)
  block[777] = '777,777,n.a.'
  const part = `${block.join('\n')}\n`
  const nParts = Math.ceil(1.6e8 / part.length)
  const bytes = Buffer.from(`SKU,STORE,SALES\n${part.repeat(nParts)}`)
  let nAsked = 0
  const inspection = await inspectFile('t.csv', new Blob([bytes]), {
    tallyRanges: (file, requests, report) => {
      nAsked = requests.length
      return tallyInTurn()(file, requests, report)
    },
  })
  if (!inspection.ok) throw new Error(inspection.failure.message)
  expect(nAsked).toBe(2)
  const { profile } = inspection
  const hash = createNodeHash(bytes.length)
  await hash.update(bytes)
  expect(profile.digest).toBe(await hash.digest())
  expect([profile.size, profile.nRows]).toEqual([bytes.length, nParts * nRows])
  const [sku, store, sales] = profile.columns
  expect([sku?.nDistinct, store?.nDistinct, sales?.nDistinct]).toEqual([nRows, 977, 1001])
  expect(sales?.rejected.map(({ line }) => line)).toEqual(
    Array.from({ length: nParts }, (_, i) => i * nRows + 779),
  )
  expect(sales?.range).toMatchObject({ min: 0.25, max: 999.25, decimals: 2, isInteger: false })
  expect(Math.abs((sales?.range?.median ?? 0) - 499.75)).toBeLessThan(10)
}, 60_000)

import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inspectFile, type InspectRequest } from '../inspect'
import { createRowTally } from '../tally-rows'
import { ChunkedBlob } from '../testing/chunked-blob'
import { plainScanner } from './scanner'
import { tallyBytes } from './tally-bytes'
import { plainText } from './testing/plain-text'

const encode = (text: string) => new TextEncoder().encode(text)

/** No end of the table is looked for, so that ordinary rows begin behind the first hundred. */
const open = { endLine: null }

async function bothWays(bytes: Uint8Array<ArrayBuffer>, request: InspectRequest = {}, size = 4093) {
  const byRows = await inspectFile('t.csv', new Blob([bytes]), { ...request, by: 'rows' })
  const byBytesWith = (given: InspectRequest) =>
    inspectFile('t.csv', new ChunkedBlob(bytes, size), { ...request, ...given, by: 'bytes' })
  const byBytes = await byBytesWith({})
  // Of a long file nothing but time hangs on which scanner it is.
  if (bytes.length < 1e6) expect(byBytes).toEqual(await byBytesWith({ scanner: plainScanner }))
  return { byRows, byBytes }
}

const rows = (n: number, row: (i: number) => string) =>
  Array.from({ length: n }, (_, i) => row(i)).join('\n')

const odd =
  'ID,NAME,AMOUNT,DAY\n' +
  `${rows(130, (i) => `${i},name ${i % 7},${i % 3 === 0 ? 'NA' : (i / 4).toFixed(2)},2024-01-0${(i % 9) + 1}`)}\n` +
  '7,"quoted, cell",3.5,x\r\n8,"a ""b""",1.234,\n\n9,"two\nlines",1e3,-\n10,short\n11,long,1,2,3\n' +
  'ID,NAME,AMOUNT,DAY\n12,Käse,"1,234.5",#REF!\n13,東京,(5),\t\n-0,\u0001,0.125,?\n' +
  rows(140, (i) => `00${i},"n${i}",${i}.5,yes`)

describe('a profile by bytes', () => {
  it('is the profile by rows, however the bytes come', async () => {
    for (const size of [1, 2, 3, 5, 8, 13, 21, 34, 64, 257, 4093, 1 << 20]) {
      const { byRows, byBytes } = await bothWays(encode(odd), { overrides: open }, size)
      expect(byRows.ok).toBe(true)
      expect(byBytes, `pieces of ${size}`).toEqual(byRows)
    }
  })

  it('finds the end of a long table as the profile by rows does', async () => {
    const table = `SKU,STORE,SALES\n${rows(102_000, (i) => `${i % 977},${i >> 8},${(i * 7919) % 10_007}.${10 + (i % 89)}`)}\n`
    for (const end of [
      '',
      'Total,,750000\n',
      '\nTotal,,5\n',
      '\nSTORE,CITY\n1,Ulm\n2,Bonn\n',
      '# note\n',
      `Total,,750000\n${',,\n'.repeat(200)}Source: SAP,,\n`,
      `Total,,750000\n${',,\n'.repeat(90_000)}`,
      `Total,,750000\nAverage,,7\n\n${'one more line of a note\n'.repeat(15)}`,
      'Total,,750000\n\nSTORE,CITY\n1,Ulm\n2,Bonn\n',
    ]) {
      const { byRows, byBytes } = await bothWays(encode(table + end), {}, 1 << 18)
      expect(byBytes, end).toEqual(byRows)
    }
  })

  it('is the profile by rows of a table that is shorter than its first rows let expect, or has an end', async () => {
    const remark = 'a remark '.repeat(8)
    const short = (n: number) => rows(n, (i) => `s${i % 10},${i % 7},${i % 5},`)
    const long = rows(50_000, (i) => `s${i % 10},${i % 7},${i % 5},${remark}`)
    const apart = rows(11_000, (i) => `s${i % 10},${i % 7},${i % 5},\n`)
    const sum = (modulus: number, ...counts: number[]) =>
      counts.flatMap((n) => [...Array(n).keys()]).reduce((all, i) => all + (i % modulus), 0)
    const total = (...counts: number[]) => `Total,${sum(7, ...counts)},${sum(5, ...counts)},`
    const below = rows(60_000, (i) => `t${i % 9},u${i % 8},${i % 7},${remark}`)
    const second = `Name,City,#Items,\n${below}\n`
    for (const [nAbove, table] of [
      [0, `${short(11_000)}\n${long}\n`],
      [1, `${short(11_000)}\n${long}\n${total(11_000, 50_000)}\n`],
      [1, `${apart}\n${long}\n${total(11_000, 50_000)}\n`],
      [60_003, `${short(50_000)}\n${total(50_000)}\n,,,\n${second}`],
      [60_003, `${short(100_000)}\n${total(100_000)}\n,,,\n${second}`],
    ] as const) {
      const { byRows, byBytes } = await bothWays(encode(`A,B,C,NOTE\n${table}`), {}, 1 << 18)
      expect(byRows.ok && byRows.profile.account.nBelow).toBe(nAbove)
      expect(byBytes).toEqual(byRows)
    }
  })

  it('is the profile by rows where a quote is open on every line', async () => {
    const lines = rows(30_000, (i) => `"${i % 7},name ${i % 3},${i % 50}`)
    for (const after of ['', '\n7,good,5\n8,"quoted, cell",5\n'.repeat(3000)]) {
      const bytes = encode(`ID,NAME,AMOUNT\n${lines}${after}`)
      const { byRows, byBytes } = await bothWays(bytes, { overrides: open }, 1 << 16)
      expect(byBytes).toEqual(byRows)
    }
  })

  it('reads more distinct texts than are counted', async () => {
    const table = `ID,X,Y,T\n${rows(210_000, (i) => `${i},${i * 3}.${i % 10},${i % 2 === 0 ? '' : `${i}.25`},t${i}`)}\n`
    const { byRows, byBytes } = await bothWays(encode(table), { overrides: open }, 1 << 20)
    expect(byBytes).toEqual(byRows)
  })

  it('leaves what is no UTF-8 to the general reader', async () => {
    const bytes = encode(
      `a,b\n${rows(300, (i) => `${i},x`)}\n1,caf#\n${rows(300, (i) => `${i},y`)}\n`,
    )
    bytes[bytes.indexOf(35)] = 0xe9
    const { byRows, byBytes } = await bothWays(bytes)
    expect(byBytes).toEqual(byRows)
  })

  it('equals the profile by rows for any table', async () => {
    const cell = fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom('1', '2', 'a', 'b', '', '1.5', '12.25', 'Tea') },
      { weight: 2, arbitrary: fc.integer({ min: -1e6, max: 1e6 }).map((n) => String(n / 100)) },
      fc.constantFrom(
        'NA',
        '-',
        '007',
        '1,5',
        '1.234',
        '"1,234"',
        '"x, y"',
        '"say ""so"""',
        '"l1\nl2"',
        'a"b',
        '"open',
        '#',
        '$5',
        '5 %',
        '(3)',
        'true',
        '2024-01-05',
        '\u0007',
        'é',
        '\ufffd',
        ' x ',
        'Total',
      ),
    )
    const width = 3
    const row = fc.oneof(
      { weight: 30, arbitrary: fc.array(cell, { minLength: width, maxLength: width }) },
      fc.array(cell, { maxLength: 5 }),
      fc.constant(['a', 'b', 'c']),
      fc.constantFrom(['', '', ''], ['Total', '', ''], ['Source: x', '', ''], ['Mean', '1', 'x']),
    )
    const line = fc
      .tuple(row, fc.constantFrom('\n', '\n', '\n', '\r\n', '\n\n', '\r'))
      .map(([cells, end]) => cells.join(',') + end)
    const body = fc.array(line, { minLength: 1, maxLength: 90 })
    await fc.assert(
      fc.asyncProperty(
        body,
        body,
        fc.integer({ min: 1, max: 400 }),
        fc.boolean(),
        async (first, last, size, isOpen) => {
          const text = `a,b,c\n${rows(120, (i) => `${i},${i % 5},x`)}\n${first.join('')}${rows(60, (i) => `${i},${i % 5},x`)}\n${last.join('')}`
          const overrides = {
            delimiter: ',',
            hasHeader: true,
            skipLines: 0,
            headerRows: 1,
            ...(isOpen ? open : {}),
          }
          const { byRows, byBytes } = await bothWays(encode(text), { overrides }, size)
          expect(byBytes).toEqual(byRows)
        },
      ),
      { numRuns: 60 },
    )
  })

  it('tells ordinary rows to the columns without making texts of them', async () => {
    const text = `a,b\n${rows(1000, (i) => `${i},x`)}\n"two\nlines",y\n${rows(500, (i) => `"${i}",z`)}\n`
    const tally = createRowTally({
      name: 't.csv',
      hasHeader: true,
      headerRows: 1,
      endLine: null,
      delimiter: ',',
      mayHaveFooter: false,
      plainColumns: new Set(),
      nullTokens: [],
      overrides: {},
    })
    let nPassed = 0
    const pass: typeof tally.pass = (n, last) => {
      nPassed += n
      tally.pass(n, last)
    }
    await tallyBytes(new Blob([text]), {
      source: plainText,
      tally: { ...tally, pass },
      options: {
        nullTokens: [],
        hasFixedFormat: false,
        tallyRanges: async () => [],
        onDigests: () => undefined,
        onMerge: () => undefined,
      },
    })
    expect(tally.finish().nRows).toBe(1501)
    expect(nPassed).toBeGreaterThan(1200)
  })
})

const shared = fileURLToPath(new URL('../../../../shared/data/', import.meta.url))

describe.runIf(existsSync(shared))('real files by bytes', () => {
  const files = existsSync(shared)
    ? readdirSync(shared, { recursive: true, encoding: 'utf8' })
        .filter((path) => /\.(csv|tsv|txt)$/.test(path))
        .filter((path) => statSync(join(shared, path)).size < 5e5)
        .sort()
    : []

  it('have the profile that they have by rows', async () => {
    expect(files.length).toBeGreaterThan(0)
    for (const path of files) {
      const bytes = new Uint8Array(readFileSync(join(shared, path)))
      for (const overrides of [{}, open]) {
        const { byRows, byBytes } = await bothWays(bytes, { overrides }, 1 << 16)
        expect(byBytes, path).toEqual(byRows)
      }
    }
  }, 300_000)
})

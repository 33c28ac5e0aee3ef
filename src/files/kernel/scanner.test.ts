import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ByteWindow } from './byte-pieces'
import { batchRows, type CellBatch } from './cell-batch'
import { kindsOfBytes, type CellLayout } from './cell-layout'
import { createScanner } from './create-scanner'
import { notPlain } from './read-digits'
import { plainScanner, type Scanner } from './scanner'
import { wordPadding } from './text-words'

const decoder = new TextDecoder()
const size = { nColumns: 4, nSlots: 3 }

function windowOf(text: string, given: Partial<ByteWindow> = {}): ByteWindow {
  const inside = new TextEncoder().encode(text)
  const bytes = new Uint8Array(inside.length + wordPadding)
  bytes.set(inside)
  const view = new DataView(bytes.buffer)
  return { bytes, view, at: 0, end: inside.length, offset: 0, line: 1, isLast: true, ...given }
}

function layoutOf(given: Partial<CellLayout> = {}): CellLayout {
  return {
    kinds: kindsOfBytes(','),
    slots: Int16Array.of(0, 1, -1, 2),
    nSlots: 3,
    minCells: 4,
    maxCells: 4,
    until: Infinity,
    ordinary: null,
    ...given,
  }
}

/** All that a scanner tells of a window, run by run, until it stops for good. */
function scanAll(scanner: Scanner, window: ByteWindow, layout: CellLayout) {
  const batch = scanner.createBatch(window, layout.nSlots)
  const rows: string[] = []
  for (;;) {
    const stop = scanner.splitRows(window, layout, batch)
    rows.push(...rowsOf(scanner, batch, layout.nSlots))
    if (stop !== 'full') return { stop, at: window.at, line: window.line, rows }
    batch.nRows = 0
  }
}

function rowsOf(scanner: Scanner, batch: CellBatch, nSlots: number): string[] {
  const { nRows, starts, ends, repeats, bytes } = batch
  const cellsOf = Array.from({ length: nSlots }, (_, slot) => {
    scanner.readDigits(batch, slot, 46)
    return Array.from({ length: nRows }, (_, row) => {
      const place = slot * batchRows + row
      const text = decoder.decode(bytes.subarray(starts[place], ends[place]))
      const form = batch.forms[row]
      // What repeats may be seen or not, but is never said of cells that differ.
      const above = place - 1
      if (
        repeats[place] === 1 &&
        text !== decoder.decode(bytes.subarray(starts[above], ends[above]))
      )
        throw new Error(`${text} is no repeat`)
      const digits = form === notPlain ? NaN : batch.digits[row]
      return [text, form, digits]
    })
  })
  // As one text a row: long lists of objects are slow to hold against each other.
  return Array.from({ length: nRows }, (_, row) =>
    JSON.stringify([batch.lines[row], ...cellsOf.map((cells) => cells[row])]),
  )
}

function both(text: string, layout: CellLayout, given: Partial<ByteWindow> = {}) {
  const scanner = createScanner(size)
  expect(scanner).not.toBe(plainScanner)
  const compiled = scanAll(scanner, windowOf(text, given), layout)
  expect(compiled).toEqual(scanAll(plainScanner, windowOf(text, given), layout))
  return compiled
}

const cell = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('', '1', 'Tea', 'Department 00 GM', '12.50', '00001') },
  fc.integer({ min: -1e9, max: 1e9 }).map((n) => String(n / 100)),
  fc.constantFrom(
    '-',
    '-0',
    '007.5',
    '.5',
    '5.',
    '1.2.3',
    '123456789012345',
    '1234567890123456',
    '-12345678901.234',
    '"Ice, cold"',
    '"a""b"',
    '"open',
    'a"b',
    '"x"y',
    '\t',
    '\u0001',
    'é',
    'eight888',
    'nine99999',
  ),
  fc.string({ maxLength: 20 }),
)
const lineEnd = fc.constantFrom('\n', '\n', '\n', '\r\n', '\r', '\n\n')
const text = fc
  .array(fc.tuple(fc.array(cell, { minLength: 4, maxLength: 4 }), lineEnd), { maxLength: 60 })
  .map((rows) => rows.map(([cells, end]) => cells.join(',') + end).join(''))

describe('a scanner in WebAssembly', () => {
  it('tells what the plain one tells, of any bytes', () => {
    const layout = fc.record({
      kinds: fc.constantFrom(',', ',', ';', '\t', '|').map(kindsOfBytes),
      maxCells: fc.constantFrom(4, Infinity),
      until: fc.oneof(fc.constant(Infinity), fc.nat({ max: 300 })),
      ordinary: fc.constantFrom(
        null,
        { notFirst: null, numberColumn: -1 },
        { notFirst: new TextEncoder().encode('Tea'), numberColumn: 1 },
      ),
    })
    fc.assert(
      fc.property(text, layout, fc.nat({ max: 40 }), (made, given, at) => {
        const start = Math.min(at, made.length)
        both(made, layoutOf(given), { at: start, offset: 1000 - start, line: 7 })
      }),
      { numRuns: 400 },
    )
  })

  it('goes on where the rows are more than a batch or a chunk holds', () => {
    const row = (i: number) => `${1_000_000 + 13 * (i % 9000)},${i >> 6},x,${i}.${10 + (i % 89)}\n`
    const rows = Array.from({ length: 30_000 }, (_, i) => row(i)).join('')
    const { rows: told, stop } = both(rows, layoutOf())
    expect([told.length, stop]).toEqual([30_000, 'starved'])
  })

  it('leaves a record that no chunk holds to the twin', () => {
    const long = 'y'.repeat(300_000)
    const { stop, rows } = both(`1,2,3,4\n1,2,${long},4\n1,2,3,4\n`, layoutOf())
    expect([stop, rows.length]).toEqual(['odd', 1])
    expect(both(`1,2,3,4\n1,2,${long}`, layoutOf()).stop).toBe('starved')
    expect(both(`1,2,3,4\n1,2,${long},4\n`, layoutOf({ until: 10 })).stop).toBe('odd')
  })

  it('is not used for a table wider than its memory', () => {
    expect(createScanner({ nColumns: 300, nSlots: 4 })).toBe(plainScanner)
    expect(createScanner({ nColumns: 100, nSlots: 100 })).toBe(plainScanner)
  })
})

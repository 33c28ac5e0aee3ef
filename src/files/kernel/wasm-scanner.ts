import type { ByteWindow } from './byte-pieces'
import { batchRows, type CellBatch } from './cell-batch'
import { delimiter, maxCellLength, type CellLayout } from './cell-layout'
import { plainScanner, type Scanner } from './scanner'
import type { Stop } from './split-rows'
import { base64 } from './wasm/scan.ts?assemblyscript'

/** Sizes of its memory: see `wasm/memory.ts`. */
export const maxColumns = 256
export const maxSlots = 64
const chunkSize = 3 << 15
const padding = 128

/** In the order of the numbers that the scan answers. */
const stops: readonly Stop[] = ['full', 'starved', 'odd']

type Place = { readonly value: number }

export type Scan = {
  readonly memory: { readonly buffer: ArrayBuffer }
  readonly chunk: Place
  readonly slots: Place
  readonly notFirst: Place
  readonly starts: Place
  readonly ends: Place
  readonly repeats: Place
  readonly lines: Place
  readonly digits: Place
  readonly forms: Place
  readonly taken: Place
  readonly nLines: Place
  readonly nRows: Place
  readonly setLayout: (sign: number, nColumns: number, fewest: number, most: number) => void
  readonly setOrdinary: (isStrict: boolean, numberColumn: number, notFirstLength: number) => void
  readonly splitRows: (length: number, limit: number, base: number, line: number) => number
  readonly readDigits: (slot: number, nRows: number, point: number, base: number) => void
}

/** Null where the host has no WebAssembly with vectors, or its policy refuses it. */
export function openScan(): Scan | null {
  const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))
  if (typeof WebAssembly === 'undefined' || !WebAssembly.validate(bytes)) return null
  try {
    return new WebAssembly.Instance(new WebAssembly.Module(bytes)).exports as Scan
  } catch (error) {
    if (error instanceof WebAssembly.CompileError) return null
    throw error
  }
}

/**
 * The scanner over the memory of a scan: rows are copied there chunk by chunk, and split there. Many
 * readers share one scan, for nothing in it outlasts a batch.
 */
export function createWasmScanner(scan: Scan): Scanner {
  const memory = new Uint8Array(scan.memory.buffer)
  /** Where in the window the chunk begins. */
  let base = 0

  const splitRows = (window: ByteWindow, layout: CellLayout, batch: CellBatch): Stop => {
    setLayout(scan, layout)
    const { bytes, at, end, offset } = window
    const length = Math.min(end - at, chunkSize)
    const chunk = scan.chunk.value
    memory.set(bytes.subarray(at, at + length), chunk)
    memory.fill(0, chunk + length, chunk + length + padding)
    const limit = Math.max(0, Math.min(length, layout.until - offset - at))
    const stop = stops[scan.splitRows(length, limit, at, window.line)]
    base = at
    window.at += scan.taken.value
    window.line += scan.nLines.value
    batch.nRows = scan.nRows.value
    batch.bytes = bytes
    batch.view = window.view
    const isCut = stop === 'starved' && at + length < end && offset + window.at < layout.until
    if (!isCut) return stop
    // A record that no chunk holds is odd; the twin knows whether it is whole.
    return window.at > at ? 'full' : plainScanner.splitRows(window, layout, batch)
  }
  return {
    createBatch: ({ bytes, view }, nSlots) => batchOver(scan, { bytes, view, nSlots }),
    splitRows,
    readDigits: ({ nRows }, slot, point) => scan.readDigits(slot, nRows, point, base),
  }
}

function setLayout(
  { setLayout, setOrdinary, memory, slots: slotsAt, notFirst: textAt }: Scan,
  { kinds, slots, minCells, maxCells, ordinary }: CellLayout,
): void {
  setLayout(kinds.indexOf(delimiter), slots.length, minCells, Math.min(maxCells, 2 ** 31 - 1))
  new Int32Array(memory.buffer, slotsAt.value, slots.length).set(slots)
  const text = ordinary?.notFirst ?? null
  // No ordinary row has a cell as long as that.
  const canBe = text !== null && text.length <= maxCellLength
  if (canBe) new Uint8Array(memory.buffer).set(text, textAt.value)
  setOrdinary(ordinary !== null, ordinary?.numberColumn ?? -1, canBe ? text.length : -1)
}

type Opened = Pick<CellBatch, 'bytes' | 'view'> & { readonly nSlots: number }

function batchOver(scan: Scan, { bytes, view, nSlots }: Opened): CellBatch {
  const { buffer } = scan.memory
  const nCells = nSlots * batchRows
  return {
    bytes,
    view,
    nRows: 0,
    starts: new Int32Array(buffer, scan.starts.value, nCells),
    ends: new Int32Array(buffer, scan.ends.value, nCells),
    repeats: new Uint8Array(buffer, scan.repeats.value, nCells),
    lines: new Float64Array(buffer, scan.lines.value, batchRows),
    digits: new Float64Array(buffer, scan.digits.value, batchRows),
    forms: new Uint8Array(buffer, scan.forms.value, batchRows),
  }
}

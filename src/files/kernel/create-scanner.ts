import { plainScanner, type Scanner } from './scanner'
import { createWasmScanner, maxColumns, maxSlots, openScan } from './wasm-scanner'

type ScanSize = { readonly nColumns: number; readonly nSlots: number }

/** One a thread. */
let fastest: Scanner | null = null

/** The fastest scanner of the host for a table. */
export function createScanner({ nColumns, nSlots }: ScanSize): Scanner {
  if (nColumns > maxColumns || nSlots > maxSlots) return plainScanner
  fastest ??= openFastest()
  return fastest
}

function openFastest(): Scanner {
  const scan = openScan()
  return scan === null ? plainScanner : createWasmScanner(scan)
}

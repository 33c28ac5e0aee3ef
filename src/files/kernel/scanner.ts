import type { ByteWindow } from './byte-pieces'
import { createBatch, type CellBatch } from './cell-batch'
import type { CellLayout } from './cell-layout'
import { readDigits } from './read-digits'
import { splitRows, type Stop } from './split-rows'

/** The loops over all bytes of a file. Twins of them give the same answers in other time. */
export type Scanner = {
  readonly createBatch: (window: ByteWindow, nSlots: number) => CellBatch
  readonly splitRows: (window: ByteWindow, layout: CellLayout, batch: CellBatch) => Stop
  readonly readDigits: (batch: CellBatch, slot: number, point: number) => void
}

export const plainScanner: Scanner = { createBatch, splitRows, readDigits }

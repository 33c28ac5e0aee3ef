import { inspectFile } from '../inspect'
import { readText } from '../read-text'
import type { ReadOverrides } from '../source-profile'
import { makeWorkbook, type MadeBook } from './made-workbook'

/** The cells of a workbook as text, the header first. */
export async function rowsOfWorkbook(book: MadeBook | Blob, overrides: ReadOverrides = {}) {
  const blob = book instanceof Blob ? book : makeWorkbook(book)
  const reading = await readText('t.xlsx', blob, overrides)
  if (!reading.ok) throw new Error(reading.failure.message)
  return reading.rows
}

/** The profile of a workbook that is read. */
export async function profileOfWorkbook(book: MadeBook | Blob, overrides: ReadOverrides = {}) {
  const blob = book instanceof Blob ? book : makeWorkbook(book)
  const inspection = await inspectFile('t.xlsx', blob, { overrides })
  if (!inspection.ok) throw new Error(inspection.failure.message)
  return inspection.profile
}

/** Why a workbook is not read. */
export async function failureOfWorkbook(book: MadeBook | Blob, overrides: ReadOverrides = {}) {
  const blob = book instanceof Blob ? book : makeWorkbook(book)
  const inspection = await inspectFile('t.xlsx', blob, { overrides })
  if (inspection.ok) throw new Error('The file was read.')
  return inspection.failure
}

/** A sheet whose row of data has 1 under `id` and the given cell under `x`. */
const head =
  '<row r="1"><c r="A1" t="inlineStr"><is><t>id</t></is></c><c r="B1" t="inlineStr"><is><t>x</t></is></c></row>'
export const sheetWith = (cell: string) => ({
  sheets: [{ name: 'S', rows: `${head}<row r="2"><c r="A2"><v>1</v></c>${cell}</row>` }],
})

import { countOf } from '../count-of'
import { isExcelCsv } from '../export-csv'
import type { RowBatch } from '../read-rows'
import { restoreFormulas } from './excel-text'

/** Longer than the mark and any first name of a header that is not made to be long. */
const headLength = 4096

type Dialect = {
  readonly isGzip: boolean
  readonly encoding: string
  readonly delimiter: string
  readonly quote: string
}
type Reading = Dialect & { readonly onNote?: (note: string) => void }

/**
 * The rows of a file as they were before `exportCsv` wrote it for Excel: its apostrophes are taken
 * off, and how many is told. The rows of any other file are kept, an apostrophe before a formula too:
 * nobody knows who put it there.
 */
export async function* restoreRows(
  blob: Blob,
  batches: AsyncGenerator<RowBatch>,
  reading: Reading,
): AsyncGenerator<RowBatch> {
  if (!(await isExcelExport(blob, reading))) {
    yield* batches
    return
  }
  let nRestored = 0
  const restore = (text: string): string => {
    const restored = restoreFormulas(text)
    if (restored !== text) nRestored += 1
    return restored
  }
  for await (const batch of batches)
    yield { ...batch, rows: batch.rows.map((row) => row.map(restore)) }
  if (nRestored > 0)
    reading.onNote?.(
      `${countOf(nRestored, 'cell')} had an apostrophe against formulas, put there by this program, taken off.`,
    )
}

/** Whether `exportCsv` wrote the file for Excel, as far as its first bytes tell. */
export async function isExcelExport(
  blob: Blob,
  { isGzip, encoding, ...dialect }: Dialect,
): Promise<boolean> {
  if (isGzip || encoding !== 'utf-8' || dialect.delimiter !== ',' || dialect.quote !== '"')
    return false
  const head = new Uint8Array(await blob.slice(0, headLength).arrayBuffer())
  const hasMark = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf
  return hasMark && isExcelCsv(new TextDecoder().decode(head.subarray(3)))
}

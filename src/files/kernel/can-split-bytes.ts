import { escapeOf } from '../dialect'
import type { ReadOptions } from '../source-profile'

type Splitting = Pick<
  ReadOptions,
  'format' | 'isGzip' | 'encoding' | 'delimiter' | 'quote' | 'escape' | 'headerRows' | 'endLine'
>

/**
 * Whether the kernel splits a file by how it is read; of a file for Excel its apostrophes would stay
 * (`isExcelExport`).
 */
export function canSplitBytes(options: Splitting): boolean {
  const { format, isGzip, encoding, delimiter, quote, headerRows, endLine } = options
  return (
    format === 'text' &&
    !isGzip &&
    encoding === 'utf-8' &&
    delimiter.length === 1 &&
    isPlainSign(delimiter.charCodeAt(0)) &&
    quote === '"' &&
    escapeOf(options) === quote &&
    headerRows === 1 &&
    endLine === null
  )
}

/** Beyond the signs of control and the blank, tab allowed: none of them is part of a longer character. */
function isPlainSign(code: number): boolean {
  return code === 9 || (code > 32 && code < 127)
}

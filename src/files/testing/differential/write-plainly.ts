import { createRandom } from '../../../math/random'
import type { MadeTable } from './made-table'

/** A table as delimited text, written apart from the exports of the project. */
export function writePlainly({ dialect, header, rows }: MadeTable, number: number): string {
  const { delimiter, quote, escape, lineEnd, hasMark, endsWithLineEnd, quotedOf10 } = dialect
  const random = createRandom(number, 2)
  const special = [delimiter, quote, '\n', '\r']
  const write = (cell: string): string => {
    // Blank lines are no rows, and a mark at the start of a file is none of its text.
    const isAlone = header.length === 1 && cell.trim() === ''
    const mustBeQuoted =
      isAlone || cell.startsWith('\ufeff') || special.some((sign) => cell.includes(sign))
    if (!mustBeQuoted && random.nextInt(10) >= quotedOf10) return cell
    return `${quote}${cell.replaceAll(quote, escape + quote)}${quote}`
  }
  const lines = [header, ...rows].map((row) => row.map(write).join(delimiter))
  return `${hasMark ? '\ufeff' : ''}${lines.join(lineEnd)}${endsWithLineEnd ? lineEnd : ''}`
}

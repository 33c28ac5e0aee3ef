/** The rows of a header as one row, each column's texts joined by a blank: nothing is left out. */
export function joinHeader(rows: readonly (readonly string[])[]): readonly string[] {
  if (rows.length < 2) return rows[0] ?? []
  return columnsOf(rows).map((parts) => parts.filter((part) => part.trim() !== '').join(' '))
}

/**
 * The names of the columns. Of several header rows the upper ones may stand over several columns,
 * as merged cells of a spreadsheet do; a text that says the same as the one above it is said once.
 * A blank cell too many, which would shift every name behind it, is left out: `width` is the number
 * of cells in the rows below, 0 where there are none.
 */
export function headerNames(rows: readonly (readonly string[])[], width: number): HeaderNames {
  const fitted = rows.map((row) => fitRow(row, width))
  const wasShifted = fitted.some((row, i) => row !== rows[i])
  if (fitted.length < 2) return { names: fitted[0] ?? [], wasShifted }
  const spread = fitted.map((row, i) => (i === fitted.length - 1 ? row : spreadRight(row)))
  const names = columnsOf(spread).map((parts) => {
    const texts = parts.filter((part) => part.trim() !== '')
    return texts.filter((text, i) => text !== texts[i - 1]).join(' ')
  })
  return { names, wasShifted }
}

export type HeaderNames = { readonly names: readonly string[]; readonly wasShifted: boolean }

function columnsOf(rows: readonly (readonly string[])[]): string[][] {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0)
  return Array.from({ length: width }, (_, i) => rows.map((row) => row[i] ?? ''))
}

function fitRow(row: readonly string[], width: number): readonly string[] {
  const isBlank = (name: string): boolean => name.trim() === ''
  const nTooMany = row.length - width
  if (width === 0 || nTooMany <= 0 || row.slice(width).every(isBlank)) return row
  return row.filter(isBlank).length === nTooMany ? row.filter((name) => !isBlank(name)) : row
}

function spreadRight(row: readonly string[]): string[] {
  let last = ''
  return row.map((text) => (last = text.trim() === '' ? last : text))
}

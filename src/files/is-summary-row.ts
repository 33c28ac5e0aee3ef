import { nameSummary } from './name-summary'

/** The first text of the row is a name of a total, or of what stands beside one. */
export function isSummaryRow(row: readonly string[]): boolean {
  const text = row.find((cell) => cell.trim() !== '')
  return startsWithLetter(text?.trimStart()) && nameSummary(text ?? '') !== null
}

export function startsWithLetter(text: string | undefined): boolean {
  return text !== undefined && text !== '' && text.charCodeAt(0) > 64
}

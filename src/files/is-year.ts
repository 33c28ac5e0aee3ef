/** A number that is a year of our times: what may stand in a header as well. */
export function isYear(cell: string): boolean {
  return /^(19|20)\d\d$/.test(cell.trim())
}

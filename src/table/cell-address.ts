/** Where a cell is, for a person who looks it up: the line of the file, name and number of the column. */
export function cellAddress(
  line: number,
  column: { readonly name: string; readonly place: number },
): string {
  return `line ${line}, column ${column.place} "${column.name}"`
}

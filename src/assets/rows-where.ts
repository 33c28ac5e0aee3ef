/** Rows whose flag is 1 (or 0 when asked), ascending: the fitted stores of a stage, or the rest. */
export function rowsWhere(flags: Uint8Array, flag: 0 | 1 = 1): Int32Array {
  const rows: number[] = []
  flags.forEach((value, row) => {
    if (value === flag) rows.push(row)
  })
  return Int32Array.from(rows)
}

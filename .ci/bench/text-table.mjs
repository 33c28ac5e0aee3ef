/**
 * Lines of equal columns: the first one to the left, figures to the right.
 * @param {readonly (readonly string[])[]} rows of equal length, the head first
 */
export function textTable(rows) {
  const widths = (rows[0] ?? []).map((_, column) =>
    rows.reduce((widest, row) => Math.max(widest, row[column]?.length ?? 0), 0),
  )
  const lineOf = (/** @type {readonly string[]} */ row) =>
    row
      .map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
      .join('  ')
      .trimEnd()
  return rows.map(lineOf).join('\n')
}

/**
 * Rotates the columns of a tall matrix so that only its upper triangle is left (Householder 1958):
 * lengths and angles between columns stay as they are. In place.
 * @param columns nRows x nColumns, one column after the other
 */
export function reduceToTriangle(columns: Float64Array, nRows: number): void {
  const nColumns = nRows === 0 ? 0 : columns.length / nRows
  for (let c = 0; c < Math.min(nColumns, nRows - 1); c++) {
    const mirror = columns.subarray(c * nRows + c, (c + 1) * nRows)
    const length = Math.sqrt(dot(mirror, mirror))
    if (length === 0) continue
    const corner = mirror[0] > 0 ? -length : length
    const first = mirror[0] - corner
    mirror[0] = first
    // Half the squared length of the mirror's normal.
    const half = -corner * first
    for (let other = c + 1; other < nColumns; other++) {
      const column = columns.subarray(other * nRows + c, (other + 1) * nRows)
      const factor = dot(mirror, column) / half
      for (let i = 0; i < column.length; i++) column[i] -= factor * mirror[i]
    }
    mirror.fill(0)
    mirror[0] = corner
  }
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i]
  return sum
}

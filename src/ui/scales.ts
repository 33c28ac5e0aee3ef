/** Edges of the nine bins of an index against the chain (100): blue below, rust above. */
export const indexEdges: readonly number[] = [35, 55, 78, 92, 108.5, 128, 180, 285]

/** Bin 0 to 8 of an index; the middle bin is the surface, so that the average disappears. */
export function indexBin(index: number): number {
  return indexEdges.filter((edge) => index >= edge).length
}

/** Bin 0 to 8 of a z-score: as far from the middle as an index of the same surprise. */
export function zBin(z: number): number {
  return zEdges.filter((edge) => z >= edge).length
}

const zEdges: readonly number[] = [-1.6, -1, -0.5, -0.2, 0.2, 0.5, 1, 1.6]

/** Bin 0 to 5 of a count against the largest count; 0 only for nothing. */
export function countBin(value: number, max: number): number {
  if (!(value > 0) || !(max > 0)) return 0
  return Math.min(5, 1 + Math.floor((5 * value) / max))
}

/** Fill and number ink of a heat cell: `d` diverging, `q` sequential. */
export function heatStyle(
  scale: 'd' | 'q',
  bin: number,
): { readonly background: string; readonly color: string } {
  return { background: `var(--${scale}${bin})`, color: `var(--${scale}${bin}-on)` }
}

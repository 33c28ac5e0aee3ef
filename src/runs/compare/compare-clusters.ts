import { compareText } from '../../table/compare-text'

/** Order of cluster ids as people count: `2` before `10`, `2_3` before `2_10`; text after numbers. */
export function compareClusters(a: string, b: string): number {
  const [left, right] = [a.split('_'), b.split('_')]
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const order = comparePart(left[i] ?? '', right[i] ?? '')
    if (order !== 0) return order
  }
  return left.length - right.length || compareText(a, b)
}

function comparePart(a: string, b: string): number {
  const [x, y] = [Number(a), Number(b)]
  if (Number.isNaN(x) && Number.isNaN(y)) return compareText(a, b)
  if (Number.isNaN(x)) return 1
  return Number.isNaN(y) ? -1 : x - y
}

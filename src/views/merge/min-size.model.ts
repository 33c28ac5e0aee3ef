import { niceTop } from '../../ui/charts/size-curve-axis'
import { formatAmount, formatCount } from '../../ui/number-format'

/** What a smallest size would do to crossed clusters of known sizes. */
export type Reach = {
  readonly minSize: number
  /** Clusters that stay, and stores that leave the others. */
  readonly left: number
  readonly moved: number
  /** No cluster reaches the size: there is nowhere to go, so nothing moves. */
  readonly isTooLarge: boolean
}

export function reachAt(sizes: readonly number[], minSize: number): Reach {
  const small = sizes.filter((size) => size < minSize)
  const isTooLarge = small.length === sizes.length && sizes.length > 0
  if (isTooLarge) return { minSize, left: sizes.length, moved: 0, isTooLarge }
  return { minSize, left: sizes.length - small.length, moved: sumOf(small), isTooLarge }
}

/** Beyond the largest cluster there is no size that works. */
export function largestOf(sizes: readonly number[]): number {
  return sizes.reduce((most, size) => Math.max(most, size), 0)
}

function sumOf(sizes: readonly number[]): number {
  return sizes.reduce((sum, size) => sum + size, 0)
}

/** The reach at 0 and at every smallest size where it changes, ascending. */
export function stepsOf(sizes: readonly number[]): readonly Reach[] {
  const turns = [...new Set(sizes.map((size) => size + 1))].toSorted((a, b) => a - b)
  return [0, ...turns].map((minSize) => reachAt(sizes, minSize))
}

/**
 * The slider's end: room on both sides of the size in force, not past the largest cluster. It holds
 * still under the hand; only a size typed beyond it moves it.
 */
export function axisEnd(sizes: readonly number[], made: number, wanted: number): number {
  const endFor = (minSize: number) => niceTop(Math.max(10, Math.min(2 * minSize, largestOf(sizes))))
  return wanted > endFor(made) ? endFor(wanted) : endFor(made)
}

/** Under the title: what other sizes would do, or what the new one will do once it is run. */
export function reachSentence(sizes: readonly number[], made: number, wanted: number): string {
  const reach = reachAt(sizes, wanted)
  if (reach.isTooLarge) {
    const largest = largestOf(sizes)
    return `No crossed cluster has ${formatAmount(wanted, 'store')}, so none would move. The largest has ${formatCount(largest)}.`
  }
  if (wanted === made) {
    const others = [Math.round(wanted / 2), Math.round(wanted * 1.5)]
    const [less, more] = others
      .map((minSize) => reachAt(sizes, minSize))
      .map(
        ({ minSize, moved }) =>
          `${formatCount(minSize)} would move ${formatAmount(moved, 'store')}`,
      )
    return `Drag, or type. ${less}; ${more}.`
  }
  const stay = `${formatAmount(reach.left, 'cluster')} would stay and ${formatAmount(reach.moved, 'store')} move`
  const difference = differenceOf(reach.moved - reachAt(sizes, made).moved)
  return `${stay}, ${difference} at ${formatCount(made)}. Run applies it.`
}

function differenceOf(change: number): string {
  if (change === 0) return 'as many as'
  return change > 0 ? `${formatCount(change)} more than` : `${formatCount(-change)} fewer than`
}

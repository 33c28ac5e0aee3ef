import type { Place, Size } from './scatter-geometry'

export type LabelPlace = { readonly x: number; readonly y: number; readonly isLeft: boolean }

const rowHeight = 24
/** Mean width of a character of 12 px Inter at weight 570. */
const charWidth = 6.7

/**
 * Places for the plates of the centres: the name on the right of its token, on the left where it
 * would leave the picture; plates that would lie on one another are moved apart, top to bottom.
 */
export function placeLabels(
  centres: readonly { readonly at: Place; readonly name: string }[],
  { width, height }: Size,
): readonly LabelPlace[] {
  const boxes = centres.map(({ at: [x, y], name }, i) => {
    const length = 28 + charWidth * name.length
    const isLeft = x + length > width && x - length > 0
    return { i, x, y, isLeft, from: isLeft ? x - length : x - 12, to: isLeft ? x + 12 : x + length }
  })
  const placed: (typeof boxes)[number][] = []
  for (const box of boxes.toSorted((a, b) => a.y - b.y || a.i - b.i)) {
    let { y } = box
    for (const other of placed) {
      const overlaps = box.from < other.to && other.from < box.to
      if (overlaps && Math.abs(y - other.y) < rowHeight) y = other.y + rowHeight
    }
    placed.push({ ...box, y: Math.min(y, height - rowHeight / 2) })
  }
  return placed.toSorted((a, b) => a.i - b.i).map(({ x, y, isLeft }) => ({ x, y, isLeft }))
}

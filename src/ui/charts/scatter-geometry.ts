import { scaleLinear } from 'd3-scale'
import type { ZoomTransform } from 'd3-zoom'
import type { ScatterPoints } from './scatter-props'

export type Size = { readonly width: number; readonly height: number }
export type Place = readonly [x: number, y: number]

/** Room for the ticks, in px. */
export const margin = { top: 8, right: 8, bottom: 24, left: 34 } as const

/** Scales from the units of the axes to px, with a little air around the outermost points. */
export function scalesOf({ x, y }: ScatterPoints, { width, height }: Size) {
  return {
    x: scaleLinear(paddedExtent(x), [margin.left, Math.max(width - margin.right, margin.left + 1)]),
    y: scaleLinear(paddedExtent(y), [Math.max(height - margin.bottom, margin.top + 1), margin.top]),
  }
}

/** Smallest and largest finite value with 4 % on both sides; around one value, 1 on both sides. */
export function paddedExtent(values: Float64Array): [number, number] {
  let low = Infinity
  let high = -Infinity
  for (const value of values) {
    if (!Number.isFinite(value)) continue
    if (value < low) low = value
    if (value > high) high = value
  }
  if (low > high) return [-1, 1]
  const air = low === high ? 1 : (high - low) * 0.04
  return [low - air, high + air]
}

/** Where every point lies in px before any zoom. */
export type Layout = { readonly px: Float64Array; readonly py: Float64Array }

export function layoutOf(points: ScatterPoints, size: Size): Layout {
  const { x, y } = scalesOf(points, size)
  return { px: points.x.map((value) => x(value)), py: points.y.map((value) => y(value)) }
}

/** Whether a place is inside a closed polygon: an odd number of edges to its right. */
export function isInside([x, y]: Place, polygon: readonly Place[]): boolean {
  let inside = false
  for (let i = 0, j = polygon.length - 1; i < polygon.length; j = i++) {
    const [ax, ay] = polygon[i] ?? [0, 0]
    const [bx, by] = polygon[j] ?? [0, 0]
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside
  }
  return inside
}

/** Points inside a lasso drawn on the zoomed picture. */
export function pointsInside(layout: Layout, polygon: readonly Place[], zoom: ZoomTransform) {
  const base = polygon.map(([x, y]) => zoom.invert([x, y]))
  const inside: number[] = []
  layout.px.forEach((x, i) => {
    if (isInside([x, layout.py[i] ?? NaN], base)) inside.push(i)
  })
  return inside
}

export type Direction = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown'

/** The nearest point within 45 degrees of a direction, or null: how arrow keys walk the picture. */
export function nextPoint(layout: Layout, from: number, direction: Direction): number | null {
  const isAcross = direction === 'ArrowLeft' || direction === 'ArrowRight'
  const sign = direction === 'ArrowRight' || direction === 'ArrowDown' ? 1 : -1
  const [along, aside] = isAcross ? [layout.px, layout.py] : [layout.py, layout.px]
  let best: number | null = null
  let shortest = Infinity
  along.forEach((value, i) => {
    const forward = sign * (value - (along[from] ?? NaN))
    const off = Math.abs((aside[i] ?? NaN) - (aside[from] ?? NaN))
    const length = forward + 2 * off
    if (i === from || !(forward > 0) || off > forward || length >= shortest) return
    best = i
    shortest = length
  })
  return best
}

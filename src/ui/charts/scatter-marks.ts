import type { ZoomTransform } from 'd3-zoom'
import { clusterColor, type MarkShape, neutralColor, outlineOf } from '../cluster-colors'
import type { Layout, Size } from './scatter-geometry'
import { margin } from './scatter-geometry'
import type { ScatterGroup, ScatterPoints } from './scatter-props'

export type Scheme = 'light' | 'dark'

/** A smaller mark where there are many. */
export function markRadius(nPoints: number): number {
  if (nPoints <= 5000) return 2.4
  return nPoints <= 20_000 ? 1.8 : 1.2
}

type Inks = { readonly fill: string; readonly outline: string; readonly shape: MarkShape }

export type MarksInput = {
  readonly points: ScatterPoints
  readonly layout: Layout
  readonly groups: readonly ScatterGroup[]
  readonly order: Uint32Array
  readonly chosen: ReadonlySet<string>
  readonly selected: ReadonlySet<string>
  readonly zoom: ZoomTransform
  readonly scheme: Scheme
  readonly ink: string
}

/** Draws every mark: those out of focus first and faint, the selected ones last in ink. */
export function drawMarks(context: CanvasRenderingContext2D, input: MarksInput, size: Size): void {
  const { points, groups, order, chosen, selected } = input
  context.save()
  context.beginPath()
  context.rect(margin.left - 6, 0, size.width - margin.left + 6, size.height - margin.bottom + 6)
  context.clip()
  const inks = groups.map((group) => inksOf(group, input.scheme))
  const isFaint = groups.map(({ key }) => chosen.size > 0 && !chosen.has(key))
  const draw = markDrawer(context, input, inks)
  if (chosen.size > 0) {
    context.globalAlpha = 0.16
    for (const i of order) if (isFaint[points.group[i] ?? -1] === true) draw(i, null)
    context.globalAlpha = 1
  }
  const last: number[] = []
  for (const i of order) {
    if (selected.has(points.ids[i] ?? '')) last.push(i)
    else if (isFaint[points.group[i] ?? -1] !== true) draw(i, null)
  }
  for (const i of last) draw(i, input.ink)
  context.restore()
}

function inksOf({ color, shape }: ScatterGroup, scheme: Scheme): Inks {
  const fill = color === null ? neutralColor : clusterColor(color)
  return { fill, outline: outlineOf(fill, scheme), shape }
}

/** Draws one mark; with an ink, as a selected one. */
function markDrawer(
  context: CanvasRenderingContext2D,
  { points, layout, zoom }: MarksInput,
  inks: readonly Inks[],
) {
  const radius = markRadius(points.ids.length)
  return (i: number, selectedInk: string | null) => {
    const ink = inks[points.group[i] ?? -1]
    const x = zoom.applyX(layout.px[i] ?? NaN)
    const y = zoom.applyY(layout.py[i] ?? NaN)
    if (ink === undefined || !Number.isFinite(x) || !Number.isFinite(y)) return
    const isHollow = points.isHollow[i] === 1
    context.beginPath()
    traceShape(context, ink.shape, [x, y, radius + (selectedInk === null ? 0 : 0.8)])
    context.fillStyle = ink.fill
    if (!isHollow) context.fill()
    context.lineWidth = selectedInk === null ? (isHollow ? 1.25 : 0.75) : 1.5
    context.strokeStyle = selectedInk ?? ink.outline
    context.stroke()
  }
}

type Disc = readonly [x: number, y: number, r: number]

/** Traces one of six shapes of about the same area. */
function traceShape(context: CanvasRenderingContext2D, shape: MarkShape, [x, y, r]: Disc): void {
  if (shape === 'circle') {
    context.arc(x, y, r, 0, 2 * Math.PI)
    return
  }
  const corners = shapes[shape]
  corners.forEach(([dx, dy], i) => {
    if (i === 0) context.moveTo(x + dx * r, y + dy * r)
    else context.lineTo(x + dx * r, y + dy * r)
  })
  context.closePath()
}

const arm = 0.42
/** Corners around the centre, for a mark of radius 1. */
const shapes: Readonly<
  Record<Exclude<MarkShape, 'circle'>, readonly (readonly [number, number])[]>
> = {
  square: [
    [-0.9, -0.9],
    [0.9, -0.9],
    [0.9, 0.9],
    [-0.9, 0.9],
  ],
  triangle: [
    [0, -1.3],
    [1.2, 0.85],
    [-1.2, 0.85],
  ],
  diamond: [
    [0, -1.35],
    [1.35, 0],
    [0, 1.35],
    [-1.35, 0],
  ],
  cross: [
    [-arm, -1.3],
    [arm, -1.3],
    [arm, -arm],
    [1.3, -arm],
    [1.3, arm],
    [arm, arm],
    [arm, 1.3],
    [-arm, 1.3],
    [-arm, arm],
    [-1.3, arm],
    [-1.3, -arm],
    [-arm, -arm],
  ],
  star: Array.from({ length: 10 }, (_, i) => {
    const angle = (Math.PI / 5) * i - Math.PI / 2
    const reach = i % 2 === 0 ? 1.5 : 0.7
    return [reach * Math.cos(angle), reach * Math.sin(angle)] as const
  }),
}

import { type PointerEvent, useCallback, useMemo, useRef, useState, type WheelEvent } from 'react'
import { quadtree } from 'd3-quadtree'
import { type ZoomTransform, zoomIdentity } from 'd3-zoom'
import { type Layout, type Place, pointsInside, type Size } from './scatter-geometry'

type PointerInput = {
  readonly layout: Layout
  readonly size: Size
  readonly onPick: (point: number) => void
  readonly onLasso: (points: readonly number[]) => void
}

type Drag = { readonly kind: 'lasso' | 'pan'; readonly from: Place; readonly zoom: ZoomTransform }

type Over = { readonly layout: Layout; readonly point: number }

/** Px around the pointer within which a point is meant. */
const reach = 12
const maxZoom = 24

/** Zoom, hover, lasso and pick of the scatter, by pointer; drag draws, Shift and drag moves. */
export function useScatterPointer({ layout, size, onPick, onLasso }: PointerInput) {
  const [zoom, setZoom] = useState<ZoomTransform>(zoomIdentity)
  const [over, setOver] = useState<Over | null>(null)
  const [lasso, setLasso] = useState<readonly Place[]>([])
  const drag = useRef<Drag | null>(null)
  const tree = useMemo(() => treeOf(layout), [layout])
  // A point of another layout is another store.
  const hovered = over?.layout === layout ? over.point : null
  const setHovered = (point: number | null) => setOver(point === null ? null : { layout, point })
  const pointAt = ([x, y]: Place) => {
    const [bx, by] = zoom.invert([x, y])
    return tree.find(bx, by, reach / zoom.k) ?? null
  }
  const zoomBy = useCallback(
    (factor: number, at?: Place) => {
      const [x, y] = at ?? [size.width / 2, size.height / 2]
      setZoom((before) => {
        const k = Math.min(maxZoom, before.k * factor)
        if (k <= 1) return zoomIdentity
        const [bx, by] = before.invert([x, y])
        return zoomIdentity.translate(x - bx * k, y - by * k).scale(k)
      })
    },
    [size],
  )
  const down = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0 || event.pointerType === 'touch') return
    event.currentTarget.setPointerCapture(event.pointerId)
    const from = placeOf(event)
    drag.current = { kind: event.shiftKey ? 'pan' : 'lasso', from, zoom }
    setLasso(event.shiftKey ? [] : [from])
  }
  const move = (event: PointerEvent<HTMLElement>) => {
    const at = placeOf(event)
    const held = drag.current
    if (held === null) return setHovered(pointAt(at))
    if (held.kind === 'lasso') return setLasso((path) => [...path, at])
    const { k } = held.zoom
    if (k > 1) setZoom(held.zoom.translate((at[0] - held.from[0]) / k, (at[1] - held.from[1]) / k))
  }
  const up = (event: PointerEvent<HTMLElement>) => {
    const at = placeOf(event)
    const held = drag.current
    drag.current = null
    setLasso([])
    if (held?.kind === 'pan') return
    if (held !== null && isFar(held.from, at, lasso)) onLasso(pointsInside(layout, lasso, zoom))
    else if (held !== null || event.pointerType === 'touch') pick(pointAt(at))
  }
  const pick = (point: number | null) => {
    setHovered(point)
    if (point !== null) onPick(point)
  }
  const wheel = (event: WheelEvent<HTMLElement>) => {
    // A plain wheel scrolls the page; a pinch arrives as a wheel with Ctrl.
    if (event.ctrlKey || event.metaKey) zoomBy(2 ** (-event.deltaY / 120), placeOf(event))
  }
  const cancel = () => {
    drag.current = null
    setLasso([])
  }
  return { zoom, setZoom, zoomBy, hovered, setHovered, lasso, down, move, up, wheel, cancel }
}

function treeOf({ px, py }: Layout) {
  const places = Array.from(px, (_, i) => i).filter(
    (i) => Number.isFinite(px[i]) && Number.isFinite(py[i]),
  )
  return quadtree<number>()
    .x((i) => px[i] ?? 0)
    .y((i) => py[i] ?? 0)
    .addAll(places)
}

type PointerLike = {
  readonly clientX: number
  readonly clientY: number
  readonly currentTarget: Element
}

function placeOf({ clientX, clientY, currentTarget }: PointerLike): Place {
  const box = currentTarget.getBoundingClientRect()
  return [clientX - box.left, clientY - box.top]
}

/** A hand that shakes while it clicks draws no lasso. */
function isFar(from: Place, at: Place, path: readonly Place[]): boolean {
  const length = (place: Place) => Math.hypot(place[0] - from[0], place[1] - from[1])
  return path.length > 3 && (length(at) > 6 || path.some((place) => length(place) > 6))
}

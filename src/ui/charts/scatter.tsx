import { type KeyboardEvent, useEffect, useMemo, useRef } from 'react'
import { useComputedColorScheme } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { IconZoomIn, IconZoomOut, IconZoomReset } from '@tabler/icons-react'
import { zoomIdentity } from 'd3-zoom'
import { ScatterCentres } from './scatter-centres'
import { type Direction, layoutOf, nextPoint, type Place } from './scatter-geometry'
import { drawMarks } from './scatter-marks'
import { shuffledOrder } from './scatter-order'
import { ScatterAxes, ScatterMarkers } from './scatter-overlay'
import type { ScatterProps } from './scatter-props'
import { ScatterTip } from './scatter-tip'
import { useScatterPointer } from './use-scatter-pointer'
import classes from './scatter.module.css'

/** Every store as a mark on two axes. The marks are one canvas that is redrawn on change only. */
export function Scatter(props: ScatterProps) {
  const { points, groups, chosen, selected, notes } = props
  const { ref, width, height } = useElementSize<HTMLDivElement>()
  const size = useMemo(() => ({ width, height }), [width, height])
  const layout = useMemo(() => layoutOf(points, size), [points, size])
  const idsOf = (indices: readonly number[]) => indices.flatMap((i) => points.ids[i] ?? [])
  const pointer = useScatterPointer({
    layout,
    size,
    onPick: (point) => idsOf([point]).forEach(props.onPick),
    onLasso: (inside) => props.onLasso(idsOf(inFocus(inside, props))),
  })
  const { zoom, hovered } = pointer
  const canvas = useMarks(props, { layout, size, zoom })
  const at: Place | null =
    hovered === null ? null : zoom.apply([layout.px[hovered] ?? 0, layout.py[hovered] ?? 0])
  const press = (event: KeyboardEvent) => {
    const key = keyActions({
      pointer,
      layout,
      pick: (point) => idsOf([point]).forEach(props.onPick),
    })
    if (key(event.key)) event.preventDefault()
  }
  return (
    <div className={classes.frame}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- an application has keys of its own */}
      <div
        ref={ref}
        className={classes.scatter}
        role="application"
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the marks are walked by keyboard
        tabIndex={0}
        aria-label={`${props.label}. Arrow keys go from store to store, Enter selects, plus and minus zoom.`}
        onKeyDown={press}
        onBlur={() => pointer.setHovered(null)}
      >
        {width > 0 ? <ScatterAxes points={points} size={size} zoom={zoom} /> : null}
        <canvas
          ref={canvas}
          className={classes.canvas}
          onPointerDown={pointer.down}
          onPointerMove={pointer.move}
          onPointerUp={pointer.up}
          onPointerCancel={pointer.cancel}
          onPointerLeave={() => pointer.setHovered(null)}
          onWheel={pointer.wheel}
        />
        {width > 0 ? <ScatterCentres {...{ points, layout, groups, chosen, zoom, size }} /> : null}
        <ScatterMarkers size={size} lasso={pointer.lasso} ring={at} />
        <span className={classes.note}>
          {notes.map(({ mark, text }) => (
            <span key={mark}>
              <i data-mark={mark} aria-hidden /> {text}
            </span>
          ))}
        </span>
        <div aria-live="polite">
          {hovered === null || at === null || pointer.lasso.length > 1 ? null : (
            <ScatterTip at={at} size={size}>
              {props.renderTip(hovered)}
            </ScatterTip>
          )}
        </div>
      </div>
      <div className={classes.zoom}>
        <button
          type="button"
          aria-label="Zoom in"
          title="Zoom in"
          onClick={() => pointer.zoomBy(1.6)}
        >
          <IconZoomIn size={14} stroke={1.5} aria-hidden />
        </button>
        <button
          type="button"
          aria-label="Zoom out"
          title="Zoom out"
          disabled={zoom.k === 1}
          onClick={() => pointer.zoomBy(1 / 1.6)}
        >
          <IconZoomOut size={14} stroke={1.5} aria-hidden />
        </button>
        <button
          type="button"
          aria-label="Show all"
          title="Show all"
          disabled={zoom.k === 1}
          onClick={() => pointer.setZoom(zoomIdentity)}
        >
          <IconZoomReset size={14} stroke={1.5} aria-hidden />
        </button>
      </div>
      <span className="visually-hidden">{`${selected.size} selected`}</span>
    </div>
  )
}

type Picture = Pick<Parameters<typeof drawMarks>[1], 'layout' | 'zoom'> & {
  readonly size: { readonly width: number; readonly height: number }
}

/** Redraws the canvas when the points, the focus, the zoom, the size or the scheme change. */
function useMarks(props: ScatterProps, { layout, size, zoom }: Picture) {
  const { points, groups, chosen, selected } = props
  const canvas = useRef<HTMLCanvasElement>(null)
  const scheme = useComputedColorScheme('light')
  const order = useMemo(() => shuffledOrder(points.ids.length), [points])
  useEffect(() => {
    const context = canvas.current?.getContext('2d') ?? null
    if (canvas.current === null || context === null || size.width === 0) return
    const ratio = window.devicePixelRatio
    canvas.current.width = Math.round(size.width * ratio)
    canvas.current.height = Math.round(size.height * ratio)
    context.scale(ratio, ratio)
    const ink = getComputedStyle(canvas.current).getPropertyValue('--ink')
    drawMarks(context, { points, layout, groups, order, chosen, selected, zoom, scheme, ink }, size)
  }, [points, layout, groups, order, chosen, selected, zoom, scheme, size])
  return canvas
}

/** Only points that can be seen clearly are caught: those of the groups in focus. */
function inFocus(inside: readonly number[], { points, groups, chosen }: ScatterProps) {
  return inside.filter((i) => {
    const group = groups[points.group[i] ?? -1]
    return group !== undefined && (chosen.size === 0 || chosen.has(group.key))
  })
}

type Keys = {
  readonly pointer: ReturnType<typeof useScatterPointer>
  readonly layout: ReturnType<typeof layoutOf>
  readonly pick: (point: number) => void
}

const arrows: readonly string[] = [
  'ArrowLeft',
  'ArrowRight',
  'ArrowUp',
  'ArrowDown',
] satisfies Direction[]
const isArrow = (key: string): key is Direction => arrows.includes(key)

/** What a key does; false where it does nothing here. */
function keyActions({ pointer, layout, pick }: Keys): (key: string) => boolean {
  const { hovered } = pointer
  return (key) => {
    if (isArrow(key)) {
      const next = hovered === null ? 0 : nextPoint(layout, hovered, key)
      if (next !== null) pointer.setHovered(next)
    } else if ((key === 'Enter' || key === ' ') && hovered !== null) pick(hovered)
    else if (key === '+' || key === '=') pointer.zoomBy(1.6)
    else if (key === '-') pointer.zoomBy(1 / 1.6)
    else if (key === '0') pointer.setZoom(zoomIdentity)
    else if (key === 'Escape') pointer.setHovered(null)
    else return false
    return true
  }
}

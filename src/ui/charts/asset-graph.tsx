import '@xyflow/react/dist/base.css'
import { Background, Controls, ReactFlow, useReactFlow, useStoreApi } from '@xyflow/react'
import { type KeyboardEvent, useEffect, useMemo, useState } from 'react'
import classes from './asset-graph.module.css'
import { type GraphNode, createNodeCache, nodeTypes, type Picture } from './asset-graph-nodes'

export type AssetGraphProps = Picture & {
  readonly label: string
  readonly onSelect: (id: string) => void
  /** The tile under the pointer or with the focus; `null` when it is left. */
  readonly onPoint: (id: string | null) => void
  /** Where a key leads from a tile; `null` where it leads nowhere. */
  readonly stepFrom: (id: string, key: string) => string | null
}

const fit = { padding: '16px', maxZoom: 1 } as const

/**
 * The asset graph: pans, zooms and fits. A tile is chosen by click, Enter or Space; arrows go along
 * the graph.
 */
export function AssetGraph(props: AssetGraphProps) {
  const { tiles, wires, captions, width, height, onSelect, onPoint } = props
  const [toNodes] = useState(createNodeCache)
  const [focused, setFocused] = useState<string | null>(null)
  const selected = tiles.find(({ isSelected }) => isSelected)?.id ?? null
  const isHere = tiles.some(({ id }) => id === focused)
  const isLit = (id: string | null) => tiles.some((tile) => tile.id === id && !tile.isFaded)
  const found = [isHere ? focused : selected, tiles.find(({ isFaded }) => !isFaded)?.id ?? null]
  const tabStop = found.find(isLit) ?? tiles[0]?.id ?? null
  const nodes = useMemo<GraphNode[]>(
    () => toNodes({ tiles, wires, captions, width, height }, tabStop),
    [toNodes, tiles, wires, captions, width, height, tabStop],
  )
  const press = (event: KeyboardEvent<HTMLDivElement>) => {
    const id = tileOf(event.target)
    if (id === null) return
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault()
      return onSelect(id)
    }
    const next = props.stepFrom(id, event.key)
    if (next === null) return
    event.preventDefault()
    focusTile(event.currentTarget, next)
  }
  return (
    <div className={classes.graph}>
      <ReactFlow
        aria-label={props.label}
        nodes={nodes}
        edges={noEdges}
        nodeTypes={nodeTypes}
        fitView
        fitViewOptions={fit}
        minZoom={0.3}
        maxZoom={1.5}
        nodesDraggable={false}
        nodesConnectable={false}
        edgesFocusable={false}
        elementsSelectable={false}
        zoomOnDoubleClick={false}
        disableKeyboardA11y
        onKeyDown={press}
        onFocus={({ target }) => {
          const id = tileOf(target)
          if (id !== null) setFocused(id)
          if (id !== null && target.matches(':focus-visible')) onPoint(id)
        }}
        onBlur={() => onPoint(null)}
        onNodeClick={(_, { id, type }) => {
          if (type === 'tile') onSelect(id)
        }}
        onNodeMouseEnter={(_, { id, type }) => onPoint(type === 'tile' ? id : null)}
        onNodeMouseLeave={() => onPoint(null)}
        proOptions={{ hideAttribution: true }}
      >
        <Background className={classes.ground ?? ''} gap={10_000} />
        <Controls showInteractive={false} fitViewOptions={fit} />
        <FitToWindow />
        <KeepInView id={isHere ? focused : null} />
      </ReactFlow>
    </div>
  )
}

const noEdges: [] = []

function tileOf(target: EventTarget): string | null {
  if (!(target instanceof Element)) return null
  const tile = target.closest<HTMLElement>('.react-flow__node-tile')
  return tile?.dataset['id'] ?? null
}

function focusTile(graph: HTMLElement, id: string) {
  const tiles = graph.querySelectorAll<HTMLElement>('.react-flow__node-tile')
  for (const tile of tiles) if (tile.dataset['id'] === id) tile.focus({ preventScroll: true })
}

/** The whole graph stays in view when the window or the region beside it changes. */
function FitToWindow() {
  const { fitView } = useReactFlow()
  const store = useStoreApi()
  useEffect(
    () =>
      store.subscribe(({ width, height }, before) => {
        if (width !== before.width || height !== before.height) void fitView(fit)
      }),
    [fitView, store],
  )
  return null
}

/** What the keyboard reaches comes into view, at the zoom that is set. */
function KeepInView({ id }: { readonly id: string | null }) {
  const { getNode, getViewport, setCenter } = useReactFlow()
  const store = useStoreApi()
  useEffect(() => {
    const node = id === null ? undefined : getNode(id)
    if (node === undefined) return
    const { x, y, zoom } = getViewport()
    const { width, height } = store.getState()
    const left = node.position.x * zoom + x
    const top = node.position.y * zoom + y
    const right = left + (node.width ?? 0) * zoom
    const bottom = top + (node.height ?? 0) * zoom
    if (left >= 0 && top >= 0 && right <= width && bottom <= height) return
    void setCenter(node.position.x + (node.width ?? 0) / 2, node.position.y, { zoom })
  }, [id, getNode, getViewport, setCenter, store])
  return null
}

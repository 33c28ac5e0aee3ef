import '@xyflow/react/dist/base.css'
import {
  Background,
  Controls,
  type Node,
  type NodeProps,
  ReactFlow,
  useReactFlow,
  useStoreApi,
} from '@xyflow/react'
import { memo, useEffect, useMemo } from 'react'
import classes from './asset-graph.module.css'
import { AssetTileFace, type AssetTileFaceProps } from './asset-tile-face'

export type GraphTile = AssetTileFaceProps & {
  readonly id: string
  /** The label with what tells two tiles of one label apart. */
  readonly name: string
  readonly x: number
  readonly y: number
  readonly width: number
}

export type GraphWire = { readonly id: string; readonly path: string; readonly isActive: boolean }

export type GraphCaption = {
  readonly text: string
  readonly detail: string
  readonly x: number
  readonly y: number
}

export type AssetGraphProps = {
  readonly label: string
  readonly tiles: readonly GraphTile[]
  readonly wires: readonly GraphWire[]
  readonly captions: readonly GraphCaption[]
  readonly width: number
  readonly height: number
  readonly onSelect: (id: string) => void
}

type TileNode = Node<{ readonly face: AssetTileFaceProps }, 'tile'>
type WiresNode = Node<
  { readonly wires: readonly GraphWire[]; readonly width: number; readonly height: number },
  'wires'
>
type CaptionNode = Node<{ readonly text: string; readonly detail: string }, 'caption'>

// Sizes are given, not measured: a tile stays in sight when an event of the run renews it.
const tileHeight = 34
const captionSize = { width: 240, height: 16 }
const still = { draggable: false, connectable: false, deletable: false } as const
const backdrop = { ...still, selectable: false, focusable: false } as const
const nodeTypes = { tile: memo(TileBox), wires: memo(Wires), caption: memo(CaptionText) }
const fit = { padding: '16px', maxZoom: 1 } as const

/** The asset graph: pans, zooms and fits; a tile is chosen by click, Enter or Space. */
export function AssetGraph(props: AssetGraphProps) {
  const { tiles, wires, captions, width, height } = props
  const nodes = useMemo<(TileNode | WiresNode | CaptionNode)[]>(
    () => [
      {
        ...backdrop,
        id: 'wires',
        type: 'wires',
        position: { x: 0, y: 0 },
        width,
        height,
        data: { wires, width, height },
        zIndex: -1,
      },
      ...captions.map(({ text, detail, x, y }) => ({
        ...backdrop,
        id: `caption ${text}`,
        type: 'caption' as const,
        position: { x, y },
        ...captionSize,
        data: { text, detail },
      })),
      ...tiles.map(({ id, name, x, y, width: tileWidth, ...face }) => ({
        ...still,
        id,
        type: 'tile' as const,
        position: { x, y },
        width: tileWidth,
        height: tileHeight,
        ariaRole: 'button' as const,
        ariaLabel: `${name}: ${face.description}`,
        data: { face },
      })),
    ],
    [tiles, wires, captions, width, height],
  )
  return (
    <div className={classes.graph}>
      <ReactFlow
        aria-label={props.label}
        nodes={nodes}
        edges={[]}
        nodeTypes={nodeTypes}
        fitView
        fitViewOptions={fit}
        minZoom={0.3}
        maxZoom={1.5}
        nodesDraggable={false}
        nodesConnectable={false}
        edgesFocusable={false}
        zoomOnDoubleClick={false}
        onNodeClick={(_, node) => props.onSelect(node.id)}
        onSelectionChange={({ nodes: chosen }) => {
          const [first] = chosen
          if (first?.type === 'tile') props.onSelect(first.id)
        }}
        proOptions={{ hideAttribution: true }}
      >
        <Background className={classes.ground ?? ''} gap={10_000} />
        <Controls showInteractive={false} fitViewOptions={fit} />
        <FitToWindow />
      </ReactFlow>
    </div>
  )
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

function TileBox({ data }: NodeProps<TileNode>) {
  return <AssetTileFace {...data.face} />
}

function Wires({ data }: NodeProps<WiresNode>) {
  return (
    <svg width={data.width} height={data.height} className={classes.wires} aria-hidden>
      {data.wires.map(({ id, path, isActive }) => (
        <path key={id} d={path} data-active={isActive || undefined} />
      ))}
    </svg>
  )
}

function CaptionText({ data }: NodeProps<CaptionNode>) {
  return (
    <span className={classes.caption}>
      {data.detail === '' ? data.text : <b>{data.text}</b>} {data.detail}
    </span>
  )
}

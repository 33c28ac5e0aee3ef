import type { Node, NodeProps } from '@xyflow/react'
import { memo } from 'react'
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

export type GraphWire = {
  readonly id: string
  readonly path: string
  readonly isActive: boolean
  readonly isFaded: boolean
}

export type GraphCaption = {
  readonly text: string
  readonly detail: string
  readonly x: number
  readonly y: number
}

export type Picture = {
  readonly tiles: readonly GraphTile[]
  readonly wires: readonly GraphWire[]
  readonly captions: readonly GraphCaption[]
  readonly width: number
  readonly height: number
}

type TileNode = Node<{ readonly face: AssetTileFaceProps }, 'tile'>
type WiresNode = Node<Pick<Picture, 'wires' | 'width' | 'height'>, 'wires'>
type CaptionNode = Node<{ readonly text: string; readonly detail: string }, 'caption'>
export type GraphNode = TileNode | WiresNode | CaptionNode

// Sizes are given, not measured: a tile stays in sight when an event of the run renews it.
const tileHeight = 34
const captionSize = { width: 240, height: 16 }
const still = { draggable: false, connectable: false, deletable: false } as const
const backdrop = { ...still, selectable: false, focusable: false } as const

export const nodeTypes = { tile: memo(TileBox), wires: memo(Wires), caption: memo(CaptionText) }

/** Wires behind, captions, then tiles: one of them is reached by Tab, the others by arrows. */
function nodesOf({ tiles, captions, ...lines }: Picture, tabStop: string | null): GraphNode[] {
  return [
    wiresNode(lines),
    ...captions.map(captionNode),
    ...tiles.map((tile) => tileNode(tile, tile.id === tabStop)),
  ]
}

/**
 * Nodes as React Flow wants them. A node that shows the same as before is the same object, so that an
 * event of a run, which renews every tile's data, draws only the tiles that changed.
 */
export function createNodeCache() {
  let kept = new Map<string, { readonly node: GraphNode; readonly shows: string }>()
  return (picture: Picture, tabStop: string | null): GraphNode[] => {
    const next = nodesOf(picture, tabStop).map((node) => {
      const shows = JSON.stringify(node)
      const before = kept.get(node.id)
      return before?.shows === shows ? before : { node, shows }
    })
    kept = new Map(next.map((entry) => [entry.node.id, entry]))
    return next.map(({ node }) => node)
  }
}

function wiresNode({ wires, width, height }: Pick<Picture, 'wires' | 'width' | 'height'>) {
  return {
    ...backdrop,
    id: 'wires',
    type: 'wires' as const,
    position: { x: 0, y: 0 },
    width,
    height,
    data: { wires, width, height },
    zIndex: -1,
  }
}

function captionNode({ text, detail, x, y }: GraphCaption) {
  return {
    ...backdrop,
    id: `caption ${text}`,
    type: 'caption' as const,
    position: { x, y },
    ...captionSize,
    data: { text, detail },
  }
}

function tileNode({ id, name, x, y, width, ...face }: GraphTile, isTabStop: boolean) {
  return {
    ...still,
    id,
    type: 'tile' as const,
    position: { x, y },
    width,
    height: tileHeight,
    ariaRole: 'button' as const,
    ariaLabel: `${name}: ${face.description}`,
    domAttributes: {
      tabIndex: isTabStop ? 0 : -1,
      'aria-pressed': face.isSelected,
      'aria-roledescription': undefined,
    },
    data: { face },
  }
}

function TileBox({ data }: NodeProps<TileNode>) {
  return <AssetTileFace {...data.face} />
}

function Wires({ data }: NodeProps<WiresNode>) {
  return (
    <svg width={data.width} height={data.height} className={classes.wires} aria-hidden>
      {data.wires.map(({ id, path, isActive, isFaded }) => (
        <path
          key={id}
          d={path}
          data-active={isActive || undefined}
          data-faded={isFaded || undefined}
        />
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

import { useCallback, useMemo, useState } from 'react'
import { AssetGraph } from '../../ui/charts/asset-graph'
import { type Bar, blockingWords, warningWords } from '../../ui/charts/asset-tile-face'
import { formatAmount, formatDuration } from '../../ui/number-format'
import { type AssetTile, isBlocked, noteOf, type PartitionTile } from './asset-tile.model'
import { layoutGraph } from './graph-layout'
import { type Step, stepFrom } from './graph-steps'
import { isOnLineage, type Lineage, lineageOf } from './lineage'
import { titleOf } from './tile-name'

export type GraphPanelProps = {
  readonly tiles: readonly AssetTile[]
  readonly selected: string | null
  /** Keys that a filter leaves; `null` where nothing is filtered. */
  readonly matching: ReadonlySet<string> | null
  readonly onSelect: (key: string) => void
}

const stepOfKey: ReadonlyMap<string, Step> = new Map([
  ['ArrowLeft', 'upstream'],
  ['ArrowRight', 'downstream'],
  ['ArrowUp', 'before'],
  ['ArrowDown', 'after'],
  ['Home', 'first'],
  ['End', 'last'],
])

const nowhere = { key: null, matching: null }

/** The board drawn: places depend on which assets there are, never on their state. */
export function GraphPanel({ tiles, selected, matching, onSelect }: GraphPanelProps) {
  const [point, setPoint] = useState<{ key: string | null; matching: typeof matching }>(nowhere)
  // Where the pointer rests while a filter is written, it does not hide what the filter finds.
  const pointed = point.matching === matching ? point.key : null
  const setPointed = useCallback((key: string | null) => setPoint({ key, matching }), [matching])
  const shape = tiles.map(({ key }) => key).join(' ')
  // The shape names everything that the places depend on; tiles change with every event of a run.
  // oxlint-disable-next-line react/exhaustive-deps
  const layout = useMemo(() => layoutGraph(tiles), [shape])
  const centre = pointed ?? (matching === null ? selected : null)
  const line = useMemo(
    () =>
      centre === null
        ? null
        : lineageOf(
            centre,
            layout.tiles.map(({ tile }) => tile),
          ),
    [centre, layout],
  )
  const faces = useMemo(() => {
    const byKey = new Map(tiles.map((tile) => [tile.key, tile]))
    return layout.tiles.flatMap(({ tile: { key }, x, y, width }) => {
      const tile = byKey.get(key)
      const isFaded = tile?.activity !== 'running' && !isLit(key, { centre, line, matching })
      return tile === undefined
        ? []
        : [{ id: key, x, y, width, ...faceOf(tile), isSelected: key === selected, isFaded }]
    })
  }, [tiles, layout, selected, centre, line, matching])
  const busy = tiles.flatMap(({ key, activity }) => (activity === 'running' ? [key] : [])).join(' ')
  const wires = useMemo(() => {
    const running = new Set(busy.split(' '))
    return layout.wires.map((wire) => {
      const isOn = centre !== null && line !== null && isOnLineage(wire, centre, line)
      return {
        id: `${wire.from} ${wire.to}`,
        path: wire.path,
        isActive: isOn || running.has(wire.to),
        isFaded: centre !== null && !isOn,
      }
    })
  }, [layout, centre, line, busy])
  const step = useCallback(
    (id: string, key: string) => {
      const wanted = stepOfKey.get(key)
      return wanted === undefined ? null : stepFrom(id, wanted, layout)
    },
    [layout],
  )
  return (
    <>
      <AssetGraph
        label="Asset graph"
        tiles={faces}
        wires={wires}
        captions={layout.captions}
        width={layout.width}
        height={layout.height}
        onSelect={onSelect}
        onPoint={setPointed}
        stepFrom={step}
      />
      <p className="visually-hidden" aria-live="polite">
        {pointed === null || line === null ? '' : lineageSentence(line)}
      </p>
    </>
  )
}

type Light = {
  readonly centre: string | null
  readonly line: Lineage | null
  readonly matching: ReadonlySet<string> | null
}

/** In the lineage of what is looked at, else among what the filter leaves. */
function isLit(key: string, { centre, line, matching }: Light): boolean {
  const isMatch = matching === null || matching.has(key)
  if (centre === null || line === null) return isMatch
  return key === centre || line.upstream.has(key) || line.downstream.has(key)
}

function lineageSentence({ upstream, downstream }: Lineage): string {
  return `Reads ${formatAmount(upstream.size, 'asset')}, is read by ${downstream.size}.`
}

function faceOf(tile: AssetTile) {
  const note = noteOf(tile, formatDuration)
  return {
    name: titleOf(tile),
    label: tile.label,
    description: `${stateWords(tile, note)}. ${tile.description}`,
    status: tile.status,
    activity: tile.activity,
    bars: tile.partitions.map(barOf),
    note,
    hasWarning: tile.hasWarning,
    isBlocking: tile.isBlocking,
  }
}

/** All that the tile shows, for who does not see it: `fresh, cached, a check warns`. */
function stateWords(tile: AssetTile, note: string): string {
  const { status, activity, hasWarning, isBlocking } = tile
  const check = isBlocking ? blockingWords : hasWarning ? warningWords : ''
  const words = [status, activity === 'idle' ? '' : activity, note, check]
  return [...new Set(words)].filter(Boolean).join(', ')
}

function barOf(partition: PartitionTile): Bar {
  const { status, activity, isCached } = partition
  if (activity !== 'idle') return activity
  if (isBlocked(partition)) return 'failed'
  if (status !== 'fresh') return status
  return isCached ? 'cached' : 'done'
}

import { useMemo } from 'react'
import { useApp } from '../../state/hooks'
import { categoryOf } from '../../state/category-of'
import { selectPlanById } from '../../state/plan/plan-selectors'
import { rootsByAsset } from '../../state/plan/stale-causes'
import { formatAmount, formatDuration } from '../../ui/number-format'
import { StatusGlyph } from '../../ui/status-glyph'
import classes from './asset-details.module.css'
import type { AssetTile, PartitionTile } from './asset-tile.model'
import { CauseChain } from './cause-chain'
import { SettingsRead } from './settings-read'
import { titleOf } from './tile-name'

export type AssetOverviewProps = {
  readonly tile: AssetTile
  readonly tiles: readonly AssetTile[]
  readonly onSelect: (key: string) => void
}

/** What the asset is, why it is stale, its categories, what it reads, and what reads it. */
export function AssetOverview({ tile, tiles, onSelect }: AssetOverviewProps) {
  return (
    <>
      <p className={classes.description}>{tile.description}</p>
      <Causes tile={tile} tiles={tiles} onSelect={onSelect} />
      <section>
        <h3>{partitionTitle(tile)}</h3>
        <ul className={classes.partitions}>
          {tile.partitions.map((partition) => (
            <PartitionRow key={partition.id} partition={partition} />
          ))}
        </ul>
      </section>
      <SettingsRead spec={tile.spec} />
      <Lineage tile={tile} tiles={tiles} onSelect={onSelect} />
    </>
  )
}

/** Of the first stale category: the others are stale for the same changes in their own. */
function Causes({ tile, tiles, onSelect }: AssetOverviewProps) {
  const plan = useApp(selectPlanById)
  const first = tile.partitions.find(({ causes }) => causes.length > 0)?.id ?? null
  const roots = useMemo(() => (first === null ? [] : rootsByAsset(first, plan)), [plan, first])
  if (first === null) return null
  const nameOf = (id: string) => {
    const key = plan.get(id)?.key ?? id
    const found = tiles.find((one) => one.key === key)
    return { key, title: found === undefined ? key : titleOf(found) }
  }
  return (
    <section>
      <h3>Why it is stale</h3>
      {roots.length === 0 ? (
        <p className={classes.why}>What it reads was made anew since, or is of other categories.</p>
      ) : (
        <CauseChain roots={roots} nameOf={nameOf} onSelect={onSelect} />
      )}
    </section>
  )
}

function PartitionRow({ partition }: { readonly partition: PartitionTile }) {
  const failure = partition.record?.status === 'failure' ? partition.record.failure : null
  return (
    <li>
      <span className={classes.row}>
        <StatusGlyph status={partition.status} running={partition.activity === 'running'} />
        <span className={classes.name}>{categoryOf(partition.partition) ?? 'The whole chain'}</span>
        <span className={classes.fact}>{factOf(partition)}</span>
      </span>
      {failure === null ? null : (
        <span className={classes.failure}>
          {failure.message} <i>{failure.hint}</i>
        </span>
      )}
    </li>
  )
}

function Lineage({ tile, tiles, onSelect }: AssetOverviewProps) {
  const downstream = tiles.filter(({ upstream }) => upstream.includes(tile.key))
  const upstream = tiles.filter(({ key }) => tile.upstream.includes(key))
  const links = (title: string, linked: readonly AssetTile[]) =>
    linked.length === 0 ? null : (
      <section>
        <h3>{title}</h3>
        <p className={classes.chips}>
          {linked.map((other) => (
            <button
              key={other.key}
              type="button"
              className={classes.link}
              onClick={() => onSelect(other.key)}
            >
              {titleOf(other)}
            </button>
          ))}
        </p>
      </section>
    )
  return (
    <>
      {links('Reads', upstream)}
      {links('Read by', downstream)}
    </>
  )
}

function partitionTitle({ partitions }: AssetTile): string {
  const count = (is: (one: PartitionTile) => boolean) => partitions.filter(is).length
  if (partitions.length < 2) return 'Value'
  const parts = [
    [count(({ status }) => status === 'fresh'), 'fresh'],
    [count(({ status }) => status === 'stale'), 'stale'],
    [count(({ status }) => status === 'failed'), 'failed'],
    [count(({ activity }) => activity === 'running'), 'running'],
    [count(({ activity }) => activity === 'queued'), 'queued'],
  ] as const
  const said = parts.flatMap(([n, word]) => (n === 0 ? [] : [`${n} ${word}`]))
  return `${formatAmount(partitions.length, 'category', 'categories')}: ${said.join(', ')}`
}

function factOf(partition: PartitionTile): string {
  if (partition.activity !== 'idle') return partition.activity
  if (partition.status !== 'fresh') return partition.status
  const rows = partition.record?.rows ?? null
  const size = rows === null ? '' : `${formatAmount(rows, 'row')}, `
  if (partition.isCached) return `${size}cached`
  return partition.ms === null ? size : `${size}${formatDuration(partition.ms)}`
}

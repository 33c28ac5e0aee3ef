import { ActionIcon, Button } from '../../ui/controls'
import { IconPlayerPlay, IconX } from '@tabler/icons-react'
import { formatAmount, formatDuration } from '../../ui/number-format'
import { Chip } from '../../ui/chip'
import { StatusGlyph } from '../../ui/status-glyph'
import classes from './asset-details.module.css'
import { CheckList } from './check-list'
import type { AssetTile, PartitionTile } from './asset-tile.model'
import { causesOf } from './pipeline.model'

export type AssetDetailsProps = {
  readonly tile: AssetTile
  readonly tiles: readonly AssetTile[]
  readonly isBusy: boolean
  readonly onMaterialize: (selection: string) => void
  readonly onSelect: (key: string) => void
  readonly onClose: () => void
}

/** One asset: what it is, why it is stale, its categories, its checks, and what it stands between. */
export function AssetDetails(props: AssetDetailsProps) {
  const { tile } = props
  const causes = causesOf(tile)
  return (
    <aside className={classes.details} aria-label={`Asset ${tile.label}`}>
      <header className={classes.head}>
        <StatusGlyph status={tile.status} running={tile.activity === 'running'} />
        <h2>{titleOf(tile)}</h2>
        <ActionIcon aria-label="Close" onClick={props.onClose}>
          <IconX size={16} />
        </ActionIcon>
      </header>
      <p className={classes.key}>{tile.key}</p>
      <p className={classes.description}>{tile.description}</p>
      <div className={classes.buttons}>
        <Button
          variant="default"
          size="xs"
          leftSection={<IconPlayerPlay size={14} />}
          disabled={props.isBusy}
          onClick={() => props.onMaterialize(tile.key)}
        >
          Materialize this
        </Button>
        <Button
          variant="default"
          size="xs"
          disabled={props.isBusy}
          onClick={() => props.onMaterialize(`${tile.key}+`)}
        >
          and downstream
        </Button>
      </div>
      {causes.length > 0 ? (
        <section>
          <h3>Stale because</h3>
          <p className={classes.chips}>
            {causes.map((cause) => (
              <Chip key={cause} tone="warn">
                {cause}
              </Chip>
            ))}
          </p>
        </section>
      ) : null}
      <section>
        <h3>{partitionTitle(tile)}</h3>
        <ul className={classes.partitions}>
          {tile.partitions.map((partition) => (
            <PartitionRow key={partition.partition ?? ''} partition={partition} />
          ))}
        </ul>
      </section>
      <CheckList partitions={tile.partitions} />
      <Lineage {...props} />
    </aside>
  )
}

function PartitionRow({ partition }: { readonly partition: PartitionTile }) {
  const failure = partition.record?.status === 'failure' ? partition.record.failure : null
  return (
    <li>
      <span className={classes.row}>
        <StatusGlyph status={partition.status} running={partition.activity === 'running'} />
        <span className={classes.name}>{partition.partition ?? 'The whole chain'}</span>
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

function Lineage({ tile, tiles, onSelect }: AssetDetailsProps) {
  const downstream = tiles.filter(({ upstream }) => upstream.includes(tile.key))
  const upstream = tiles.filter(({ key }) => tile.upstream.includes(key))
  const links = (title: string, linked: readonly AssetTile[]) =>
    linked.length === 0 ? null : (
      <section>
        <h3>{title}</h3>
        <p className={classes.chips}>
          {linked.map(({ key, ...other }) => (
            <button key={key} type="button" className={classes.link} onClick={() => onSelect(key)}>
              {titleOf({ key, ...other })}
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

export function titleOf(tile: AssetTile): string {
  return tile.branch === null ? tile.label : `${tile.label}, ${tile.branch}`
}

function partitionTitle({ partitions }: AssetTile): string {
  const fresh = partitions.filter(({ status }) => status === 'fresh').length
  const failed = partitions.filter(({ status }) => status === 'failed').length
  if (partitions.length < 2) return 'Value'
  const all = formatAmount(partitions.length, 'category', 'categories')
  return `${all}: ${fresh} fresh${failed > 0 ? `, ${failed} failed` : ''}`
}

function factOf(partition: PartitionTile): string {
  if (partition.activity === 'running') return 'running'
  if (partition.activity === 'queued') return 'queued'
  if (partition.status === 'failed') return 'failed'
  if (partition.status !== 'fresh') return partition.status
  const rows = partition.record?.rows ?? null
  const size = rows === null ? '' : `${formatAmount(rows, 'row')}, `
  if (partition.isCached) return `${size}cached`
  return partition.ms === null ? size : `${size}${formatDuration(partition.ms)}`
}

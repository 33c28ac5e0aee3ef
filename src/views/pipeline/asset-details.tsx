import { IconPlayerPlay, IconX } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useApp } from '../../state/hooks'
import { selectWholePlan } from '../../state/plan/plan-selectors'
import { planOfSelection } from '../../state/plan/selections'
import { ActionIcon, Button, NativeSelect } from '../../ui/controls'
import { StatusGlyph } from '../../ui/status-glyph'
import { Tabs } from '../../ui/tabs'
import { planFigure } from '../plan-words'
import { AssetLog } from './asset-log'
import { AssetOverview } from './asset-overview'
import classes from './asset-details.module.css'
import type { AssetTile } from './asset-tile.model'
import { AssetVersions } from './asset-versions'
import { CheckList } from './check-list'
import { type Choice, MaterializeMenu } from './materialize-menu'
import { SelectionReport } from './selection-report'
import { titleOf } from './tile-name'
import { ValuePanel } from './value-preview'

export type AssetDetailsProps = {
  readonly tile: AssetTile
  readonly tiles: readonly AssetTile[]
  readonly isBusy: boolean
  readonly onMaterialize: (selection: string) => void
  readonly onShowPlan: (selection: string) => void
  readonly onSelect: (key: string) => void
  readonly onClose: () => void
}

type Tab = 'overview' | 'preview' | 'checks' | 'log' | 'versions'

/** One asset: what it is, why it is stale, its value, checks, log and versions. */
export function AssetDetails(props: AssetDetailsProps) {
  const { tile, onClose } = props
  const [tab, setTab] = useState<Tab>('overview')
  const [partition, setPartition] = usePartition(tile)
  return (
    <aside className={classes.details} aria-label={`Asset ${tile.label}`}>
      <header className={classes.head}>
        <StatusGlyph status={tile.status} running={tile.activity === 'running'} />
        <h2>{titleOf(tile)}</h2>
        <ActionIcon aria-label="Close" onClick={onClose}>
          <IconX size={16} />
        </ActionIcon>
      </header>
      <p className={classes.key}>{tile.key}</p>
      <Materialize {...props} partition={partition} />
      <Tabs label={titleOf(tile)} value={tab} options={tabsOf(tile)} onChange={setTab}>
        <div className={classes.tab}>
          {tab === 'overview' && <AssetOverview {...props} />}
          {tab !== 'overview' && tile.partitions.length > 1 && (
            <NativeSelect
              size="xs"
              label="Category"
              value={partition ?? ''}
              data={tile.partitions.map((one) => one.partition ?? '')}
              onChange={(event) => setPartition(event.currentTarget.value)}
            />
          )}
          {tab === 'preview' && tile.key === 'external_filtered_features' && (
            <SelectionReport spec={tile.spec} partition={partition} />
          )}
          {tab === 'preview' && <ValuePanel spec={tile.spec} partition={partition} />}
          {tab === 'checks' && (
            <CheckList partitions={tile.partitions.filter((one) => one.partition === partition)} />
          )}
          {tab === 'log' && <AssetLog tile={tile} partition={partition} />}
          {tab === 'versions' && <AssetVersions tile={tile} partition={partition} />}
        </div>
      </Tabs>
    </aside>
  )
}

/** The category that is looked at: chosen here, else the one of the other screens, else the first. */
function usePartition({ partitions }: AssetTile) {
  const elsewhere = useApp((state) => state.view.category)
  const [chosen, setChosen] = useState<string | null>(null)
  const has = (name: string | null) => partitions.some(({ partition }) => partition === name)
  const wanted = [chosen, elsewhere].find((name) => name !== null && has(name))
  return [wanted ?? partitions[0]?.partition ?? null, setChosen] as const
}

function tabsOf({ partitions }: AssetTile) {
  const checks = partitions.flatMap(({ record }) => record?.checks ?? [])
  return [
    { value: 'overview', label: 'Overview' },
    { value: 'preview', label: 'Preview' },
    { value: 'checks', label: 'Checks', count: checks.length },
    { value: 'log', label: 'Log' },
    { value: 'versions', label: 'Versions' },
  ] as const
}

function Materialize(props: AssetDetailsProps & { readonly partition: string | null }) {
  const { tile, isBusy, onMaterialize, onShowPlan, partition } = props
  const { key } = tile
  const whole = useApp(selectWholePlan)
  const alone = useMemo(() => planFigure(planOfSelection(whole, key)), [whole, key])
  const below = useMemo(() => planFigure(planOfSelection(whole, `${key}+`)), [whole, key])
  const groups = useMemo(
    () => [{ title: 'Materialize', choices: choicesOf(tile, partition) }],
    [tile, partition],
  )
  return (
    <div>
      <div className={classes.buttons}>
        <Button
          size="xs"
          leftSection={<IconPlayerPlay size={14} aria-hidden />}
          disabled={isBusy}
          onClick={() => onMaterialize(key)}
        >
          Materialize this
        </Button>
        <Button size="xs" disabled={isBusy} onClick={() => onMaterialize(`${key}+`)}>
          and downstream
        </Button>
        <MaterializeMenu
          label="More"
          groups={groups}
          isBusy={isBusy}
          onRun={onMaterialize}
          onShowPlan={() => onShowPlan(key)}
        />
      </div>
      <p className={classes.plan}>
        Assets to make: this {alone}, and downstream {below}.
      </p>
    </div>
  )
}

function choicesOf({ key, partitions }: AssetTile, partition: string | null): readonly Choice[] {
  const failed = partitions.filter(({ status }) => status === 'failed')
  return [
    { label: 'This asset', selection: key },
    { label: 'With upstream', selection: `+${key}` },
    { label: 'With downstream', selection: `${key}+` },
    { label: 'With both', selection: `+${key}+` },
    ...(partition === null || partitions.length < 2
      ? []
      : [
          { label: `Only ${partition}`, selection: `${key}[${partition}]` },
          { label: `${partition} with downstream`, selection: `${key}[${partition}]+` },
        ]),
    ...(failed.length === 0
      ? []
      : [{ label: 'Failed ones only', selection: failed.map(({ id }) => id).join(',') }]),
  ]
}

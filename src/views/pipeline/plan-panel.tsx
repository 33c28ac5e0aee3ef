import { IconPlayerPlay, IconX } from '@tabler/icons-react'
import { useMemo } from 'react'
import type { PlannedAsset } from '../../runs/plan'
import { useApp } from '../../state/hooks'
import { categoryOf } from '../../state/category-of'
import { selectPlanById, selectWholePlan } from '../../state/plan/plan-selectors'
import { planOfSelection, type SelectionPlan } from '../../state/plan/selections'
import { rootsByAsset } from '../../state/plan/stale-causes'
import { ActionIcon, Button, TextInput } from '../../ui/controls'
import { formatAmount } from '../../ui/number-format'
import { StatusGlyph } from '../../ui/status-glyph'
import { kindWords } from '../cause-words'
import { planText } from '../plan-words'
import classes from './asset-details.module.css'
import { ChangeSentence } from './cause-chain'
import { titleOf } from './tile-name'

export type PlanPanelProps = {
  readonly selection: string
  readonly isBusy: boolean
  readonly onSelection: (selection: string) => void
  readonly onRun: (selection: string) => void
  readonly onSelect: (key: string) => void
  readonly onClose: () => void
}

/** A dry run: what any selection would make and why, before anything is made. */
export function PlanPanel(props: PlanPanelProps) {
  const { selection, isBusy, onSelection, onRun, onSelect, onClose } = props
  const whole = useApp(selectWholePlan)
  const plan = useMemo(() => planOfSelection(whole, selection), [whole, selection])
  const nToMake = plan.ok ? plan.toMake.length : 0
  return (
    <aside className={classes.details} aria-label="The plan">
      <header className={classes.head}>
        <h2>{plan.ok ? titleOfPlan(plan) : 'This cannot run'}</h2>
        <ActionIcon aria-label="Close" onClick={onClose}>
          <IconX size={16} />
        </ActionIcon>
      </header>
      <TextInput
        label="Selection"
        aria-describedby="selection-grammar"
        value={selection}
        onChange={(event) => onSelection(event.currentTarget.value)}
        error={!plan.ok}
      />
      {!plan.ok && (
        <p className={classes.refused} role="alert">
          {plan.failure.message} {plan.failure.hint}
        </p>
      )}
      <p className={classes.why} id="selection-grammar">
        A job, a group or an asset: +key, key+, key[category], several with commas.
      </p>
      <p className="visually-hidden" aria-live="polite">
        {planText(plan)}
      </p>
      <div className={classes.buttons}>
        <Button
          size="xs"
          leftSection={<IconPlayerPlay size={14} aria-hidden />}
          disabled={isBusy || nToMake === 0}
          onClick={() => onRun(selection)}
        >
          {nToMake === 0
            ? 'Run'
            : `Run ${nToMake} of ${formatAmount(plan.ok ? plan.nInRun : 0, 'asset')}`}
        </Button>
      </div>
      {plan.ok && <ToMake assets={plan.toMake} onSelect={onSelect} />}
    </aside>
  )
}

function titleOfPlan({ toMake, nInRun }: Extract<SelectionPlan, { ok: true }>): string {
  if (toMake.length === 0) return 'Nothing to make: all is fresh'
  return `Would make ${toMake.length} of ${formatAmount(nInRun, 'asset')}`
}

type Folded = {
  readonly first: PlannedAsset
  readonly partitions: readonly string[]
  readonly n: number
}

/** One line per asset, its categories folded, upstream first. */
function ToMake({
  assets,
  onSelect,
}: {
  readonly assets: readonly PlannedAsset[]
  readonly onSelect: (key: string) => void
}) {
  const folded = useMemo(() => foldByKey(assets), [assets])
  if (folded.length === 0) return null
  return (
    <section>
      <h3>What would be made, and why</h3>
      <ul className={classes.partitions}>
        {folded.map(({ first, partitions, n }) => (
          <li key={first.key}>
            <span className={classes.row}>
              <StatusGlyph status={first.status} />
              <button type="button" className={classes.plain} onClick={() => onSelect(first.key)}>
                {titleOf(first.spec)}
              </button>
              <span className={classes.fact} title={partitions.join(', ')}>
                {n === 1 ? (partitions[0] ?? '') : formatAmount(n, 'category', 'categories')}
              </span>
            </span>
            <Why planned={first} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Why({ planned }: { readonly planned: PlannedAsset }) {
  const plan = useApp(selectPlanById)
  const [root] = useMemo(() => rootsByAsset(planned.id, plan), [plan, planned.id])
  if (planned.status === 'missing')
    return <p className={classes.why}>never made, or no longer kept</p>
  if (root === undefined) return <p className={classes.why}>{kindWords.dependencies}</p>
  return (
    <p className={classes.why}>
      <ChangeSentence root={root} />
    </p>
  )
}

function foldByKey(assets: readonly PlannedAsset[]): readonly Folded[] {
  const byKey = new Map<string, PlannedAsset[]>()
  for (const asset of assets) byKey.set(asset.key, [...(byKey.get(asset.key) ?? []), asset])
  return [...byKey.values()].flatMap((same) => {
    const [first] = same
    const partitions = same.flatMap(({ partition }) => categoryOf(partition) ?? [])
    return first === undefined ? [] : [{ first, partitions, n: same.length }]
  })
}

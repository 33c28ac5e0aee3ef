import type { OptimalClusterCounts } from '../../assets/model-training/optimal-cluster-counts/spec'
import type { Branch } from '../../assets/spec'
import { selectParam } from '../../state/config/param-selectors'
import { useActions, useApp } from '../../state/hooks'
import { Switch } from '../../ui/controls'
import { Region } from '../../ui/region'
import classes from './criterion-picks.module.css'
import { finestWords, shownPicks } from './picks.model'

export type CriterionPicksProps = {
  readonly counts: OptimalClusterCounts
  readonly branch: Branch
}

/** What each criterion picks by itself, and the switch for those that cost many fits. */
export function CriterionPicks({ counts, branch }: CriterionPicksProps) {
  const isAsked = useApp((state) => selectParam(state, branch, 'k_evidence')) === true
  const { setParams } = useActions()
  return (
    <Region
      divided
      title="What each criterion picks"
      subtitle={finestWords(counts)}
      actions={
        <Switch
          label="Gap and stability"
          checked={isAsked}
          onChange={({ currentTarget }) => setParams(branch, { k_evidence: currentTarget.checked })}
        />
      }
    >
      <dl className={classes.picks}>
        {shownPicks(counts).map(({ name, pick, differs }) => (
          <div key={name} data-differs={differs || undefined}>
            <dt>{name}</dt>
            <dd>{pick}</dd>
          </div>
        ))}
      </dl>
    </Region>
  )
}

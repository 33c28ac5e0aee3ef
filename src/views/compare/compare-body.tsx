import { useMemo, useState } from 'react'
import type { RunComparison } from '../../runs/compare/compare-runs'
import type { Membership } from '../../runs/compare/membership'
import { useActions, useApp } from '../../state/hooks'
import { selectCategory } from '../../state/selectors'
import { Answer } from '../../ui/answer'
import { Segments } from '../../ui/segments'
import type { RunWords } from '../run-words'
import { compareAnswer, type Shown } from './answer.model'
import { headsOf, type MergeOrder } from './cluster-heads'
import { CompareActions } from './compare-actions'
import { CompareNotes } from './compare-notes'
import classes from './compare-view.module.css'
import { Differences } from './differences'
import { MatrixRegion } from './matrix-region'
import { MetricsRegion } from './metrics-region'
import { MovesRegion } from './moves-region'
import { SizesRegion } from './sizes-region'

export type CompareBodyProps = {
  readonly comparison: RunComparison
  readonly words: RunWords
}

const branches = [
  { value: 'internal', label: 'Internal' },
  { value: 'external', label: 'External' },
  { value: 'merged', label: 'Merged' },
] as const

/** Two runs that were compared: the answer, what differs, who moved, and the figures. */
export function CompareBody({ comparison, words }: CompareBodyProps) {
  const category = useApp(selectCategory)
  const [isAll, setIsAll] = useState(false)
  const shown = useShown(comparison, category)
  const { membership, heads } = shown
  const answer = compareAnswer(comparison, shown)
  const branch = <BranchSegments all={shown.all} membership={membership} />
  return (
    <>
      <Answer
        title={answer.title}
        detail={answer.detail}
        actions={<CompareActions before={comparison.a} after={comparison.b} />}
      />
      <CompareNotes comparison={comparison} category={category} />
      <div className={classes.body}>
        <div className={classes.left}>
          <Differences
            comparison={comparison}
            category={category}
            words={words}
            isAll={isAll}
            onAll={setIsAll}
          />
          {membership === null ? null : (
            <MovesRegion
              key={`${comparison.a.id} ${comparison.b.id} ${membership.view} ${membership.category}`}
              comparison={comparison}
              membership={membership}
              heads={heads}
              words={words}
            />
          )}
        </div>
        <div className={classes.right}>
          {membership === null ? (
            <div className={classes.tools}>{branch}</div>
          ) : (
            <MatrixRegion membership={membership} heads={heads} words={words} branch={branch} />
          )}
          <MetricsRegion comparison={comparison} category={category} words={words} isAll={isAll} />
          {membership === null ? null : (
            <SizesRegion membership={membership} heads={heads} words={words} />
          )}
        </div>
      </div>
    </>
  )
}

type BranchSegmentsProps = Pick<Shown, 'all' | 'membership'>

function BranchSegments({ all, membership }: BranchSegmentsProps) {
  const chosen = useApp((state) => state.view.branch)
  const { look } = useActions()
  const options = branches.map((option) => ({
    ...option,
    disabled: all.length > 0 && !all.some(({ view }) => view === option.value),
  }))
  return (
    <Segments
      label="Branch"
      value={membership?.view ?? chosen}
      options={options}
      onChange={(branch) => look({ branch })}
    />
  )
}

const noHeads = { rows: [], columns: [] }

/** The branch that is looked at, else the first that both runs have. */
function useShown(comparison: RunComparison, category: string | null): Shown {
  const branch = useApp((state) => state.view.branch)
  return useMemo(() => {
    const all = comparison.memberships.filter(
      (one) => one.category === category || one.category === 'all',
    )
    const membership = all.find(({ view }) => view === branch) ?? all[0] ?? null
    const inner = all.find(({ view }) => view === 'internal') ?? null
    const heads =
      membership === null ? noHeads : headsOf(membership, mergeOrders(comparison), inner)
    return { membership, heads, all: byView(all) }
  }, [comparison, category, branch])
}

/** One a branch: its own category before the whole chain. */
function byView(all: readonly Membership[]): readonly Membership[] {
  return branches.flatMap(({ value }) => all.find(({ view }) => view === value) ?? [])
}

function mergeOrders({ settings }: RunComparison) {
  const setting = settings.all.find(({ name }) => name === 'merge_order')
  const orderOf = (value: unknown): MergeOrder =>
    value === 'external_internal' ? 'external_internal' : 'internal_external'
  return { before: orderOf(setting?.before), after: orderOf(setting?.after) }
}

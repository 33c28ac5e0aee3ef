import { useMemo, useState } from 'react'
import type { OverrideBranch } from '../assets/override'
import { useApp } from '../state/hooks'
import { placeOf, selectOverrideLog } from '../state/overrides/overrides-slice'
import { Button, NativeSelect } from '../ui/controls'
import { DownloadButton } from '../ui/download-button'
import { formatCount } from '../ui/number-format'
import { Region } from '../ui/region'
import classes from './decision-log.module.css'
import { branchLabels } from './decisions/decision-words'
import { logCsv } from './decisions/log-csv'
import { LogEntry } from './decisions/log-entry'
import {
  brokenSentence,
  categoriesIn,
  filterRows,
  type LogRow,
  logRows,
  logSentence,
} from './decisions/log.model'
import { useShown } from './decisions/use-shown'
import { saveCsv } from './save-csv'

/** Every decision with what the shown run made of it, and what does not hold in one sentence. */
export function useDecisionLog() {
  const lines = useApp(selectOverrideLog)
  const shown = useShown()
  return useMemo(() => {
    const rows = logRows(lines, shown)
    return { rows, broken: brokenSentence(rows) }
  }, [lines, shown])
}

/** More than these are behind a button. */
const nAtFirst = 20

/** What people decided about stores and clusters: who, when, why, and what came of it. */
export function DecisionLog({ rows }: { readonly rows: readonly LogRow[] }) {
  const [branch, setBranch] = useState<OverrideBranch | null>(null)
  const [category, setCategory] = useState<string | null>(null)
  const [isWhole, setWhole] = useState(false)
  if (rows.length === 0) return <NothingDecided />
  const found = filterRows(rows, { branch, category })
  const drawn = isWhole ? found : found.slice(0, nAtFirst)
  return (
    <Region
      divided
      title="Decisions"
      subtitle={logSentence(found)}
      actions={
        <>
          <BranchFilter value={branch} onChange={setBranch} />
          <CategoryFilter rows={rows} value={category} onChange={setCategory} />
          <DownloadButton
            size="xs"
            label="Download the decisions as CSV"
            onClick={() => saveCsv(['decisions', branch, category], logCsv(found))}
          >
            CSV
          </DownloadButton>
        </>
      }
    >
      <ul className={classes.entries} aria-label="Decisions">
        {drawn.map((row) => (
          <LogEntry key={row.line.entry.id} row={row} />
        ))}
      </ul>
      {found.length === 0 ? <p className={classes.none}>No decision matches.</p> : null}
      {drawn.length < found.length ? (
        <Button size="xs" variant="subtle" onClick={() => setWhole(true)}>
          Show all {formatCount(found.length)}
        </Button>
      ) : null}
    </Region>
  )
}

function NothingDecided() {
  return (
    <Region divided title="Decisions" subtitle="Nobody has decided about a store yet">
      <p className={classes.none}>
        Select stores in a table here or on Clusters to lock them to a cluster, to keep them
        together or apart, or to leave them out. Each decision is listed here with who made it, when
        and why; every later run applies it again and says what it cost.
      </p>
    </Region>
  )
}

const branches: readonly OverrideBranch[] = ['internal', 'external', 'merged']

type BranchFilterProps = {
  readonly value: OverrideBranch | null
  readonly onChange: (branch: OverrideBranch | null) => void
}

function BranchFilter({ value, onChange }: BranchFilterProps) {
  return (
    <NativeSelect
      aria-label="Decisions of"
      data={[
        { value: '', label: 'All views' },
        ...branches.map((one) => ({ value: one, label: branchLabels[one] })),
      ]}
      value={value ?? ''}
      onChange={({ currentTarget }) =>
        onChange(branches.find((one) => one === currentTarget.value) ?? null)
      }
    />
  )
}

type CategoryFilterProps = {
  readonly rows: readonly LogRow[]
  readonly value: string | null
  readonly onChange: (category: string | null) => void
}

/** Categories by their place in the list: a category may have any name. */
function CategoryFilter({ rows, value, onChange }: CategoryFilterProps) {
  const categories = categoriesIn(rows)
  const whole = placeOf('external', null).category
  const label = (category: string) => (category === whole ? 'Whole chain' : category)
  return (
    <NativeSelect
      aria-label="Decisions in"
      data={[
        { value: '-1', label: 'All categories' },
        ...categories.map((one, i) => ({ value: String(i), label: label(one) })),
      ]}
      value={String(value === null ? -1 : categories.indexOf(value))}
      onChange={({ currentTarget }) => onChange(categories[Number(currentTarget.value)] ?? null)}
    />
  )
}

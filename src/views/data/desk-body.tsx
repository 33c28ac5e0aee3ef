import { lazy, memo, type ReactNode, Suspense } from 'react'
import type { RunRecord } from '../../runs/contract'
import { Skeleton } from '../../ui/skeleton'
import { Tabs } from '../../ui/tabs'
import classes from './data-desk.module.css'
import { DataSide } from './data-side'
import type { DeskTab, DeskTarget } from './desk-place'

// Tables that nobody looks at in the first minute.
const DeskReports = lazy(async () => ({ default: (await import('./desk-reports')).DeskReports }))
const SteadySide = memo(DataSide)

export type DeskBodyProps = {
  readonly tab: DeskTab
  readonly onGo: (target: DeskTarget) => void
  readonly onTab: (tab: DeskTab) => void
  readonly run: RunRecord | null
  readonly category: string | null
  /** The chosen file: its columns. */
  readonly children: ReactNode
}

/** One file, or what is known of all of them together; beside it how they fit. */
export function DeskBody({ tab, onGo, onTab, run, category, children }: DeskBodyProps) {
  return (
    <div className={classes.columns}>
      <div className={classes.main}>
        <Tabs label="About the files" value={tab} options={options} onChange={onTab}>
          {tab === 'columns' ? (
            children
          ) : (
            <Suspense fallback={<Skeleton label="Loading" />}>
              <DeskReports tab={tab} run={run} onGo={onGo} />
            </Suspense>
          )}
        </Tabs>
      </div>
      <SteadySide run={run} category={category} isJoinShown={tab === 'join'} onGo={onGo} />
    </div>
  )
}

const options: readonly { readonly value: DeskTab; readonly label: string }[] = [
  { value: 'columns', label: 'Columns' },
  { value: 'join', label: 'Join' },
  { value: 'quality', label: 'Quality' },
  { value: 'filters', label: 'Filters' },
  { value: 'left-out', label: 'Left out' },
]

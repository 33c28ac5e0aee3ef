import type { RunRecord } from '../../runs/contract'
import type { DeskTab, DeskTarget } from './desk-place'
import { FiltersPanel } from './filters-panel'
import { JoinReport } from './join-report'
import { LeftOut } from './left-out'
import { QualityReport } from './quality-report'

export type DeskReportsProps = {
  readonly tab: Exclude<DeskTab, 'columns'>
  readonly run: RunRecord | null
  readonly onGo: (target: DeskTarget) => void
}

/** What is known of all files together, one part at a time. */
export function DeskReports({ tab, run, onGo }: DeskReportsProps) {
  if (tab === 'join') return <JoinReport />
  if (tab === 'quality') return <QualityReport run={run} onGo={onGo} />
  return tab === 'filters' ? <FiltersPanel /> : <LeftOut run={run} />
}

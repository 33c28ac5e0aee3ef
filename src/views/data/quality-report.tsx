import { useMemo } from 'react'
import type { RunRecord } from '../../runs/contract'
import { useApp } from '../../state/hooks'
import { readySources, selectReadiness } from '../../state/selectors'
import { selectCatalogues } from '../../state/sources/catalogue'
import { selectIdJoins } from '../../state/sources/id-joins'
import { selectPlaceDoubts } from '../../state/sources/place-doubts'
import { selectUndecidedRows } from '../../state/sources/repeated-stores'
import { Region } from '../../ui/region'
import { qualityAssetKeys } from '../data-assets'
import { dataChecks } from './checks.model'
import type { DeskTarget } from './desk-place'
import { itemsAfter, itemsBefore } from './quality.model'
import { QualityBoard } from './quality-board'

export type QualityReportProps = {
  readonly run: RunRecord | null
  readonly onGo: (target: DeskTarget) => void
}

/** All that is known of the quality of the inputs: from the files, then from the checks of a run. */
export function QualityReport({ run, onGo }: QualityReportProps) {
  const sources = useApp(readySources)
  const catalogues = useApp(selectCatalogues)
  const joins = useApp(selectIdJoins)
  const doubts = useApp(selectPlaceDoubts)
  const undecided = useApp(selectUndecidedRows)
  const entries = useApp((state) => state.entries)
  const readiness = useApp(selectReadiness)
  const before = useMemo(() => {
    const failed = entries.filter((entry) => entry.status === 'failed')
    return itemsBefore({ sources, catalogues, joins, doubts, undecided, failed, readiness })
  }, [sources, catalogues, joins, doubts, undecided, entries, readiness])
  const after = useMemo(() => {
    if (run === null) return null
    const checks = dataChecks(run, qualityAssetKeys)
    return { items: itemsAfter(checks.lines), title: checks.title, nPassed: checks.nPassed }
  }, [run])
  return (
    <>
      <QualityBoard
        label="Before a run"
        subtitle="From one pass over every file, with these settings."
        items={before}
        onGo={onGo}
      />
      {run === null || after === null ? (
        <Region
          divided
          title="The checks of a run come after it"
          subtitle="Money without a need state, stores without data, cells that were filled."
        />
      ) : (
        <QualityBoard
          label="After a run"
          title={after.title}
          subtitle={`Checks of the files and of what becomes of them, in run ${run.seq}: ${after.nPassed} passed.`}
          items={after.items}
          onGo={onGo}
        />
      )}
    </>
  )
}

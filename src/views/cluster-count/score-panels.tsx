import { lazy, Suspense } from 'react'
import type { OptimalClusterCounts } from '../../assets/model-training/optimal-cluster-counts/spec'
import { formatCompact, formatNumber } from '../../ui/number-format'
import { Region } from '../../ui/region'
import { Skeleton } from '../../ui/skeleton'
import { panelsOf, panelsTitle } from './panels.model'
import classes from './cluster-count-view.module.css'

// The chart library is the largest piece of the screen: the answer does not wait for it.
const ScorePanel = lazy(async () => ({
  default: (await import('../../ui/charts/score-panel')).ScorePanel,
}))

export type ScorePanelsProps = {
  readonly counts: OptimalClusterCounts
  readonly onChoose: (k: number) => void
}

/** Every measure over k, small and side by side. */
export function ScorePanels({ counts, onChoose }: ScorePanelsProps) {
  return (
    <Region
      title={panelsTitle(counts)}
      subtitle="Click a count in any picture to use it instead. Number of clusters along the bottom, ring = the pick of that criterion."
    >
      <Suspense fallback={<Skeleton label="Loading pictures" />}>
        <div className={classes.panels}>
          {panelsOf(counts).map(({ measure, points, chosen, pick, note, differs }) => (
            <ScorePanel
              key={measure.name}
              name={measure.name}
              hint={measure.hint}
              definition={measure.definition}
              points={points}
              chosen={chosen}
              pick={pick}
              note={note}
              isWarning={differs}
              format={axisText}
              onChoose={onChoose}
            />
          ))}
        </div>
      </Suspense>
    </Region>
  )
}

/** Three figures that count: 0.53, 3.49, 3,369, 52.9K. */
function axisText(value: number): string {
  return Math.abs(value) >= 10_000 ? formatCompact(value) : formatNumber(value, axisDigits(value))
}

function axisDigits(value: number): number {
  const size = Math.abs(value)
  if (size === 0 || size >= 100 || Number.isInteger(value)) return 0
  if (size >= 10) return 1
  return 2
}

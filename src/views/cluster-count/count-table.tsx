import type { OptimalClusterCounts } from '../../assets/model-training/optimal-cluster-counts/spec'
import { formatNumber } from '../../ui/number-format'
import { measuresOf } from './measures'
import { pickOf } from './panels.model'
import classes from './count-table.module.css'

export type CountTableProps = {
  readonly counts: OptimalClusterCounts
  /** Null where k is not for a person to choose. */
  readonly onChoose: ((k: number) => void) | null
}

/** The same figures as the pictures; the head of a column chooses its k, by mouse or key. */
export function CountTable({ counts, onChoose }: CountTableProps) {
  const isChosen = (k: number) => (k === counts.k ? true : undefined)
  return (
    <div className={classes.scroll}>
      <table className={classes.table} aria-label="Cluster counts">
        <thead>
          <tr>
            <th scope="col">Clusters</th>
            {counts.candidates.map(({ k }) => (
              <th key={k} scope="col" data-chosen={isChosen(k)}>
                {onChoose === null ? (
                  k
                ) : (
                  <button type="button" onClick={() => onChoose(k)} title={`Use ${k} clusters`}>
                    {k}
                  </button>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {measuresOf(counts).map((measure) => {
            const pick = pickOf(counts, measure.criterion)
            return (
              <tr key={measure.name}>
                <th scope="row" title={measure.definition}>
                  {measure.name}
                </th>
                {counts.candidates.map((candidate) => {
                  const value = measure.of(candidate)
                  return (
                    <td key={candidate.k} data-chosen={isChosen(candidate.k)}>
                      <span data-pick={pick === candidate.k || undefined}>
                        {value === null ? '' : formatNumber(value, measure.digits)}
                      </span>
                    </td>
                  )
                })}
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

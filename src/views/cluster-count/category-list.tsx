import type { OptimalClusterCounts } from '../../assets/model-training/optimal-cluster-counts/spec'
import { useAsset } from '../../state/hooks'
import { internal } from '../../state/shown-assets'
import { Region } from '../../ui/region'
import { countBin, heatStyle } from '../../ui/scales'
import { agreeing } from './answer.model'
import classes from './category-list.module.css'

export type CategoryListProps = {
  readonly categories: readonly string[]
  readonly current: string | null
  /** False where the algorithm finds the count itself. */
  readonly isSearched: boolean
  readonly onSelect: (category: string) => void
}

/** Every category with its score by count, so that the unclear ones are found. */
export function CategoryList({ categories, current, isSearched, onSelect }: CategoryListProps) {
  return (
    <Region
      side
      title={`${categories.length} categories`}
      subtitle={
        isSearched
          ? 'Silhouette by count, the chosen count marked; criteria that agree'
          : 'How many clusters the algorithm finds in each'
      }
    >
      <ul className={classes.list}>
        {categories.map((category) => (
          <CategoryRow
            key={category}
            category={category}
            isCurrent={category === current}
            onSelect={onSelect}
          />
        ))}
      </ul>
    </Region>
  )
}

type RowProps = {
  readonly category: string
  readonly isCurrent: boolean
  readonly onSelect: (category: string) => void
}

function CategoryRow({ category, isCurrent, onSelect }: RowProps) {
  const { value, status, isNothing } = useAsset(internal.counts, category)
  const whyNone = isNothing ? 'no sales' : status === 'failure' ? 'failed' : ''
  return (
    <li>
      <button
        type="button"
        className={classes.row}
        aria-current={isCurrent || undefined}
        onClick={() => onSelect(category)}
      >
        <span className={classes.name}>{category}</span>
        {value === null ? (
          <span className={classes.agree}>{whyNone}</span>
        ) : (
          <Strip counts={value} />
        )}
      </button>
    </li>
  )
}

function Strip({ counts }: { readonly counts: OptimalClusterCounts }) {
  // One cluster has no silhouette to compare.
  const shown = counts.candidates.filter(
    ({ k, silhouette }) => silhouette !== null || k === counts.k,
  )
  const scores = shown.map(({ silhouette }) => silhouette ?? 0)
  const best = scores.reduce((most, score) => Math.max(most, score), 0)
  const worst = scores.reduce((least, score) => Math.min(least, score), best)
  const { agree, of } = agreeing(counts)
  return (
    <>
      <span className={classes.strip} aria-hidden>
        {shown.map(({ k, silhouette }) => (
          <i
            key={k}
            style={heatStyle(
              'q',
              k === counts.k ? 5 : countBin((silhouette ?? 0) - worst, best - worst),
            )}
            data-chosen={k === counts.k || undefined}
          >
            {k === counts.k ? k : ''}
          </i>
        ))}
      </span>
      <span className={classes.agree} data-unclear={2 * agree < of || undefined}>
        k = {counts.k}
        {counts.isSearched ? `, ${agree} of ${of}` : ''}
      </span>
    </>
  )
}

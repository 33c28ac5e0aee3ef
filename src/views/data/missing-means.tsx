import type { Source } from '../../runs/contract'
import { selectOptions, selectParam } from '../../state/config/param-selectors'
import { useActions, useApp } from '../../state/hooks'
import { branchOfSource } from '../../state/sources/catalogue'
import { meansOfColumns } from '../../state/sources/missing-means'
import { NativeSelect } from '../../ui/controls'
import { ChoiceSelect } from './choice-select'
import { missingSentence } from './missing-means.model'
import classes from './repeated-stores.module.css'

export type MissingMeansProps = { readonly source: Source }

/** What a missing cell means is said beside the file; for a table of stores it is chosen here. */
export function MissingMeans({ source }: MissingMeansProps) {
  const branch = branchOfSource(source)
  const means = useApp((state) => selectParam(state, branch, 'missing_means'))
  const ofColumns = useApp((state) => selectParam(state, branch, 'missing_means_of'))
  const { setParam } = useActions()
  if (branch === null) return null
  const sentence = missingSentence(source, means, meansOfColumns(ofColumns).size)
  if (sentence === null) return null
  return (
    <div className={classes.line}>
      <p>{sentence}</p>
      {typeof means === 'string' && (
        <NativeSelect
          aria-label="What an empty cell means"
          size="xs"
          data={selectOptions('missing_means').map(({ value, label }) => ({ value, label }))}
          value={means}
          onChange={({ currentTarget }) => setParam(branch, 'missing_means', currentTarget.value)}
        />
      )}
    </div>
  )
}

export type ColumnMissingProps = MissingMeansProps & { readonly column: string }

/** The same for one column, where the rule of the file does not fit. */
export function ColumnMissing({ source, column }: ColumnMissingProps) {
  const branch = branchOfSource(source)
  const value = useApp((state) => selectParam(state, branch, 'missing_means_of'))
  const { setParam } = useActions()
  if (branch === null || value === undefined) return null
  const chosen = meansOfColumns(value)
  const choose = (means: string | null) => {
    const others = [...chosen].filter(([name]) => name !== column)
    const next = means === null ? others : [...others, [column, means] as const]
    setParam(branch, 'missing_means_of', next.length === 0 ? undefined : Object.fromEntries(next))
  }
  return (
    <ChoiceSelect
      label={`Empty cells of ${column}`}
      value={chosen.get(column) ?? null}
      isChosen={chosen.has(column)}
      unchosen="As in the file"
      options={meanings}
      onChoose={choose}
    />
  )
}

const meanings = [
  { value: 'zero', label: 'zero' },
  { value: 'unknown', label: 'unknown' },
]

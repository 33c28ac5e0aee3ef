import { NativeSelect } from '../../ui/controls'
import type { Branch } from '../../assets/spec'
import { selectOptions, selectParam } from '../../state/config/param-selectors'
import { useActions, useApp } from '../../state/hooks'

export type RuleSelectProps = {
  readonly branch: Branch
  /** What a fixed number starts from; null where nothing was counted yet. */
  readonly k: number | null
}

/** The rule that chooses k, for this branch; the same setting as on Configure. */
export function RuleSelect({ branch, k }: RuleSelectProps) {
  const rule = useApp((state) => selectParam(state, branch, 'k_rule'))
  const fixed = useApp((state) => selectParam(state, branch, 'n_clusters'))
  const { setParams } = useActions()
  const options = selectOptions('k_rule').map(({ value, label }) => ({
    value,
    label: `Rule: ${label.toLowerCase()}`,
  }))
  const choose = (name: string) =>
    // A rule that waits for a number would keep every run from starting.
    setParams(
      branch,
      name === 'fixed' && fixed === null && k !== null
        ? { k_rule: name, n_clusters: k }
        : { k_rule: name },
    )
  return (
    <NativeSelect
      aria-label="Rule"
      data={options}
      value={String(rule)}
      onChange={({ currentTarget }) => choose(currentTarget.value)}
    />
  )
}

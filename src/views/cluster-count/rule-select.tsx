import { NativeSelect } from '../../ui/controls'
import type { Branch } from '../../assets/spec'
import { selectOptions, selectParam } from '../../state/config/param-selectors'
import { useActions, useApp } from '../../state/hooks'

/** The rule that chooses k, for this branch; the same setting as on Configure. */
export function RuleSelect({ branch }: { readonly branch: Branch }) {
  const rule = useApp((state) => selectParam(state, branch, 'k_rule'))
  const { setParams } = useActions()
  const options = selectOptions('k_rule').map(({ value, label }) => ({
    value,
    label: `Rule: ${label.toLowerCase()}`,
  }))
  return (
    <NativeSelect
      aria-label="Rule"
      data={options}
      value={String(rule)}
      onChange={({ currentTarget }) => setParams(branch, { k_rule: currentTarget.value })}
    />
  )
}

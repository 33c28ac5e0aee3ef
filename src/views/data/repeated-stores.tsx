import type { Source } from '../../runs/contract'
import { branchOfSource } from '../../state/sources/catalogue'
import { useActions, useApp, useAsset } from '../../state/hooks'
import { externalFeaturesData } from '../../state/shown-assets'
import { selectOptions } from '../../state/config/param-selectors'
import { countRepeatedRows, selectDuplicateRule } from '../../state/sources/repeated-stores'
import { NativeSelect } from '../../ui/controls'
import { identicalSentence, repeatedText } from './files.model'
import classes from './repeated-stores.module.css'

export type RepeatedStoresProps = { readonly source: Source }

/** A store in several rows of a file: what becomes of them is a person's choice, made here. */
export function RepeatedStores({ source }: RepeatedStoresProps) {
  const rule = useApp((state) => selectDuplicateRule(state, source))
  const { setParam } = useActions()
  const branch = branchOfSource(source)
  const nRepeated = countRepeatedRows(source)
  if (nRepeated === 0 || branch === null) return null
  return (
    <div className={classes.line} data-open={rule === 'refuse' || undefined}>
      <p>
        {repeatedText(nRepeated)}
        {rule === 'refuse' && ' The run stops here until you choose what becomes of such rows.'}
        {branch === 'external' && <IdenticalRows />}
      </p>
      <NativeSelect
        aria-label="What becomes of rows that repeat a store"
        size="xs"
        data={selectOptions('duplicate_stores').map(({ value, label }) => ({ value, label }))}
        value={String(rule)}
        onChange={({ currentTarget }) => setParam(branch, 'duplicate_stores', currentTarget.value)}
      />
    </div>
  )
}

/** Rows that only say the same again are no conflict; a run tells how many are which. */
function IdenticalRows() {
  const { value, stale } = useAsset(externalFeaturesData, null)
  return value === null || stale ? null : ` ${identicalSentence(value)}`
}

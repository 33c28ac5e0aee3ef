import { useState } from 'react'
import { useApp } from '../../state/hooks'
import type { FilterFacts } from '../../state/sources/filter-facts'
import { selectJoinRules } from '../../state/sources/id-joins'
import { chooseFile } from '../../ui/choose-file'
import { Button, Textarea } from '../../ui/controls'
import { formatAmount } from '../../ui/number-format'
import type { FilterCount } from './filters.model'
import { excludeCounts, readIds, unknownIds, unknownSentence } from './filters.model'
import { FilterLine } from './filter-line'
import classes from './filters.module.css'
import { useSetting } from './use-setting'

export type ExcludeStoresProps = {
  readonly named: readonly string[]
  readonly facts: FilterFacts
  readonly fromRun: readonly FilterCount[]
}

/** Store ids that are left out: typed, pasted, or taken from a file. */
export function ExcludeStores({ named, facts, fromRun }: ExcludeStoresProps) {
  const set = useSetting('exclude_stores')
  const [text, setText] = useState<string | null>(null)
  const read = text === null ? named : readIds(text, facts)
  const unknown = unknownIds(read, facts)
  const rules = useApp(selectJoinRules).files
  // By rule, ids of several files may be one store: only a run counts those.
  const isCounted = facts.nExternalFiles < 2 || rules.length === 0
  const counted = isCounted ? facts : { ...facts, externalIds: null }
  const use = (ids: readonly string[]) => {
    setText(null)
    if (ids.length === 0) set(undefined, 'No store is left out by name')
    else set(ids, `${formatAmount(ids.length, 'store')} left out by name`)
  }
  const isChanged = text !== null && read.join('\n') !== named.join('\n')
  return (
    <FilterLine
      title="Stores left out by name"
      help="One id a line, as the files write it; or a file with the ids in its first column."
      isOn={named.length > 0}
      counts={[...excludeCounts(read, counted), ...fromRun]}
      uncounted="A run counts the stores that are left."
    >
      <Textarea
        aria-label="Stores to leave out"
        size="xs"
        rows={4}
        value={text ?? named.join('\n')}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      {unknown.length > 0 && <p className={classes.unknown}>{unknownSentence(unknown)}</p>}
      <div className={classes.buttons}>
        <Button size="xs" disabled={!isChanged} onClick={() => use(read)}>
          {isChanged ? `Leave out ${formatAmount(read.length, 'store')}` : 'Leave out'}
        </Button>
        <Button
          size="xs"
          variant="default"
          onClick={() =>
            chooseFile('.csv,.tsv,.txt', (file) => void file.text().then((ids) => setText(ids)))
          }
        >
          Take ids from a file
        </Button>
        {named.length > 0 && (
          <Button size="xs" variant="default" onClick={() => use([])}>
            Leave none out
          </Button>
        )}
      </div>
    </FilterLine>
  )
}

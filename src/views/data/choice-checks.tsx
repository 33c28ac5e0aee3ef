import { useState } from 'react'
import { Checkbox } from '../../ui/controls'
import { SearchInput } from '../../ui/search-input'
import classes from './filters.module.css'

export type ChoiceChecksProps = {
  readonly label: string
  readonly names: readonly string[]
  readonly chosen: ReadonlySet<string>
  readonly onChange: (name: string, isWanted: boolean) => void
}

/** Past this many a list is searched. */
const many = 12

/** Several of many names, each with its tick. */
export function ChoiceChecks({ label, names, chosen, onChange }: ChoiceChecksProps) {
  const [search, setSearch] = useState('')
  const wanted = search.trim().toLowerCase()
  return (
    <fieldset className={classes.choices}>
      <legend className="visually-hidden">{label}</legend>
      {names.length > many && (
        <SearchInput label={`Find in ${label.toLowerCase()}`} value={search} onChange={setSearch} />
      )}
      <div className={classes.checks}>
        {names
          .filter((name) => name.toLowerCase().includes(wanted))
          .map((name) => (
            <Checkbox
              key={name}
              size="xs"
              label={name}
              checked={chosen.has(name)}
              onChange={({ currentTarget }) => onChange(name, currentTarget.checked)}
            />
          ))}
      </div>
    </fieldset>
  )
}

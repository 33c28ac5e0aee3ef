import { selectEffectiveConfiguration } from '../../state/config/effective-configuration'
import { selectParam } from '../../state/config/param-selectors'
import { selectedCategories } from '../../state/config/where-set'
import { useApp } from '../../state/hooks'
import { selectFilterFacts } from '../../state/sources/filter-facts'
import { Switch } from '../../ui/controls'
import { Region } from '../../ui/region'
import { ChoiceChecks } from './choice-checks'
import { ExcludeStores } from './exclude-stores'
import { FilterLine } from './filter-line'
import { categoryCount, positiveSentence, runCounts, withChoice } from './filters.model'
import { useRunFilters } from './use-run-filters'
import { useSetting } from './use-setting'

/** What is left out on purpose: each filter with what it leaves, before and after. */
export function FiltersPanel() {
  const facts = useApp(selectFilterFacts)
  const made = useRunFilters()
  const named = namesOf(useApp((state) => selectParam(state, 'internal', 'exclude_stores')))
  return (
    <Region
      divided
      label="Filters"
      title="What is left out on purpose"
      subtitle="Filters are settings: undone like any other, and written into the configuration."
    >
      <ExcludeStores named={named} facts={facts} fromRun={runCounts('exclude_stores', made)} />
      <Categories />
      <States />
      <FlagFilter
        name="only_positive"
        title="Only sales over zero"
        help="Leaves out rows of returns and of nothing sold."
        uncounted={positiveSentence(facts.value)}
        isThere={facts.value !== null}
      />
      <FlagFilter
        name="exclude_new_items"
        title="Without new items"
        help="Leaves out products whose NEW_ITEM column says yes."
        uncounted={flagSentence(facts.productFlags?.newItem, 'NEW_ITEM')}
        isThere={facts.productFlags?.newItem === true}
      />
      <FlagFilter
        name="exclude_dropped"
        title="Without items to be dropped"
        help="Leaves out products whose TO_BE_DROPPED column says yes."
        uncounted={flagSentence(facts.productFlags?.toBeDropped, 'TO_BE_DROPPED')}
        isThere={facts.productFlags?.toBeDropped === true}
      />
    </Region>
  )
}

function Categories() {
  const { categories } = useApp(selectFilterFacts)
  const chosen = selectedCategories(useApp(selectEffectiveConfiguration))
  const set = useSetting('categories')
  const names = categories ?? []
  const change = (name: string, isWanted: boolean) => {
    const before = chosen === 'all' ? names : chosen
    const next = withChoice(names, before, { name, isWanted })
    // To leave out the last one would leave nothing, or all.
    if (next.length === 0) return
    const isAll = names.every((each) => next.includes(each))
    set(isAll ? undefined : next, `${name} is ${isWanted ? 'clustered' : 'left out'}`)
  }
  return (
    <FilterLine
      title="Categories"
      help="Which of them are clustered."
      isOn={chosen !== 'all'}
      counts={categories === null ? [] : [categoryCount(categories, chosen)]}
      uncounted="The internal file has no category column, or too many to list."
    >
      {names.length > 0 && (
        <ChoiceChecks
          label="Categories"
          names={names}
          chosen={new Set(chosen === 'all' ? names : chosen)}
          onChange={change}
        />
      )}
    </FilterLine>
  )
}

function States() {
  const { stateColumns } = useApp(selectFilterFacts)
  const made = useRunFilters()
  const chosen = namesOf(useApp((state) => selectParam(state, 'external', 'states')))
  const set = useSetting('states')
  const names = [...new Set(stateColumns.flatMap(({ states }) => states))].toSorted()
  const where = stateColumns.map(({ column, file }) => `${column} of ${file}`).join(', ')
  const change = (name: string, isWanted: boolean) => {
    const next = withChoice(names, chosen.length === 0 ? names : chosen, { name, isWanted })
    // To leave out the last one would leave nothing, or all.
    if (next.length === 0) return
    const isAll = names.every((each) => next.includes(each))
    set(isAll ? undefined : next, `${name} is ${isWanted ? 'kept' : 'left out'}`)
  }
  return (
    <FilterLine
      title="States"
      help={where === '' ? 'No file has a column of states.' : `By ${where}.`}
      isOn={chosen.length > 0}
      counts={runCounts('states', made)}
      uncounted={
        names.length === 0 ? 'Nothing to choose from.' : 'A run counts the stores that are left.'
      }
    >
      {names.length > 0 && (
        <ChoiceChecks
          label="States"
          names={names}
          chosen={new Set(chosen.length === 0 ? names : chosen)}
          onChange={change}
        />
      )}
    </FilterLine>
  )
}

type FlagFilterProps = {
  readonly name: 'only_positive' | 'exclude_new_items' | 'exclude_dropped'
  readonly title: string
  readonly help: string
  readonly uncounted: string
  readonly isThere: boolean
}

function FlagFilter({ name, title, help, uncounted, isThere }: FlagFilterProps) {
  const isOn = useApp((state) => selectParam(state, 'internal', name)) === true
  const made = useRunFilters()
  const set = useSetting(name)
  return (
    <FilterLine
      title={title}
      help={help}
      isOn={isOn}
      counts={isOn ? runCounts(name, made) : []}
      uncounted={uncounted}
    >
      {(isThere || isOn) && (
        <Switch
          aria-label={title}
          checked={isOn}
          onChange={({ currentTarget }) =>
            set(
              currentTarget.checked || undefined,
              `${title}: ${currentTarget.checked ? 'on' : 'off'}`,
            )
          }
        />
      )}
    </FilterLine>
  )
}

function flagSentence(isThere: boolean | undefined, column: string): string {
  if (isThere === undefined) return 'There is no product map.'
  return isThere
    ? 'A run counts what is left.'
    : `The product map has no column ${column}: there is nothing to leave out.`
}

function namesOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((name) => typeof name === 'string') : []
}

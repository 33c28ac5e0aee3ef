import { NativeSelect } from '../../ui/controls'

export type ChoiceSelectProps = {
  readonly label: string
  /** What is in use; `null` where nothing is known of it. */
  readonly value: string | null
  readonly isChosen: boolean
  readonly options: readonly { readonly value: string; readonly label: string }[]
  /** `null` gives the choice back to the guess. */
  readonly onChoose: (value: string | null) => void
  /** What holds where nothing is chosen, if it is no guess. */
  readonly unchosen?: string
}

/** One of several readings: its first option is the guess, which is also the way back to it. */
export function ChoiceSelect(props: ChoiceSelectProps) {
  const { label, value, isChosen, options, unchosen = 'As guessed', onChoose } = props
  const known = options.find((option) => option.value === value)?.label ?? value
  const guess = isChosen || known === null ? unchosen : `${known} (guessed)`
  // A value that is not in the list was found in the file, or written in the settings.
  const own = isChosen && value !== null && !options.some((option) => option.value === value)
  return (
    <NativeSelect
      label={label}
      description={isChosen ? 'Chosen by you' : undefined}
      inputWrapperOrder={['label', 'input', 'description']}
      size="xs"
      data={[
        { value: guessed, label: guess },
        ...(own ? [{ value, label: value }] : []),
        ...options.map((option) => ({ value: option.value, label: option.label })),
      ]}
      value={isChosen && value !== null ? value : guessed}
      onChange={({ currentTarget }) =>
        onChoose(currentTarget.value === guessed ? null : currentTarget.value)
      }
    />
  )
}

/** No delimiter, encoding or sheet is called so. */
const guessed = '\u0000guessed'

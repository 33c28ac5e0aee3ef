import { useState } from 'react'
import { IconArrowBackUp } from '@tabler/icons-react'
import { ActionIcon, TextInput } from '../../ui/controls'

export type CommitFieldProps = {
  readonly label: string
  /** What is in use. */
  readonly before: string
  readonly isChosen: boolean
  readonly placeholder?: string
  /** Why a text cannot be taken; `null` where it can. */
  readonly faultOf?: (text: string) => string | null
  /** `null` gives the choice back to the guess. */
  readonly onCommit: (text: string | null) => void
}

/**
 * Reading again takes time, so the field speaks when it is left or Enter is pressed. Give it a key of
 * what is in use: it starts anew with that.
 */
export function CommitField(props: CommitFieldProps) {
  const { label, before, isChosen, placeholder, faultOf, onCommit } = props
  const [text, setText] = useState(before)
  const fault = faultOf?.(text) ?? null
  const commit = () => {
    if (text !== before && fault === null) onCommit(text)
  }
  return (
    <TextInput
      label={label}
      description={isChosen ? 'Chosen by you' : undefined}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      size="xs"
      value={text}
      {...(placeholder === undefined ? {} : { placeholder })}
      error={fault}
      onChange={({ currentTarget }) => setText(currentTarget.value)}
      onBlur={commit}
      onKeyDown={({ key }) => key === 'Enter' && commit()}
      rightSection={
        isChosen && (
          <ActionIcon
            size={24}
            aria-label={`${label} as guessed`}
            title="As guessed"
            onClick={() => onCommit(null)}
          >
            <IconArrowBackUp size={14} stroke={1.5} aria-hidden />
          </ActionIcon>
        )
      }
    />
  )
}

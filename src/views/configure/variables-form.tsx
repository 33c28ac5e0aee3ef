import { useState } from 'react'
import type { TextFacts } from '../../config/text-facts'
import { useActions, useApp } from '../../state/hooks'
import { TextInput } from '../../ui/controls'
import classes from './yaml-panel.module.css'

export type VariablesFormProps = { readonly variables: TextFacts['variables'] }

/** Asks for what `${env:NAME}` stands for here; the answers are never written into the text. */
export function VariablesForm({ variables }: VariablesFormProps) {
  if (variables.length === 0) return null
  return (
    <section className={classes.variables} aria-label="Variables">
      <p>
        The text asks for {variables.length === 1 ? 'a variable' : `${variables.length} variables`}.
        Values stay in this browser and are not written into it.
      </p>
      {variables.map(({ name, fallback }) => (
        <VariableField key={name} name={name} fallback={fallback} />
      ))}
    </section>
  )
}

type VariableFieldProps = { readonly name: string; readonly fallback: string | null }

function VariableField({ name, fallback }: VariableFieldProps) {
  const { setVariable } = useActions()
  const kept = useApp((state) => state.variables.get(name)) ?? ''
  const [text, setText] = useState(kept)
  const commit = () => {
    if (text !== kept) void setVariable(name, text)
  }
  return (
    <TextInput
      label={name}
      size="xs"
      value={text}
      placeholder={fallback ?? ''}
      error={fallback === null && kept === '' ? 'It has no default: give it a value.' : null}
      onChange={({ currentTarget }) => setText(currentTarget.value)}
      onBlur={commit}
      onKeyDown={({ key }) => {
        if (key === 'Enter') commit()
      }}
    />
  )
}

import { useState } from 'react'
import type { ReadOptions, ReadOverrides } from '../../files/source-profile'
import { Select, TextInput } from '../../ui/controls'
import { delimiterName, delimiters, encodingName, encodings } from './files.model'

export type DialectFieldsProps = {
  /** As the file was read; empty where it could not be. */
  readonly options: Partial<ReadOptions>
  readonly onOptions: (options: ReadOverrides) => void
}

/** How bytes become cells: a choice here reads the file again. */
export function DialectFields({ options, onOptions }: DialectFieldsProps) {
  return (
    <>
      <Select
        label="Separator"
        placeholder="Guessed"
        data={withOwn(delimiters, options.delimiter).map((value) => ({
          value,
          label: delimiterName(value),
        }))}
        value={options.delimiter ?? null}
        allowDeselect={false}
        comboboxProps={{ withinPortal: false }}
        onChange={(delimiter) => delimiter !== null && onOptions({ delimiter })}
      />
      <Select
        label="Encoding"
        placeholder="Guessed"
        data={withOwn(encodings, options.encoding).map((value) => ({
          value,
          label: encodingName(value),
        }))}
        value={options.encoding ?? null}
        allowDeselect={false}
        comboboxProps={{ withinPortal: false }}
        onChange={(encoding) => encoding !== null && onOptions({ encoding })}
      />
      {options.skipLines !== undefined && (
        <CommitField
          key={`skip ${options.skipLines}`}
          label="Lines above the header"
          before={String(options.skipLines)}
          onCommit={(text) => {
            if (/^\d+$/.test(text)) onOptions({ skipLines: Number(text) })
          }}
        />
      )}
      {options.nullTokens !== undefined && (
        <CommitField
          key={`null ${options.nullTokens.join()}`}
          label="Cells that mean missing"
          before={options.nullTokens.filter((token) => token !== '').join(', ')}
          onCommit={(text) => onOptions({ nullTokens: tokensOf(text) })}
        />
      )}
    </>
  )
}

type CommitFieldProps = {
  readonly label: string
  readonly before: string
  readonly onCommit: (text: string) => void
}

/** Reading again takes time, so the field speaks when it is left or Enter is pressed. */
function CommitField({ label, before, onCommit }: CommitFieldProps) {
  const [text, setText] = useState(before)
  const commit = () => {
    if (text.trim() !== before) onCommit(text.trim())
  }
  return (
    <TextInput
      label={label}
      size="xs"
      value={text}
      onChange={({ currentTarget }) => setText(currentTarget.value)}
      onBlur={commit}
      onKeyDown={({ key }) => key === 'Enter' && commit()}
    />
  )
}

function tokensOf(text: string): readonly string[] {
  const tokens = text.split(',').map((token) => token.trim())
  return [...new Set(tokens.filter((token) => token !== ''))]
}

/** The value in use is always among the choices. */
function withOwn(values: readonly string[], own: string | undefined): readonly string[] {
  return own === undefined || values.includes(own) ? values : [own, ...values]
}

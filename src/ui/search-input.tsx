import { TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'

export type SearchInputProps = {
  /** Both the accessible name and the hint inside. */
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  /** Enter: the first of what was found. */
  readonly onEnter?: () => void
  readonly width?: number
}

export function SearchInput({ label, value, onChange, onEnter, width = 168 }: SearchInputProps) {
  return (
    <TextInput
      type="search"
      aria-label={label}
      placeholder={label}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      onKeyDown={({ key }) => {
        if (key === 'Enter') onEnter?.()
      }}
      leftSection={<IconSearch size={14} stroke={1.5} color="var(--ink-3)" aria-hidden />}
      w={width}
    />
  )
}

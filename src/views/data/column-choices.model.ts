import type { ReadOptions } from '../../files/source-profile'
import type { Source } from '../../runs/contract'

type Types = ReadOptions['types']
type Formats = ReadOptions['numberFormats']
type Type = Types[number]['type']

export const typeLabels: Readonly<Record<Type, string>> = {
  text: 'text',
  number: 'number',
  boolean: 'yes or no',
  date: 'date',
}

export const typeOptions = Object.entries(typeLabels).map(([value, label]) => ({ value, label }))

/** The type that a run gives a column: ids are kept as text, whatever their cells look like. */
export function usedType({ columns, profile }: Source, name: string): Type | null {
  if (name === columns.store || name === columns.product) return 'text'
  return profile.columns.find((column) => column.name === name)?.type ?? null
}

export const decimals = [
  { value: '.', label: 'point' },
  { value: ',', label: 'comma' },
]

export const groups = [
  { value: '', label: 'none' },
  { value: ',', label: 'comma' },
  { value: '.', label: 'point' },
  { value: "'", label: 'apostrophe' },
  { value: ' ', label: 'space' },
]

/** The types fixed by hand with one more, or without it; `undefined` where none is left. */
export function withType(before: Types, column: string, type: string | null): Types | undefined {
  const others = before.filter((each) => each.column !== column)
  const known = (Object.keys(typeLabels) as Type[]).find((each) => each === type)
  const next = known === undefined ? others : [...others, { column, type: known }]
  return next.length === 0 ? undefined : next
}

/** The signs that a column was read with. */
export function signsOf({ numberFormats }: ReadOptions, column: string): Formats[number] {
  const known = numberFormats.find((each) => each.column === column)
  return known ?? { column, decimal: '.', group: '' }
}

/** The signs fixed by hand with those of one column, or without; `undefined` where none is left. */
export function withSigns(
  before: Formats,
  signs: Formats[number] | { readonly column: string },
): Formats | undefined {
  const others = before.filter(({ column }) => column !== signs.column)
  const next = 'decimal' in signs ? [...others, signs] : others
  return next.length === 0 ? undefined : next
}

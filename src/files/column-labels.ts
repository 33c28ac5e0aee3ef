export type ColumnLabels = { readonly labels: readonly string[]; readonly notes: readonly string[] }

/**
 * A unique label for every column: the header's text as it is, `name (2)` for the second of a name,
 * `column 3` for a blank one. `header` is `null` for a file without a header row.
 */
export function labelColumns(header: readonly string[] | null, nColumns: number): ColumnLabels {
  const names = header ?? []
  const taken = new Set(names.filter((name) => !isBlank(name)))
  const used = new Set<string>()
  const notes: string[] = []
  const labels = Array.from({ length: nColumns }, (_, index) => {
    const name = names[index] ?? ''
    const place = `column ${index + 1}`
    const label = isBlank(name)
      ? firstFree(place, taken)
      : used.has(name)
        ? firstFree(name, taken)
        : name
    taken.add(label)
    used.add(label)
    if (header !== null && label !== name) {
      const fault = isBlank(name) ? 'has no name' : `has the name "${name}" again`
      notes.push(`Column ${index + 1} ${fault}: called "${label}".`)
    }
    return label
  })
  return { labels, notes }
}

function isBlank(name: string): boolean {
  return name.trim() === ''
}

function firstFree(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name
  let n = 2
  while (taken.has(`${name} (${n})`)) n++
  return `${name} (${n})`
}

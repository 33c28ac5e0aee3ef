/** `a, b, c and 12 more`: enough of a list to know where to look; null where it is empty. */
export function firstFew(names: readonly string[], most = 3): string | null {
  if (names.length === 0) return null
  const shown = names.slice(0, most).join(', ')
  return names.length > most ? `${shown} and ${names.length - most} more` : shown
}

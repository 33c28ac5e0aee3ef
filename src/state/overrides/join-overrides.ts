import type { Configuration } from '../../config/configuration'

/** Another configuration with the log of overrides that there is, and what it adds to it at the end. */
export function joinOverrides(current: Configuration, next: Configuration): Configuration {
  if (current.overrides.length === 0) return next
  const known = new Set(current.overrides.map(({ id }) => id))
  const added = next.overrides.filter(({ id }) => !known.has(id))
  return { ...next, overrides: [...current.overrides, ...added] }
}

import type { OverrideEntry } from '../assets/override'
import { type Configuration, type Reader, sections, type Settings } from './configuration'

/** A configuration as it is written in YAML: empty parts left out, keys in a fixed order. */
export function toDocument(configuration: Configuration): Settings {
  const entries: [string, unknown][] = [['version', configuration.version]]
  if (configuration.preset !== null) entries.push(['preset', configuration.preset])
  for (const section of sections) entries.push([section, configuration[section]])
  entries.push(['readers', readersToDocument(configuration.readers)])
  entries.push(['environments', configuration.environments])
  entries.push(['overrides', configuration.overrides.map(overrideToDocument)])
  return Object.fromEntries(entries.filter(([, value]) => !isEmptyMap(value)))
}

function readersToDocument(readers: readonly Reader[]): Settings {
  const entries = readers.map(({ name, role, path, options, columns }) => [
    name,
    {
      role,
      config: { path, ...options },
      ...(isEmptyMap(columns) ? {} : { columns }),
    },
  ])
  return Object.fromEntries(entries)
}

/** What was decided before who decided it, and always in the same order. */
function overrideToDocument({ id, time, author, reason, ...override }: OverrideEntry): Settings {
  return { ...inOrder(override), reason, author, time, id }
}

const overrideKeys = ['kind', 'branch', 'category', 'stores', 'cluster', 'name', 'of']

function inOrder(override: Settings): Settings {
  const known = overrideKeys.filter((key) => override[key] !== undefined)
  return Object.fromEntries(known.map((key) => [key, override[key]]))
}

function isEmptyMap(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0
}

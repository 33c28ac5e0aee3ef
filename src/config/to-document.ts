import { type Configuration, type Reader, sections, type Settings } from './configuration'

/** A configuration as it is written in YAML: empty parts left out, keys in a fixed order. */
export function toDocument(configuration: Configuration): Settings {
  const entries: [string, unknown][] = [['version', configuration.version]]
  if (configuration.preset !== null) entries.push(['preset', configuration.preset])
  for (const section of sections) entries.push([section, configuration[section]])
  entries.push(['readers', readersToDocument(configuration.readers)])
  entries.push(['environments', configuration.environments])
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

function isEmptyMap(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0
}

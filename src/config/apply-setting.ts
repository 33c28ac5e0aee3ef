import { readParam } from '../assets/schema'
import { type Configuration, type Section, sections } from './configuration'
import { type Checked, type Fault, isMap, type PlainMap, unknownKey } from './fault'
import { allParams, type KnownParam } from './params-for'
import { parseConfiguration } from './parse-configuration'
import { toDocument } from './to-document'
import { namesIn, validateSetting } from './validate-setting'
import { parseYaml } from './parse-yaml'

/**
 * Applies `key=value` of the command line. The key is a parameter's name, then it holds everywhere
 * and overrides of a section give way; or a path such as `external.max_clusters`. The value is a
 * YAML scalar or flow value; names and store ids stay as they were written (`00123`).
 */
export function applySetting(configuration: Configuration, text: string): Checked<Configuration> {
  const cut = text.indexOf('=')
  if (cut < 1) return failed(notASetting(text))
  const key = text.slice(0, cut).trim()
  const path = readPath(key)
  const known = allParams().get((path.length === 1 ? path[0] : path[1]) ?? '')
  const value = readValue(text.slice(cut + 1), known)
  if (!value.ok) return { ok: false, faults: value.faults.map((f) => ({ ...f, path: key })) }
  const [name = ''] = path
  if (path.length > 1 || name === 'preset') return setAt(configuration, path, value.value)
  if (known === undefined) return failed(unknownKey(name, namesIn('job_params')))
  return setEverywhere(configuration, name, value.value)
}

/** Applies settings in order; the faults of all of them, or the configuration after the last. */
export function applySettings(
  configuration: Configuration,
  texts: readonly string[],
): Checked<Configuration> {
  let current = configuration
  const faults: Fault[] = []
  for (const text of texts) {
    const next = applySetting(current, text)
    if (next.ok) current = next.value
    else faults.push(...next.faults)
  }
  return faults.length === 0 ? { ok: true, value: current } : { ok: false, faults }
}

/** Below a parameter the rest is one key: `internal.feature_weights.Sales p.a.` */
function readPath(text: string): readonly string[] {
  const [section = '', name, ...rest] = text.split('.')
  if (!sections.some((known) => known === section) || name === undefined) return text.split('.')
  return rest.length === 0 ? [section, name] : [section, name, rest.join('.')]
}

function readValue(text: string, known: KnownParam | undefined): Checked<unknown> {
  const isNames = known?.param.control.kind === 'names'
  const parsed = parseYaml(text, isNames)
  if (!parsed.ok || !isNames || known === undefined || typeof parsed.value !== 'string')
    return parsed
  return readParam(known.param, parsed.value).ok ? parsed : { ok: true, value: [parsed.value] }
}

function setEverywhere(
  configuration: Configuration,
  name: string,
  value: unknown,
): Checked<Configuration> {
  const checked = validateSetting('job_params', name, value)
  if (!checked.ok) return { ok: false, faults: checked.faults.map((f) => ({ ...f, path: name })) }
  const without = (section: Section) =>
    Object.fromEntries(Object.entries(configuration[section]).filter(([key]) => key !== name))
  const next = {
    ...configuration,
    job_params: { ...configuration.job_params, [name]: checked.value },
    internal: without('internal'),
    external: without('external'),
    merging: without('merging'),
  }
  return { ok: true, value: next }
}

function setAt(
  configuration: Configuration,
  path: readonly string[],
  value: unknown,
): Checked<Configuration> {
  return parseConfiguration(withValue(toDocument(configuration), path, value))
}

function withValue(map: PlainMap, path: readonly string[], value: unknown): PlainMap {
  const [key = '', ...rest] = path
  const under = map[key]
  const inner = rest.length === 0 ? value : withValue(isMap(under) ? under : {}, rest, value)
  return Object.fromEntries([...Object.entries(map).filter(([name]) => name !== key), [key, inner]])
}

function notASetting(text: string): Fault {
  return {
    code: 'invalid_setting',
    message: `"${text}" is not a setting.`,
    path: text,
    hint: 'Write key=value, for example max_clusters=12 or external.max_clusters=12.',
  }
}

function failed(fault: Fault): Checked<never> {
  return { ok: false, faults: [fault] }
}

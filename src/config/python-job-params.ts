import type { Settings } from './configuration'
import { isMap, type PlainMap } from './fault'
import { type ImportedKey, keyReport } from './imported-key'
import { isSame } from './is-same'
import { type Leaf, leavesOf } from './leaves'
import { allParams } from './params-for'
import { notUsed, translations } from './python-keys'
import { type LookUp, resolveVariables } from './resolve-variables'
import { validateSetting } from './validate-setting'

const section = 'job_params'

export type ImportedJob = { readonly settings: Settings; readonly report: readonly ImportedKey[] }

/** The settings of the Python system as ours. A key of our name wins over one that only means it. */
export function importJobParams(job: PlainMap, lookUp: LookUp): ImportedJob {
  const settings = new Map<string, unknown>()
  const isOurs = (name: string) => allParams().has(name)
  const entries = Object.entries(job)
  const reports = new Map<string, readonly ImportedKey[]>()
  for (const [name, value] of entries.filter(([key]) => isOurs(key)))
    reports.set(name, importOwn(name, value, { settings, lookUp }))
  for (const [name, value] of entries.filter(([key]) => !isOurs(key)))
    reports.set(
      name,
      leavesOf(value, `${section}.${name}`).map((leaf) => importLeaf(leaf, { settings, lookUp })),
    )
  return {
    settings: Object.fromEntries(settings),
    report: entries.flatMap(([name]) => reports.get(name) ?? []),
  }
}

type Into = { readonly settings: Map<string, unknown>; readonly lookUp: LookUp }

/** A parameter of ours, whole, also where its value is a map. */
function importOwn(name: string, value: unknown, into: Into): readonly ImportedKey[] {
  const path = `${section}.${name}`
  const found = resolveVariables(value, into.lookUp)
  if (found.ok && validateSetting(section, name, found.value).ok) {
    into.settings.set(name, found.value)
    const said = { to: [path], note: '' }
    return leavesOf(value, path).map((leaf) => keyReport(leaf, 'taken', said))
  }
  return leavesOf(value, path).map((leaf) => importLeaf(leaf, into))
}

function importLeaf(leaf: Leaf, { settings, lookUp }: Into): ImportedKey {
  const key = leaf.path.slice(section.length + 1)
  const why = notUsed.get(key)
  if (why !== undefined) return keyReport(leaf, 'not_used', { note: why })
  const found = resolveVariables(leaf.value, lookUp)
  if (!found.ok) return keyReport(leaf, 'unknown', { note: found.faults[0]?.message ?? '' })
  const translation = translations.get(key)
  if (translation === undefined)
    return keyReport(leaf, 'unknown', { note: refusal(key, found.value) })
  const set = Object.entries(translation.to(found.value))
  for (const [name, value] of set) {
    if (!validateSetting(section, name, value).ok)
      return keyReport(leaf, 'unknown', { note: refusal(name, value) })
    if (settings.has(name) && !isSame(settings.get(name), value))
      return keyReport(leaf, 'not_used', {
        note: `${name} is ${shown(settings.get(name))} already.`,
      })
  }
  for (const [name, value] of set) settings.set(name, value)
  const to = set.map(([name]) => `${section}.${name}`)
  return keyReport(leaf, 'translated', { to, note: translation.note })
}

function refusal(name: string, value: unknown): string {
  const known = allParams().get(name)
  if (known === undefined || isMap(value)) return 'Not known here.'
  return `${name} is ${shown(value)}; here it is ${known.param.expects}.`
}

function shown(value: unknown): string {
  return JSON.stringify(value) ?? 'nothing'
}

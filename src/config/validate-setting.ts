import { readParam } from '../assets/schema'
import type { Section, Settings } from './configuration'
import {
  type Checked,
  type Fault,
  invalidValue,
  joinPath,
  type PlainMap,
  type Report,
  unknownKey,
} from './fault'
import { allParams } from './params-for'

/** Checks one setting against the parameter of its name; the path in a fault is `section.name`. */
export function validateSetting(section: Section, name: string, value: unknown): Checked<unknown> {
  return settingAt(joinPath(section, name), { section, name, value })
}

type Setting = { readonly section: Section; readonly name: string; readonly value: unknown }

function settingAt(path: string, { section, name, value }: Setting): Checked<unknown> {
  const known = allParams().get(name)
  if (known === undefined) return failed(unknownKey(path, namesIn(section)))
  if (!known.sections.includes(section)) return failed(wrongSection(path, section, known.sections))
  const reading = readParam(known.param, withoutNegativeZero(value))
  if (reading.ok) return reading
  return failed(invalidValue(path, value, known.param.expects))
}

/** Settings of one section; each fault is reported and its setting left out. */
export function readSettings(
  at: { readonly section: Section; readonly path: string },
  map: PlainMap,
  report: Report,
): Settings {
  const entries = Object.entries(map).flatMap(([name, value]) => {
    const path = joinPath(at.path, name)
    const checked = settingAt(path, { section: at.section, name, value })
    if (checked.ok) return [[name, checked.value] as const]
    checked.faults.forEach(report)
    return []
  })
  return Object.fromEntries(entries)
}

export function namesIn(section: Section): readonly string[] {
  const all = [...allParams().values()]
  return all.filter((known) => known.sections.includes(section)).map((known) => known.name)
}

function wrongSection(path: string, section: Section, allowed: readonly Section[]): Fault {
  const name = path.slice(path.lastIndexOf('.') + 1)
  return {
    code: 'wrong_section',
    message: `${name} is not read in ${section}.`,
    path,
    hint: `Write it under ${allowed.join(', ')}.`,
  }
}

function failed(fault: Fault): Checked<never> {
  return { ok: false, faults: [fault] }
}

/** Canonical JSON, which data versions are made of, has no -0. */
function withoutNegativeZero(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNegativeZero)
  return Object.is(value, -0) ? 0 : value
}

import { type Checked, type Fault, isMap, joinPath, type Report } from './fault'
import { parseYaml } from './parse-yaml'

/** The value of an environment variable, `undefined` where it is not set. */
export type LookUp = (name: string) => string | undefined

const pattern = /\$\{env:([^},]+)(?:,([^}]*))?\}/g

/**
 * Puts the value of each `${env:NAME,default}` in its place. A text that is one variable and no
 * more is read as a YAML scalar, so that a number stays one.
 */
export function resolveVariables(document: unknown, lookUp: LookUp): Checked<unknown> {
  const faults: Fault[] = []
  const value = resolveIn(document, '', { lookUp, report: (fault) => void faults.push(fault) })
  return faults.length === 0 ? { ok: true, value } : { ok: false, faults }
}

type Resolving = { readonly lookUp: LookUp; readonly report: Report }

function resolveIn(value: unknown, path: string, context: Resolving): unknown {
  if (typeof value === 'string') return resolveText(value, path, context)
  if (Array.isArray(value))
    return value.map((item, i) => resolveIn(item, joinPath(path, String(i)), context))
  if (!isMap(value)) return value
  const entries = Object.entries(value).map(([key, under]) => [
    key,
    resolveIn(under, joinPath(path, key), context),
  ])
  return Object.fromEntries(entries)
}

function resolveText(text: string, path: string, { lookUp, report }: Resolving): unknown {
  let isWhole = false
  const resolved = text.replaceAll(pattern, (match, name: string, fallback?: string) => {
    isWhole = match === text
    const value = lookUp(name.trim()) ?? fallback?.trim()
    if (value === undefined) report(unsetVariable(name.trim(), path))
    return value ?? ''
  })
  if (!isWhole) return resolved
  const parsed = parseYaml(resolved)
  return parsed.ok ? parsed.value : resolved
}

function unsetVariable(name: string, path: string): Fault {
  return {
    code: 'unset_variable',
    message: `The environment variable ${name} is not set.`,
    path,
    hint: `Set it, or give a default: \${env:${name},default}.`,
  }
}

export type Variable = {
  readonly name: string
  /** What it is where nobody says otherwise; null where it has to be said. */
  readonly fallback: string | null
}

/** The variables that a document names, each once, in its order. */
export function variablesIn(document: unknown): readonly Variable[] {
  const found = new Map<string, Variable>()
  collectVariables(document, found)
  return [...found.values()]
}

function collectVariables(value: unknown, found: Map<string, Variable>): void {
  if (typeof value === 'string')
    for (const [, name = '', fallback] of value.matchAll(pattern)) {
      const known = found.get(name.trim())
      const own = fallback?.trim() ?? null
      found.set(name.trim(), { name: name.trim(), fallback: known?.fallback ?? own })
    }
  else if (typeof value === 'object' && value !== null)
    for (const under of Object.values(value)) collectVariables(under, found)
}

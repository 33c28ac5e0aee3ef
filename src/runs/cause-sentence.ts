import type { Cause } from './cause'

/**
 * Why an asset differs from its last materialization, in one sentence that starts with the name of
 * what changed; empty without a cause.
 */
export function causeSentence(causes: readonly Cause[]): string {
  return causes.length === 0 ? '' : `${causes.map(causeWords).join('; ')}.`
}

/** One change by name: `norm_method went from zscore to robust`. */
export function causeWords(cause: Cause): string {
  switch (cause.kind) {
    case 'code':
      return fromTo('code version', cause.before, cause.after)
    case 'params':
      return fromTo(cause.name, shown(cause.before), shown(cause.after))
    case 'data':
      return dataWords(cause.role, filesNamed(cause.before), filesNamed(cause.after))
    case 'baseline':
      return fromTo('baseline', runNamed(cause.before), runNamed(cause.after))
    case 'overrides':
      return overrideWords(cause.before, cause.after)
    case 'dependencies':
      return `changed upstream: ${listed(cause.upstream.map(({ id }) => id))}`
  }
}

function fromTo(what: string, before: string, after: string): string {
  return `${what} went from ${before} to ${after}`
}

function dataWords(role: string, before: string, after: string): string {
  const what = `${role} data`
  return before === after ? `${what} changed in ${after}` : fromTo(what, before, after)
}

/** As many as before: one was taken back and another one made. */
function overrideWords(before: number, after: number): string {
  const what = 'overrides'
  return before === after ? `${what} changed` : fromTo(what, String(before), String(after))
}

function filesNamed(names: readonly string[]): string {
  return names.length === 0 ? 'no file' : names.join(', ')
}

function runNamed(seq: number | null): string {
  return seq === null ? 'none' : `run ${seq}`
}

const longest = 80

function shown(value: unknown): string {
  const isWord = typeof value === 'string' && value !== ''
  const text = isWord ? value : JSON.stringify(value ?? null)
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text
}

/** The first three ids by name, the rest by number. */
function listed(ids: readonly string[]): string {
  const named = ids.slice(0, 3).join(', ')
  return ids.length > 3 ? `${named} and ${ids.length - 3} more` : named
}

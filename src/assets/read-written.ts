import * as v from 'valibot'
import { revive } from './revive'

export type Written<T> =
  | { readonly ok: true; readonly value: T }
  /** The first place that is not as the schema says, "the whole file" for all of it. */
  | { readonly ok: false; readonly place: string; readonly reason: string }

/** A value from the JSON that `export --asset` wrote, judged by the schema of its spec. */
export function readWritten<T>(schema: v.GenericSchema<unknown, T>, json: unknown): Written<T> {
  const parsed = v.safeParse(schema, revive(schema, json))
  if (parsed.success) return { ok: true, value: parsed.output }
  const [issue] = parsed.issues
  const reason = issue.received === 'undefined' ? 'where nothing is' : issue.message
  return { ok: false, place: v.getDotPath(issue) ?? 'the whole file', reason }
}

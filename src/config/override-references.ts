import { type Fault, isMap, type Report } from './fault'

/** Reports ids that are there twice, and every revoke of what is not an override above it. */
export function checkReferences(entries: readonly unknown[], path: string, report: Report): void {
  const above = new Map<string, unknown>()
  entries.forEach((entry, i) => {
    if (!isMap(entry)) return
    const { id, of, kind } = entry
    const at = `${path}[${i}]`
    if (kind === 'revoke' && typeof of === 'string' && !isRevocable(above.get(of)))
      report(notAbove(of, `${at}.of`))
    if (typeof id !== 'string') return
    if (above.has(id)) report(twice(id, `${at}.id`))
    else above.set(id, kind)
  })
}

function isRevocable(kind: unknown): boolean {
  return kind !== undefined && kind !== 'revoke'
}

function notAbove(of: string, path: string): Fault {
  return {
    code: 'unknown_override',
    message: `${path} is "${of}", and no override above it has this id.`,
    path,
    hint: 'Name the id of an earlier override that is not itself a revoke.',
  }
}

function twice(id: string, path: string): Fault {
  return {
    code: 'duplicate_id',
    message: `${path} is "${id}", which an entry above it has too.`,
    path,
    hint: 'Give every entry an id of its own.',
  }
}

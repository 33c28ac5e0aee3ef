import { type Fault, invalidValue, joinPath, type PlainMap, type Report } from './fault'

/** An entry as it is written, with its place. */
export type Written = { readonly map: PlainMap; readonly path: string; readonly report: Report }

/** A text that says something; `reason` and `author` are never empty. */
export function readText(key: string, { map, path, report }: Written): string | null {
  const value = map[key]
  if (typeof value === 'string' && value.trim() !== '') return value
  report(
    value === undefined
      ? missing(joinPath(path, key), 'a text')
      : invalidValue(joinPath(path, key), value, 'a text that is not empty'),
  )
  return null
}

const isoTime = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)?)?$/

export function readTime({ map, path, report }: Written): string | null {
  const [value, at] = [map['time'], joinPath(path, 'time')]
  const expects = 'a time such as 2026-01-31T09:30:00Z'
  if (typeof value === 'string' && isoTime.test(value)) return value
  report(value === undefined ? missing(at, expects) : invalidValue(at, value, expects))
  return null
}

/** `2` and `2_1`: a number is as good as its text, since ids of clusters have no leading zeros. */
export function readCluster(written: Written): string | null {
  const value = written.map['cluster']
  return typeof value === 'number' && Number.isInteger(value)
    ? String(value)
    : readText('cluster', written)
}

/** @param least how many stores there have to be */
export function readStores(least: 1 | 2, { map, path, report }: Written): readonly string[] | null {
  const [value, at] = [map['stores'], joinPath(path, 'stores')]
  const expects = least === 2 ? 'a list of two or more store ids' : 'a list of store ids'
  if (value === undefined) {
    report(missing(at, expects))
    return null
  }
  if (!Array.isArray(value) || new Set(value).size < least) {
    report(invalidValue(at, value, expects))
    return null
  }
  const stores = value.map((store: unknown, i) => readStore(store, `${at}[${i}]`, report))
  const ids = stores.flatMap((store) => store ?? [])
  return ids.length === stores.length ? [...new Set(ids)] : null
}

function readStore(value: unknown, path: string, report: Report): string | null {
  if (typeof value === 'string' && value !== '') return value
  report(
    typeof value === 'number' ? unquoted(value, path) : invalidValue(path, value, 'a store id'),
  )
  return null
}

function unquoted(value: number, path: string): Fault {
  return {
    code: 'unquoted_store',
    message: `${path} is the number ${value}, and store ids are texts.`,
    path,
    hint: 'Write it in quotes, such as "00123": without them its zeros are lost.',
  }
}

function missing(path: string, expects: string): Fault {
  return { code: 'missing_key', message: `${path} is missing.`, path, hint: `Write ${expects}.` }
}

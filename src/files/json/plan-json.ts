import { countOf } from '../count-of'
import type { FileBytes } from '../file-bytes'
import { checkRows } from '../row-limits'
import { linesBroken, noList } from './json-failure'
import { readRecords, type JsonRecord, type JsonSource } from './json-records'

/** What a JSON file is as a table, known when all of it was seen once. */
export type JsonPlan = {
  /** The columns of objects, in the order of first sight; `null` for arrays, whose rows are rows. */
  readonly keys: readonly string[] | null
  /** The list of an object that holds the records. */
  readonly list: string | null
  readonly notes: readonly string[]
}

const maxBrokenShare = 0.1

/**
 * The first pass over a JSON file, which finds its columns.
 * @throws FileError where the JSON is broken, or holds no list of records or more than one
 */
export async function planJson(blob: FileBytes, source: JsonSource): Promise<JsonPlan> {
  const finder = createPlanFinder(source)
  for await (const { records, keys } of readRecords(blob, source)) {
    for (const record of records) finder.add(record)
    finder.see(keys)
  }
  return finder.finish()
}

type List = {
  readonly kind: 'object' | 'array'
  /** Each name and the number of the last record that has it. */
  readonly keys: Map<string, number>
  readonly broken: number[]
  nRecords: number
  nBroken: number
  nTwice: number
}

function createPlanFinder(source: JsonSource) {
  const lists = new Map<string | null, List>()
  let seen: readonly string[] = []
  const add = ({ row, line, key }: JsonRecord): void => {
    const list = lists.get(key) ?? addList(lists, key, row?.kind ?? 'array')
    list.nRecords++
    if (row?.kind !== list.kind) {
      list.nBroken++
      if (list.broken.length < 5) list.broken.push(line)
    } else if (row.kind === 'object') {
      const nBefore = list.keys.size
      if (seeNames(list, row.members)) list.nTwice++
      if (list.keys.size === nBefore) return
      checkRows(
        { rows: [[...list.keys.keys()]], lines: [line] },
        { name: source.name, textLength: 0 },
      )
    }
  }
  const finish = (): JsonPlan => {
    const tables = [...lists].filter(([, { nBroken, nRecords }]) => nBroken < nRecords)
    const [table, ...others] = tables
    if (table === undefined || others.length > 0) {
      throw noList(
        source.name,
        tables.flatMap(([key]) => key ?? []),
      )
    }
    const [key, list] = table
    const { nBroken, nRecords: nLines, broken } = list
    if (nBroken > (source.format === 'json' ? 0 : maxBrokenShare * nLines)) {
      throw linesBroken(source.name, { nBroken, nLines, line: broken[0] })
    }
    const besides = seen.filter((name) => name !== key)
    return {
      keys: list.kind === 'object' ? [...list.keys.keys()] : null,
      list: key,
      notes: [...noteBroken(list), ...noteTwice(list), ...noteBesides(key, besides)],
    }
  }
  return {
    add,
    see: (keys: readonly string[]) => {
      seen = keys
    },
    finish,
  }
}

function addList(lists: Map<string | null, List>, key: string | null, kind: List['kind']): List {
  const list = {
    kind,
    keys: new Map<string, number>(),
    broken: [],
    nRecords: 0,
    nBroken: 0,
    nTwice: 0,
  }
  lists.set(key, list)
  return list
}

/** Takes the names of a record; true where one of them stands there twice. */
function seeNames({ keys, nRecords }: List, members: readonly (readonly [string, unknown])[]) {
  let isTwice = false
  for (const [name] of members) {
    if (keys.get(name) === nRecords) isTwice = true
    keys.set(name, nRecords)
  }
  return isTwice
}

function noteBroken({ nBroken, broken }: List): string[] {
  if (nBroken === 0) return []
  const lines = `${broken.join(', ')}${nBroken > broken.length ? ' ...' : ''}`
  return [
    `${countOf(nBroken, 'line')} of broken JSON (${lines}): kept as a row whose cells are missing.`,
  ]
}

function noteTwice({ nTwice }: List): string[] {
  if (nTwice === 0) return []
  return [`${countOf(nTwice, 'record')} with a name twice: the last of its values counts.`]
}

function noteBesides(key: string | null, besides: readonly string[]): string[] {
  if (key === null || besides.length === 0) return []
  const named = besides.slice(0, 5).map((name) => JSON.stringify(name))
  const more = besides.length > named.length ? ' ...' : ''
  return [`The rows are those of ${JSON.stringify(key)}; not read: ${named.join(', ')}${more}.`]
}

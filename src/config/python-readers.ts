import type { Role } from '../assets/source'
import type { Reader } from './configuration'
import { isMap, joinPath, type PlainMap } from './fault'
import { type ImportedKey, keyReport, type Said } from './imported-key'
import { type Leaf, leavesOf } from './leaves'
import { checkReadOption } from './read-option'
import { readerKinds } from './reader-kinds'

export type ImportedReader = {
  readonly reader: Reader | null
  readonly report: readonly ImportedKey[]
}

type Named = { readonly name: string; readonly value: unknown }

/** A reader of the Python system: a file whose role its name tells is read here too. */
export function importReader({ name, value }: Named, taken: ReadonlySet<Role>): ImportedReader {
  const path = joinPath('readers', name)
  const map = isMap(value) ? value : {}
  const role = roleOf(name)
  const file = isMap(map['config']) ? map['config']['path'] : undefined
  const reason = reasonAgainst(map, role, taken)
  if (role === null || reason !== null || typeof file !== 'string')
    return {
      reader: null,
      report: leavesOf(value, path).map((leaf) =>
        keyReport(leaf, 'not_used', { note: reason ?? noPath }),
      ),
    }
  const parts = leavesOf(value, path).map((leaf) => importPart(leaf, { path, role }))
  const options = Object.fromEntries(
    parts.flatMap(({ option }) => (option === null ? [] : [option])),
  )
  const reader = { name, role, path: file, options, columns: {} }
  return { reader, report: parts.map(({ key }) => key) }
}

const noPath = 'No path of a file.'

/** What a file is for, as far as the name of its reader tells. */
function roleOf(name: string): Role | null {
  const word = name.toLowerCase()
  if (word.startsWith('external')) return 'external'
  if (/(^|_)(map|mapping|need_states?)($|_)/.test(word)) return 'product_map'
  if (/(^|_)store_(metrics|sales)$/.test(word)) return 'store_metrics'
  return /(^|_)sales$/.test(word) ? 'sales' : null
}

function reasonAgainst(map: PlainMap, role: Role | null, taken: ReadonlySet<Role>): string | null {
  const kind = map['kind']
  if (!readerKinds.includes(kind))
    return `Only files are read here (CSV, Excel, Parquet, JSON), not ${String(kind)}.`
  if (role === null)
    return 'What the file is cannot be told from the name. Drop the file, or name it under readers with its role.'
  const file = isMap(map['config']) ? map['config']['path'] : undefined
  if (typeof file !== 'string' || file === '') return noPath
  if (file.includes('${')) return 'The path holds a variable of another system.'
  if (role !== 'external' && taken.has(role))
    return `Another reader is the file of this role already.`
  return null
}

type At = { readonly path: string; readonly role: Role }

type Part = { readonly key: ImportedKey; readonly option: readonly [string, unknown] | null }

function importPart(leaf: Leaf, { path, role }: At): Part {
  const part = leaf.path.slice(path.length + 1)
  const say = (
    outcome: ImportedKey['outcome'],
    said: Said,
    option: Part['option'] = null,
  ): Part => ({
    key: keyReport(leaf, outcome, said),
    option,
  })
  if (part === 'kind')
    return say('translated', { to: [`${path}.role`], note: `A CSV file; its name says ${role}.` })
  if (part === 'config.path') return say('taken', { to: [leaf.path], note: '' })
  const why = unusedParts.get(part)
  if (why !== undefined) return say('not_used', { note: why })
  const option = optionOf(part, leaf.value)
  if (option === null) return say('unknown', { note: 'Not known here.' })
  const [name, value] = option
  if (!checkReadOption(path, name, value).ok)
    return say('unknown', { note: `Not a value that ${name} takes here.` })
  const to = [`${path}.config.${name}`]
  if (to[0] === leaf.path && value === leaf.value) return say('taken', { to, note: '' }, option)
  return say('translated', { to, note: `${name}: ${JSON.stringify(value)}` }, option)
}

const optionNames: ReadonlyMap<string, string> = new Map([
  ['config.delimiter', 'delimiter'],
  ['config.separator', 'delimiter'],
  ['config.encoding', 'encoding'],
  ['config.quote_char', 'quote'],
  ['config.skip_rows', 'skip_lines'],
  ['config.has_header', 'has_header'],
  ['config.null_values', 'null_tokens'],
])

function optionOf(part: string, value: unknown): readonly [string, unknown] | null {
  const name = optionNames.get(part)
  if (name === undefined) return null
  const isUtf8 = name === 'encoding' && (value === 'utf8' || value === 'utf8-lossy')
  return [name, isUtf8 ? 'utf-8' : value]
}

const unusedParts: ReadonlyMap<string, string> = new Map([
  ['config.ignore_errors', 'Cells that cannot be read are always listed, never hidden.'],
  ['config.try_parse_dates', 'Types are decided from the whole column.'],
  ['config.comment_char', 'Lines of comments are found by themselves.'],
  ['config.infer_schema_length', 'Types are decided from the whole column.'],
])

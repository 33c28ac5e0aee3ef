/** One record of a JSON file: an object's members in order, or the cells of an array. */
export type JsonRow =
  | {
      readonly kind: 'object'
      readonly members: readonly (readonly [key: string, cell: JsonCell])[]
    }
  | { readonly kind: 'array'; readonly cells: readonly JsonCell[] }

/** Numbers are as they are written, every digit; nested values are compact JSON. */
export type JsonCell = { readonly text: string; readonly isNumber: boolean }

/** The text is no record; `at` is where the first fault of it stands. */
export class JsonError extends Error {
  readonly at: number
  constructor(message: string, at: number) {
    super(message)
    this.name = 'JsonError'
    this.at = at
  }
}

const blank = /[ \t\r\n]*/y
const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
/** What some programs write for numbers that JSON does not have. */
const word = /true|false|null|NaN|-?Infinity/y
const maxDepth = 200
// oxlint-disable-next-line no-control-regex -- control signs are what it looks for
const special = /[\\\u0000-\u001f]/
// oxlint-disable-next-line no-control-regex -- control signs are what it looks for
const control = /[\u0000-\u001f]/g

/**
 * Reads one object or array without making numbers of digits or objects of names: a key such as
 * `__proto__` is a key like any other.
 * @throws JsonError with the place of the fault
 */
export function parseJsonRow(text: string): JsonRow {
  const start = match(blank, text, 0)
  const row = text[start] === '{' ? readMembers(text, start) : readCells(text, start)
  const end = match(blank, text, row.end)
  if (end < text.length) throw new JsonError('there is more behind its end', end)
  return row.row
}

type Reading<T> = { readonly row: T; readonly end: number }

function readMembers(text: string, start: number): Reading<JsonRow> {
  const members: (readonly [string, JsonCell])[] = []
  const end = readList(text, { start, close: '}' }, (at) => {
    const [key, keyEnd] = readString(text, at)
    const colon = match(blank, text, keyEnd)
    if (text[colon] !== ':') throw new JsonError('a ":" is missing', colon)
    const [cell, cellEnd] = readCell(text, match(blank, text, colon + 1), 1)
    members.push([key, cell])
    return cellEnd
  })
  return { row: { kind: 'object', members }, end }
}

function readCells(text: string, start: number): Reading<JsonRow> {
  if (text[start] !== '[') throw new JsonError('it is neither an object nor an array', start)
  const cells: JsonCell[] = []
  const end = readList(text, { start, close: ']' }, (at) => {
    const [cell, cellEnd] = readCell(text, at, 1)
    cells.push(cell)
    return cellEnd
  })
  return { row: { kind: 'array', cells }, end }
}

/** Reads what stands between two brackets, parted by commas; answers with the place behind. */
function readList(
  text: string,
  { start, close }: { readonly start: number; readonly close: string },
  readItem: (at: number) => number,
): number {
  let at = match(blank, text, start + 1)
  if (text[at] === close) return at + 1
  for (;;) {
    at = match(blank, text, readItem(at))
    if (text[at] === close) return at + 1
    if (text[at] !== ',') throw new JsonError(`a "," or "${close}" is missing`, at)
    at = match(blank, text, at + 1)
  }
}

function readCell(text: string, at: number, depth: number): readonly [JsonCell, number] {
  const sign = text[at]
  if (sign === '"') {
    const [value, end] = readString(text, at)
    return [{ text: value, isNumber: false }, end]
  }
  if (sign === '{' || sign === '[') {
    const [value, end] = readNested(text, at, depth)
    return [{ text: value, isNumber: false }, end]
  }
  const numberEnd = match(number, text, at)
  const wordEnd = match(word, text, at)
  const end = Math.max(numberEnd, wordEnd)
  if (end === at) throw new JsonError('a value is missing', at)
  const value = text.slice(at, end)
  return [{ text: value === 'null' ? '' : value, isNumber: numberEnd > wordEnd }, end]
}

/** The text of a nested value without the blanks between its parts. */
function readNested(text: string, at: number, depth: number): readonly [string, number] {
  if (depth > maxDepth) throw new JsonError(`it is nested deeper than ${maxDepth}`, at)
  if (text[at] !== '{' && text[at] !== '[') return readNestedLeaf(text, at)
  const isObject = text[at] === '{'
  const parts: string[] = []
  const end = readList(text, { start: at, close: isObject ? '}' : ']' }, (start) => {
    const [key, colon] = isObject ? readNestedKey(text, start) : ['', start]
    const [value, valueEnd] = readNested(text, colon, depth + 1)
    parts.push(key + value)
    return valueEnd
  })
  return [isObject ? `{${parts.join(',')}}` : `[${parts.join(',')}]`, end]
}

function readNestedKey(text: string, at: number): readonly [string, number] {
  const keyEnd = readString(text, at)[1]
  const colon = match(blank, text, keyEnd)
  if (text[colon] !== ':') throw new JsonError('a ":" is missing', colon)
  return [`${text.slice(at, keyEnd)}:`, match(blank, text, colon + 1)]
}

function readNestedLeaf(text: string, at: number): readonly [string, number] {
  if (text[at] === '"') {
    const end = readString(text, at)[1]
    return [text.slice(at, end), end]
  }
  const end = Math.max(match(number, text, at), match(word, text, at))
  if (end === at) throw new JsonError('a value is missing', at)
  return [text.slice(at, end), end]
}

function readString(text: string, at: number): readonly [string, number] {
  if (text[at] !== '"') throw new JsonError('a name in quotes is missing', at)
  let end = text.indexOf('"', at + 1)
  while (end !== -1 && isEscaped(text, end)) end = text.indexOf('"', end + 1)
  if (end === -1) throw new JsonError('a quote is never closed', at)
  const inner = text.slice(at + 1, end)
  if (!special.test(inner)) return [inner, end + 1]
  return [unescapeText(inner, at), end + 1]
}

/** An odd number of backslashes before a quote keeps it inside. */
function isEscaped(text: string, quote: number): boolean {
  let first = quote
  while (text[first - 1] === '\\') first--
  return (quote - first) % 2 === 1
}

function unescapeText(inner: string, at: number): string {
  // Line ends and tabs that were written as they are do no harm: they are read as their escapes.
  const escaped = inner.replace(control, (sign) => JSON.stringify(sign).slice(1, -1))
  try {
    const value: unknown = JSON.parse(`"${escaped}"`)
    return String(value)
  } catch {
    throw new JsonError('a backslash stands before a sign that it cannot', at)
  }
}

/** Where a sticky pattern that begins at `at` ends; `at` itself where it does not match. */
function match(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : at
}

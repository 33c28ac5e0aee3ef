/**
 * JSON that gives every value back as it was. Numbers are written in their shortest text that reads
 * back to the same number. What JSON has no word for is an object with one key:
 *
 *   {"$float64": [0.5, "NaN", "-0"]}   a Float64Array; also $int32, $uint8
 *   {"$number": "Infinity"}            a number that JSON does not know, outside of one
 *   {"$object": [["$name", 1]]}        an object of which a key starts with `$`
 *
 * Keys keep their order; a key whose value is undefined is left out.
 */
export function writeExactJson(value: unknown): string {
  return `${JSON.stringify(encode(value))}\n`
}

/** @throws {SyntaxError | TypeError} for a text that `writeExactJson` does not write */
export function readExactJson(text: string): unknown {
  return decode(JSON.parse(text))
}

const oddNumbers: ReadonlyMap<string, number> = new Map([
  ['NaN', Number.NaN],
  ['Infinity', Number.POSITIVE_INFINITY],
  ['-Infinity', Number.NEGATIVE_INFINITY],
  ['-0', -0],
])

function isOdd(value: number): boolean {
  return !Number.isFinite(value) || Object.is(value, -0)
}

function oddName(value: number): string {
  return Object.is(value, -0) ? '-0' : String(value)
}

function oddNumber(name: unknown): number {
  const value = typeof name === 'string' ? oddNumbers.get(name) : undefined
  if (value === undefined) throw new TypeError(`${String(name)} is no number`)
  return value
}

function encode(value: unknown): unknown {
  if (typeof value === 'number') return isOdd(value) ? { $number: oddName(value) } : value
  if (value === null || typeof value !== 'object') return value
  if (value instanceof Float64Array)
    return { $float64: Array.from(value, (x) => (isOdd(x) ? oddName(x) : x)) }
  if (value instanceof Int32Array) return { $int32: Array.from(value) }
  if (value instanceof Uint8Array) return { $uint8: Array.from(value) }
  if (Array.isArray(value)) return value.map(encode)
  const entries = Object.entries(value)
    .filter(([, part]) => part !== undefined)
    .map(([key, part]) => [key, encode(part)])
  const isAmbiguous = Object.keys(value).some((key) => key.startsWith('$'))
  return isAmbiguous ? { $object: entries } : Object.fromEntries(entries)
}

function decode(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(decode)
  if (typeof value !== 'object' || value === null) return value
  const entries: [string, unknown][] = Object.entries(value)
  const [first] = entries
  if (entries.length !== 1 || first === undefined || !first[0].startsWith('$'))
    return fromEntries(entries)
  return decodeTagged(...first)
}

function decodeTagged(tag: string, content: unknown): unknown {
  if (tag === '$number') return oddNumber(content)
  const items = listOf(content)
  if (tag === '$float64')
    return Float64Array.from(items, (x) => (typeof x === 'number' ? x : oddNumber(x)))
  if (tag === '$int32') return Int32Array.from(items, wholeNumber)
  if (tag === '$uint8') return Uint8Array.from(items, wholeNumber)
  if (tag !== '$object') throw new TypeError(`${tag} is unknown`)
  return fromEntries(
    items.map((item): [string, unknown] => {
      const [key, part] = listOf(item)
      if (typeof key !== 'string') throw new TypeError('a key is no text')
      return [key, part]
    }),
  )
}

function fromEntries(entries: readonly [string, unknown][]): unknown {
  return Object.fromEntries(entries.map(([key, part]) => [key, decode(part)]))
}

function listOf(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new TypeError('a list is expected')
  return value
}

function wholeNumber(value: unknown): number {
  if (typeof value !== 'number' || !Number.isInteger(value))
    throw new TypeError(`${String(value)} is no whole number`)
  return value
}

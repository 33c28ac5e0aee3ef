import { compareText } from '../table/compare-text'

/**
 * JSON with one spelling per value: keys sorted by code units, no spaces. Rejects what JSON would
 * change in silence (NaN, infinities, -0, undefined, functions, class instances), so that two
 * different values never share a text.
 * @throws {TypeError} naming the path of the value that has no canonical form
 */
export function canonicalJson(value: unknown): string {
  return write(value, [])
}

/** Where the writer is: one array that grows and shrinks, for plans write thousands of texts. */
type Path = (string | number)[]

function write(value: unknown, path: Path): string {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'string') return JSON.stringify(value)
  if (typeof value === 'number') return writeNumber(value, path)
  if (Array.isArray(value)) return writeArray(value, path)
  if (isPlainObject(value)) return writeObject(value, path)
  throw refusal(typeof value, path)
}

function writeNumber(value: number, path: Path): string {
  if (Object.is(value, -0)) throw refusal('-0', path)
  if (!Number.isFinite(value)) throw refusal(String(value), path)
  return JSON.stringify(value)
}

function writeArray(items: readonly unknown[], path: Path): string {
  let text = '['
  for (let i = 0; i < items.length; i++) {
    path.push(i)
    text += `${i === 0 ? '' : ','}${write(items[i], path)}`
    path.pop()
  }
  return `${text}]`
}

function writeObject(members: Readonly<Record<string, unknown>>, path: Path): string {
  let text = '{'
  for (const key of Object.keys(members).sort(compareText)) {
    path.push(key)
    text += `${text === '{' ? '' : ','}${JSON.stringify(key)}:${write(members[key], path)}`
    path.pop()
  }
  return `${text}}`
}

function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

function refusal(what: string, path: Path): TypeError {
  const where = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`)).join('')
  return new TypeError(`$${where} has no canonical JSON: ${what}`)
}

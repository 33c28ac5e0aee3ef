type Fields = { readonly [name: string]: unknown }

/**
 * The JSON of a value, as `export --asset` writes it, with its lists as the typed arrays that the
 * schema asks for; `null` in one is NaN. All else stays as it is, for the schema to judge.
 */
export function revive(schema: unknown, json: unknown): unknown {
  const part = fieldsOf(schema)
  const wrapped = part['wrapped'] ?? firstOf(part['pipe'], schema)
  if (wrapped !== undefined) return revive(wrapped, json)
  if (Array.isArray(json)) return reviveList(part, json)
  if (typeof json !== 'object' || json === null) return json
  const entries = fieldsOf(entriesFor(part, fieldsOf(json)))
  return Object.fromEntries(
    Object.entries(json).map(([name, field]) => [name, revive(entries[name], field)]),
  )
}

function reviveList(part: Fields, list: readonly unknown[]): unknown {
  const numbers = () => list.map((one) => (one === null ? NaN : Number(one)))
  if (part['class'] === Float64Array) return Float64Array.from(numbers())
  if (part['class'] === Int32Array) return Int32Array.from(numbers())
  if (part['class'] === Uint8Array) return Uint8Array.from(numbers())
  return list.map((one) => revive(part['item'], one))
}

/** The fields of an object; of a variant those of the option that the key of the object names. */
function entriesFor(part: Fields, object: Fields): unknown {
  const { options, key } = part
  if (!Array.isArray(options) || typeof key !== 'string') return part['entries']
  const option = options
    .map((one) => fieldsOf(fieldsOf(one)['entries']))
    .find((entries) => fieldsOf(entries[key])['literal'] === object[key])
  return option
}

/** A pipe begins with the schema that it narrows. */
function firstOf(pipe: unknown, self: unknown): unknown {
  const first: unknown = Array.isArray(pipe) ? pipe[0] : undefined
  return first === self ? undefined : first
}

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}

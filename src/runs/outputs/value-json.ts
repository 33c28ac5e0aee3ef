/** A value as JSON: typed arrays as lists, numbers that JSON does not know as null. */
export function valueJson(value: unknown): string {
  return `${JSON.stringify(value, (_, part: unknown) => (isTypedArray(part) ? Array.from(part) : part), 2)}\n`
}

function isTypedArray(value: unknown): value is Float64Array | Int32Array | Uint8Array {
  return value instanceof Float64Array || value instanceof Int32Array || value instanceof Uint8Array
}

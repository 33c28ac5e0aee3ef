import { isDeepStrictEqual } from 'node:util'

/** Where two values differ first, and how: a sentence for a person. */
export function firstDifference(found: unknown, expected: unknown, path = ''): string {
  const [left, right] = [partsOf(found), partsOf(expected)]
  const name = left?.find(([name, part]) => !isDeepStrictEqual(part, partNamed(right, name)))?.[0]
  const missing = name ?? right?.find(([name]) => !left?.some(([known]) => known === name))?.[0]
  if (left === null || right === null || missing === undefined)
    return `at ${path || 'the top'}: found ${told(found)}, expected ${told(expected)}`
  const parts = [partNamed(left, missing), partNamed(right, missing)] as const
  return firstDifference(...parts, `${path}.${missing}`)
}

type Parts = readonly (readonly [string, unknown])[]

function partsOf(value: unknown): Parts | null {
  return typeof value === 'object' && value !== null ? Object.entries(value) : null
}

function partNamed(parts: Parts | null, name: string): unknown {
  return parts?.find(([known]) => known === name)?.[1]
}

function told(value: unknown): string {
  return (JSON.stringify(value) ?? 'nothing').slice(0, 600)
}

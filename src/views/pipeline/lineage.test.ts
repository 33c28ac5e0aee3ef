import { describe, expect, test } from 'vitest'
import type { AssetShape } from './graph-geometry'
import { isOnLineage, lineageOf } from './lineage'

const shape = (key: string, upstream: readonly string[]): AssetShape => ({
  key,
  upstream,
  branch: null,
  group: 'merging',
})
const graph = [shape('a', []), shape('b', ['a']), shape('other', ['a']), shape('c', ['b'])]

describe('lineageOf(key, tiles)', () => {
  test('has all that it reads and all that reads it, however far', () => {
    expect(lineageOf('b', graph)).toEqual({
      upstream: new Set(['a']),
      downstream: new Set(['c']),
    })
    expect(lineageOf('a', graph).downstream).toEqual(new Set(['b', 'other', 'c']))
  })

  test('an unknown key stands alone', () => {
    expect(lineageOf('x', graph)).toEqual({ upstream: new Set(), downstream: new Set() })
  })

  test('a wire to a sibling is not on it', () => {
    const line = lineageOf('b', graph)
    expect(isOnLineage({ from: 'a', to: 'b' }, 'b', line)).toBe(true)
    expect(isOnLineage({ from: 'b', to: 'c' }, 'b', line)).toBe(true)
    expect(isOnLineage({ from: 'a', to: 'other' }, 'b', line)).toBe(false)
  })
})

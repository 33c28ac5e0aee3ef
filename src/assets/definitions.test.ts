import { describe, expect, it } from 'vitest'
import { definitions } from './definitions'
import { specs } from './specs'

describe('definitions', () => {
  it('hold every asset once, with its own spec', () => {
    expect([...definitions.keys()].sort()).toEqual(specs.map(({ key }) => key).sort())
    for (const spec of specs) expect(definitions.get(spec.key)?.spec).toBe(spec)
  })

  it('check exactly what the spec says', () => {
    for (const { spec, checks } of definitions.values())
      expect(Object.keys(checks).sort()).toEqual(
        spec.checks.map(({ name }: { name: string }) => name).sort(),
      )
  })

  it('share everything but the name of the branch between branches', () => {
    const filtered = (branch: string) => definitions.get(`${branch}_filtered_features`)
    expect(filtered('internal')?.compute).toBe(filtered('external')?.compute)
  })
})

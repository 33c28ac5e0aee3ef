import { describe, expect, it } from 'vitest'
import { definitions } from './definitions'
import { type Param, readParam } from './schema'
import type { CheckSpec } from './spec'
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

  it('a parameter that is read only with another one names values which that one can have', () => {
    const params = new Map(specs.flatMap((spec) => Object.entries<Param<unknown>>(spec.params)))
    const conditions = [...params.values()].flatMap((param) => param.onlyWith ?? [])
    expect(conditions.length).toBeGreaterThan(0)
    for (const { name, values } of conditions)
      for (const value of values) {
        const other = params.get(name)
        expect(other && readParam(other, value), `${name}: ${String(value)}`).toEqual({
          ok: true,
          value,
        })
      }
  })

  it('a check of one name says the same wherever it is, and what to do next', () => {
    const said = new Map<string, CheckSpec>()
    for (const check of specs.flatMap((spec): readonly CheckSpec[] => spec.checks)) {
      expect(check).toEqual(said.get(check.name) ?? check)
      expect(check.name).toMatch(/^[a-z_]+$/)
      expect(check.next).toMatch(/^[A-Z].{30,}\.$/)
      said.set(check.name, check)
    }
    expect(new Set([...said.values()].map(({ next }) => next)).size).toBe(said.size)
  })

  it('a check stops the run exactly where it is an error', () => {
    for (const { blocking, severity } of specs.flatMap((spec): readonly CheckSpec[] => spec.checks))
      expect(blocking).toBe(severity === 'error')
  })

  it('share everything but the name of the branch between branches', () => {
    const filtered = (branch: string) => definitions.get(`${branch}_filtered_features`)
    expect(filtered('internal')?.compute).toBe(filtered('external')?.compute)
  })
})

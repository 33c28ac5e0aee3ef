import { describe, expect, test } from 'vitest'
import { makeGraph } from '../../assets/graph'
import { specs } from '../../assets/specs'
import { layoutGraph } from './graph-layout'
import { type Step, stepFrom } from './graph-steps'

const roles = new Set(['sales', 'product_map', 'external'] as const)
const layout = layoutGraph(
  makeGraph(specs, roles, { external_scope: 'global' }).nodes.map(({ spec, upstream }) => ({
    key: spec.key,
    branch: spec.branch,
    group: spec.group,
    upstream: upstream.map((one) => one.spec.key),
  })),
)
const step = (key: string, where: Step) => stepFrom(key, where, layout)

describe('stepFrom(key, step, places)', () => {
  test('goes along the graph to what is read and what reads it', () => {
    expect(step('internal_normalized_data', 'upstream')).toBe('internal_imputed_features')
    expect(step('internal_normalized_data', 'downstream')).toBe('internal_outlier_removed_features')
  })

  test('goes to the sibling in the same row, then to the next row, and ends with the graph', () => {
    expect(step('internal_normalized_data', 'after')).toBe('external_normalized_data')
    expect(step('external_normalized_data', 'before')).toBe('internal_normalized_data')
    expect(step('internal_normalized_data', 'before')).toBe('external_imputed_features')
    expect(step('internal_product_category_mapping', 'before')).toBeNull()
    expect(step('internal_product_category_mapping', 'upstream')).toBeNull()
  })

  test('every asset is reached from the first one', () => {
    const first = step('', 'first')
    const reached = new Set(first === null ? [] : [first])
    for (const key of reached)
      for (const where of ['upstream', 'downstream', 'before', 'after'] as const) {
        const next = step(key, where)
        if (next !== null) reached.add(next)
      }
    expect(reached.size).toBe(layout.tiles.length)
  })
})

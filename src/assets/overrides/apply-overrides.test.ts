import { describe, expect, it } from 'vitest'
import type { ActiveOverride } from '../override'
import { exclude, link, lock, part, rename } from '../testing/overrides-of'
import { applyOverrides, type Overridden, type Placed } from './apply-overrides'

/** Stores on a line: A B C around 0 in cluster 1, D E around 10 in 2, F at 30 in 3. */
const places = new Map([
  ['A', -1],
  ['B', 0],
  ['C', 4],
  ['D', 9],
  ['E', 11],
  ['F', 30],
])
const line: Omit<Placed, 'overrides'> = {
  storeIds: [...places.keys()],
  clusters: ['1', '1', '1', '2', '2', '3'],
  space: { X: Float64Array.from(places.values()), nSamples: 6, nFeatures: 1 },
  centers: new Map([
    ['1', Float64Array.of(0)],
    ['2', Float64Array.of(10)],
    ['3', Float64Array.of(30)],
    ['4', Float64Array.of(-20)],
  ]),
}

const onLine = (...overrides: ActiveOverride[]) => applyOverrides({ ...line, overrides })
const clustersOf = (result: Overridden) =>
  Object.fromEntries(line.storeIds.map((id, row) => [id, result.clusters[row]]))
const statuses = ({ outcomes }: Overridden) =>
  Object.fromEntries(outcomes.map(({ id, status }) => [id, status]))

describe('lock', () => {
  it('moves stores to a cluster and tells the added inertia', () => {
    const result = onLine(lock('x', '2', 'C', 'B'))
    expect(clustersOf(result)).toMatchObject({ B: '2', C: '2', A: '1' })
    expect(result.outcomes).toEqual([
      {
        id: 'x',
        kind: 'lock',
        status: 'applied',
        stores: ['B', 'C'],
        cost: 100 - 0 + (36 - 16),
        message: 'Moved: B from 1 to 2, C from 1 to 2.',
      },
    ])
    expect(result.locked).toEqual(['B', 'C'])
  })

  it('keeps a store where it is, which costs nothing', () => {
    const result = onLine(lock('x', '1', 'A'))
    expect(result.outcomes).toMatchObject([{ status: 'no_effect', stores: [], cost: 0 }])
    expect(result.locked).toEqual(['A'])
  })

  it('takes a cluster without stores too: a person decides', () => {
    expect(clustersOf(onLine(lock('x', '4', 'A')))['A']).toBe('4')
  })

  it('to a cluster that is retired or unknown is listed with the next step', () => {
    const result = onLine(lock('x', '7', 'A'))
    expect(result.clusters).toEqual(line.clusters)
    expect(result.locked).toEqual([])
    expect(result.outcomes[0]).toMatchObject({ status: 'unknown_cluster', stores: [] })
    expect(result.outcomes[0].message).toContain('Cluster 7 is not in this result')
    expect(result.outcomes[0].message).toContain('or revoke this')
  })

  it('of a store that is not here is listed, and the others move', () => {
    const result = onLine(lock('x', '2', 'A', 'Z'))
    expect(result.outcomes[0]).toMatchObject({ status: 'unknown_store', stores: ['A'], cost: 120 })
    expect(result.outcomes[0].message).toContain('Not among the stores here: Z.')
  })

  it('a later lock wins over an earlier one, which is listed as a conflict', () => {
    const result = onLine(lock('old', '2', 'A', 'B'), lock('new', '3', 'A'))
    expect(clustersOf(result)).toMatchObject({ A: '3', B: '2' })
    expect(statuses(result)).toEqual({ old: 'conflict', new: 'applied' })
    expect(result.outcomes[0].message).toContain('a later override locks A to 3')
    expect(result.outcomes[0].stores).toEqual(['B'])
  })
})

describe('must_link', () => {
  it('goes to the cluster that adds the least inertia', () => {
    const result = onLine(link('x', 'C', 'D'))
    expect(clustersOf(result)).toMatchObject({ C: '2', D: '2' })
    expect(result.outcomes[0]).toMatchObject({ status: 'applied', stores: ['C'], cost: 36 - 16 })
  })

  it('goes to the locked cluster, through every link', () => {
    const result = onLine(link('ab', 'A', 'B'), link('bd', 'B', 'D'), lock('x', '3', 'D'))
    expect(clustersOf(result)).toMatchObject({ A: '3', B: '3', D: '3' })
    expect(result.outcomes.map(({ id, stores }) => [id, stores])).toEqual([
      ['ab', ['A']],
      ['bd', ['B']],
      ['x', ['D']],
    ])
  })

  it('of stores that are together moves nothing', () => {
    expect(statuses(onLine(link('x', 'A', 'C')))).toEqual({ x: 'no_effect' })
  })

  it('of stores that are locked apart is a conflict', () => {
    const result = onLine(link('x', 'A', 'D'), lock('a', '1', 'A'), lock('d', '2', 'D'))
    expect(statuses(result)).toEqual({ x: 'conflict', a: 'no_effect', d: 'no_effect' })
    expect(result.outcomes[0].message).toContain('locked to different clusters: 1, 2')
  })

  it('that is later wins over the older of two locks', () => {
    const result = onLine(lock('a', '1', 'A'), lock('d', '2', 'D'), link('x', 'A', 'D'))
    expect(clustersOf(result)).toMatchObject({ A: '2', D: '2' })
    expect(statuses(result)).toEqual({ a: 'conflict', d: 'no_effect', x: 'applied' })
  })
})

describe('cannot_link', () => {
  it('moves the store whose move costs least to its next nearest cluster', () => {
    const result = onLine(part('x', 'A', 'C'))
    expect(clustersOf(result)).toMatchObject({ A: '1', C: '2' })
    expect(result.outcomes[0]).toMatchObject({ status: 'applied', stores: ['C'], cost: 36 - 16 })
  })

  it('never moves a locked store', () => {
    const result = onLine(lock('c', '1', 'C'), part('x', 'A', 'C'))
    expect(clustersOf(result)).toMatchObject({ A: '2', C: '1' })
  })

  it('keeps more than two stores apart from each other', () => {
    const result = onLine(part('x', 'A', 'B', 'C'))
    const { A, B, C } = clustersOf(result)
    expect(new Set([A, B, C]).size).toBe(3)
  })

  it('for which no cluster is left is a conflict that names the stores', () => {
    const result = onLine(part('x', 'A', 'B', 'C', 'D'))
    expect(statuses(result)).toEqual({ x: 'conflict' })
    expect(result.outcomes[0].message).toMatch(/no other cluster is left for \w or \w/)
  })

  it('and must_link of one pair: the later one wins', () => {
    const parted = onLine(link('x', 'A', 'B'), part('y', 'A', 'B'))
    expect(statuses(parted)).toEqual({ x: 'conflict', y: 'applied' })
    const linked = onLine(part('y', 'A', 'B'), link('x', 'A', 'B'))
    expect(statuses(linked)).toEqual({ x: 'no_effect', y: 'conflict' })
  })

  it('of two stores that are locked to one cluster is a conflict', () => {
    const result = onLine(part('x', 'A', 'B'), lock('l', '1', 'A', 'B'))
    expect(statuses(result)).toEqual({ x: 'conflict', l: 'no_effect' })
  })
})

describe('exclude', () => {
  it('leaves stores out', () => {
    const result = onLine(exclude('x', 'F', 'A'))
    expect(result.excluded).toEqual(['A', 'F'])
    expect(result.outcomes[0]).toMatchObject({
      status: 'applied',
      stores: ['A', 'F'],
      cost: 0,
      message: 'Left out: A, F.',
    })
  })

  it('and lock of one store: the later one wins', () => {
    const locked = onLine(exclude('x', 'A'), lock('l', '2', 'A'))
    expect(locked.excluded).toEqual([])
    expect(statuses(locked)).toEqual({ x: 'conflict', l: 'applied' })
    const left = onLine(lock('l', '2', 'A'), exclude('x', 'A'))
    expect(left.excluded).toEqual(['A'])
    expect(statuses(left)).toEqual({ x: 'applied', l: 'conflict' })
  })

  it('frees the others of a link, and a pair has nothing to keep apart', () => {
    const result = onLine(link('l', 'A', 'D', 'E'), part('p', 'A', 'B'), exclude('x', 'A'))
    expect(clustersOf(result)).toMatchObject({ B: '1', D: '2', E: '2' })
    expect(statuses(result)).toEqual({ l: 'conflict', p: 'no_effect', x: 'applied' })
  })
})

it('a rename has no say in where stores go', () => {
  expect(onLine(rename('x', '1', 'Centre'))).toMatchObject({
    clusters: line.clusters,
    outcomes: [],
  })
})

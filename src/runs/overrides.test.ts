import { beforeAll, describe, expect, test } from 'vitest'
import type { OverrideEntry } from '../assets/override'
import { crossed, internal, reassigned } from '../assets/specs'
import type { ClusterReassignment } from '../assets/merging/cluster-reassignment/spec'
import { type Configuration, emptyConfiguration } from '../config/configuration'
import { addressOf } from './address'
import { type RanHere, runHere, sourcesOf } from './testing/run-here'
import { tinySales } from './testing/tiny-chain'
import { type SpecOf, valueOf } from './values-made'

const stamp = { author: 'Ada', reason: 'Rebuilt in spring.', time: '2026-01-31T09:30:00Z' }
let category = ''
let first: RanHere
let before: ClusterReassignment

async function valueIn<V>({ record, cache }: RanHere, spec: SpecOf<V>): Promise<V> {
  const asset = record.assets.find((one) => one.key === spec.key && one.partition === category)
  if (asset === undefined || asset.dataVersion === null) throw new Error(`${spec.key} was not made`)
  return valueOf(spec, (await cache.read(addressOf(asset, asset.dataVersion)))?.value)
}

const withLog = (...overrides: OverrideEntry[]): Configuration => ({
  ...emptyConfiguration,
  overrides,
})

const lock = (id: string, storeId: string, cluster: string): OverrideEntry => ({
  ...stamp,
  kind: 'lock',
  branch: 'merged',
  category,
  id,
  stores: [storeId],
  cluster,
})

const clusterOf = ({ storeIds, rebalanced }: ClusterReassignment, id: string) =>
  rebalanced[storeIds.indexOf(id)]

/** A tenth of the sales are gone, and so the shares are others. */
async function changedSales() {
  const files = tinySales.map((file) => {
    if (!file.name.includes('sales')) return file
    const lines = file.text.split('\n')
    return { ...file, text: lines.filter((_, i) => i === 0 || i % 10 !== 3).join('\n') }
  })
  return sourcesOf(files)
}

beforeAll(async () => {
  first = await runHere(await sourcesOf(tinySales))
  category = first.record.assets.find(({ key }) => key === reassigned.key)?.partition ?? ''
  before = await valueIn(first, reassigned)
}, 60_000)

describe('overrides are replayed on each run, by stable id', () => {
  test('a locked store is still locked when the data changed, and its cost is told anew', async () => {
    const [own, other] = before.sizesAfter.map(({ cluster }) => cluster)
    const store = before.storeIds[before.rebalanced.indexOf(own ?? '')] ?? ''
    const configuration = withLog(lock('x', store, other ?? ''))
    const locked = await runHere(await sourcesOf(tinySales), configuration, first)
    const changed = await runHere(await changedSales(), configuration, first)
    const [now, later] = [await valueIn(locked, reassigned), await valueIn(changed, reassigned)]
    expect([own, clusterOf(now, store), clusterOf(later, store)]).toEqual([own, other, other])
    expect(now.overrides).toMatchObject([{ id: 'x', status: 'applied', stores: [store] }])
    expect(later.overrides).toMatchObject([{ id: 'x', status: 'applied' }])
    expect(later.overrides[0]?.cost).toBeGreaterThan(0)
    expect(later.overrides[0]?.cost).not.toBe(now.overrides[0]?.cost)
  }, 60_000)

  test('only what follows the override is made anew, and in its category only', async () => {
    const store = before.storeIds[0] ?? ''
    const configuration = withLog(lock('x', store, before.rebalanced.at(-1) ?? ''))
    const locked = await runHere(await sourcesOf(tinySales), configuration, first)
    const plain = new Map(
      (await runHere(await sourcesOf(tinySales), emptyConfiguration, first)).record.assets.map(
        (asset) => [`${asset.key} ${asset.partition}`, asset.dataVersion],
      ),
    )
    const made = locked.record.assets.filter(
      ({ key, partition, dataVersion }) => plain.get(`${key} ${partition}`) !== dataVersion,
    )
    expect(made.map(({ key, partition }) => [key, partition])).toEqual(
      expect.arrayContaining([['cluster_reassignment', category]]),
    )
    expect(new Set(made.map(({ partition }) => partition))).toEqual(new Set([category, null]))
    expect(made.filter(({ key }) => key.startsWith('internal_'))).toEqual([])
    const categories = first.record.assets.filter(({ key }) => key === reassigned.key)
    expect(categories.length).toBeGreaterThan(1)
  }, 60_000)

  test('a lock to a cluster that was retired is a listed conflict with the next step', async () => {
    const fixed = (n_clusters: number, ...overrides: OverrideEntry[]) => ({
      ...withLog(...overrides),
      internal: { k_rule: 'fixed', n_clusters },
    })
    const sources = await sourcesOf(tinySales)
    const many = await runHere(sources, fixed(5))
    const were = await valueIn(many, internal.assigned)
    const few = await runHere(sources, fixed(2), many)
    const left = new Set((await valueIn(few, internal.assigned)).clusterIds)
    const retired = were.clusterIds.find((id) => !left.has(id))
    expect((await valueIn(few, internal.model)).retiredIds).toContain(retired)

    const store = were.storeIds[0] ?? ''
    const decided = { ...lock('x', store, String(retired)), branch: 'internal' as const }
    const after = await valueIn(await runHere(sources, fixed(2, decided), many), internal.assigned)
    expect(after.clusterIds).not.toContain(retired)
    expect(after.overrides).toMatchObject([{ status: 'unknown_cluster', stores: [], cost: 0 }])
    expect(after.overrides[0]?.message).toBe(
      `Cluster ${retired} is not in this result: it is retired, or never was. Lock to a cluster that is in it, or revoke this.`,
    )
  }, 60_000)

  test('a lock of one branch moves the store there, and its merged cluster follows', async () => {
    const was = await valueIn(first, internal.assigned)
    const store = was.storeIds.find((id) => before.storeIds.includes(id)) ?? ''
    const row = was.storeIds.indexOf(store)
    const other = was.clusters.find((cluster) => cluster !== was.clusters[row])
    const decided = { ...lock('x', store, String(other)), branch: 'internal' as const }
    const locked = await runHere(await sourcesOf(tinySales), withLog(decided), first)
    const now = await valueIn(locked, internal.assigned)
    expect([was.clusters[row] === other, now.clusters[row]]).toEqual([false, other])
    expect(now.overrides).toMatchObject([{ status: 'applied', stores: [store] }])
    const met = await valueIn(locked, crossed)
    expect(met.internal[met.storeIds.indexOf(store)]).toBe(other)
  }, 60_000)
})

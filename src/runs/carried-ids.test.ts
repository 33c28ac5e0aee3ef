import { expect, test } from 'vitest'
import type { OverrideEntry } from '../assets/override'
import { crossed, external, internal, labeling, published } from '../assets/specs'
import { type Configuration, emptyConfiguration } from '../config/configuration'
import { createRandom } from '../math/random'
import { type RanHere, runHere, sourcesOf } from './testing/run-here'
import { readerOf, type SpecOf, valuesMade } from './values-made'

/** Places of the groups in three columns, far apart. */
const centers = [
  [0, 0, 0],
  [40, 0, 10],
  [0, 40, 30],
] as const

/** So many stores of each group, `<group>_<number>`, in one table a view that tells them apart. */
async function chainOf(sizes: readonly number[], arrange = (lines: string[]) => lines) {
  const random = createRandom(1)
  const places = sizes.flatMap((size, group) =>
    Array.from({ length: size }, (_, i) => ({ id: `${group}_${i}`, center: centers[group] ?? [] })),
  )
  const table = (head: string) => {
    const lines = places.map(({ id, center }) =>
      [id, ...center.map((at) => (100 + at + 3 * random.next()).toFixed(3))].join(','),
    )
    return [head, ...arrange(lines)].join('\n')
  }
  return sourcesOf([
    { name: 'traffic.csv', text: table('store,early,noon,late'), role: 'store_metrics' },
    { name: 'market.csv', text: table('store,income,age,density'), role: 'external' },
  ])
}

function settings(nClusters: number, params: Configuration['job_params'] = {}): Configuration {
  const fixed = { k_rule: 'fixed', n_clusters: nClusters, outlier_detection: false }
  return { ...emptyConfiguration, job_params: { ...fixed, min_cluster_size: 1, ...params } }
}

async function valueIn<V>(ran: RanHere, spec: SpecOf<V>): Promise<V> {
  const read = readerOf(async (address) => (await ran.cache.read(address))?.value)
  const [made] = await valuesMade(ran.record, spec, read)
  if (made === undefined) throw new Error(`no value: ${JSON.stringify(ran.record.errors)}`)
  return made.value
}

/** Per store `internal external merged`, as published. */
async function idsIn(ran: RanHere): Promise<ReadonlyMap<string, string>> {
  const value = await valueIn(ran, published)
  return new Map(
    value.storeIds.map((id, row) => [
      id,
      `${value.internal[row]} ${value.external[row]} ${value.rebalanced[row]}`,
    ]),
  )
}

async function namesIn(ran: RanHere): Promise<readonly string[]> {
  const { branches } = await valueIn(ran, labeling)
  return branches.flatMap(({ branch, clusters }) =>
    clusters.map(({ cluster, name }) => `${branch} ${cluster} ${name}`),
  )
}

/** Stores that are in both and have other ids. */
function changedBetween(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): readonly string[] {
  return [...after.keys()].filter((id) => before.has(id) && before.get(id) !== after.get(id))
}

const full = [30, 28, 26]
/** The largest group becomes the smallest. */
const fewer = [20, 28, 26]

test('ids and names stay where a file makes the largest group the smallest', async () => {
  const baseline = await runHere(await chainOf(full), settings(3))
  const alone = await runHere(await chainOf(fewer), settings(3))
  const carried = await runHere(await chainOf(fewer), settings(3), baseline)
  const before = await idsIn(baseline)
  expect(changedBetween(before, await idsIn(alone)).length).toBe(20 + 28 + 26)
  expect(changedBetween(before, await idsIn(carried))).toEqual([])
  expect(await namesIn(carried)).toEqual(await namesIn(baseline))
  const { sizes, clusterIds } = await valueIn(carried, internal.model)
  expect([[...clusterIds], [...sizes]]).toEqual([[1, 2, 3], fewer])
})

test.each([
  ['another seed', { session_id: 7 }],
  ['another scaling', { norm_method: 'minmax' }],
  ['no principal components', { pca_active: false }],
])('%s changes the id of no store', async (_, change) => {
  const baseline = await runHere(await chainOf(fewer), settings(3))
  const carried = await runHere(await chainOf(fewer), settings(3, change), baseline)
  expect(changedBetween(await idsIn(baseline), await idsIn(carried))).toEqual([])
})

test('the order of rows changes neither ids nor the result', async () => {
  const baseline = await runHere(await chainOf(full), settings(3))
  const forth = await runHere(await chainOf(fewer), settings(3), baseline)
  const back = await runHere(
    await chainOf(fewer, (lines) => lines.toReversed()),
    settings(3),
    baseline,
  )
  expect(back.record.resultHash).toBe(forth.record.resultHash)
})

test('one split gives one new id; a merge retires one, which never comes back', async () => {
  const sources = await chainOf(full)
  const three = await runHere(sources, settings(3))
  const four = await runHere(sources, settings(4), three)
  const splitInto = await valueIn(four, external.model)
  expect([...splitInto.clusterIds]).toEqual([1, 2, 3, 4])
  const split = splitInto.lineage.filter(({ event }) => event === 'split')
  expect(split.map(({ state }) => state)).toEqual(['kept', 'new'])
  expect((await valueIn(four, internal.assigned)).clusterIds).toEqual(Int32Array.of(1, 2, 3, 4))
  const moved = changedBetween(await idsIn(three), await idsIn(four))
  expect(moved.length).toBeLessThan(full.reduce((sum, size) => sum + size, 0) / 2)

  const merged = await runHere(sources, settings(3), four)
  const { retiredIds } = await valueIn(merged, external.model)
  expect(retiredIds.length).toBe(1)
  expect((await valueIn(merged, crossed)).externalIds.includes(retiredIds[0] ?? 0)).toBe(false)
  const again = await valueIn(await runHere(sources, settings(4), merged), external.model)
  expect([...again.clusterIds]).toContain(5)
  expect([...again.clusterIds]).not.toContain(retiredIds[0])
})

test("a person's name for a cluster shows on every later run", async () => {
  const sources = await chainOf(full)
  const rename: OverrideEntry = {
    kind: 'rename',
    id: 'first',
    time: '2026-01-05T09:00:00Z',
    author: 'A planner',
    reason: 'as the field calls them',
    branch: 'external',
    category: 'all',
    cluster: '2',
    name: 'Dense towns',
  }
  const baseline = await runHere(sources, { ...settings(3), overrides: [rename] })
  const later = await runHere(
    await chainOf(fewer),
    { ...settings(3), overrides: [rename] },
    baseline,
  )
  for (const ran of [baseline, later])
    expect(await namesIn(ran)).toContain('external 2 Dense towns')
})

import { describe, expect, test } from 'vitest'
import type { OverrideBranch } from '../assets/override'
import type { AnySpec } from '../assets/spec'
import { specs as everySpec } from '../assets/specs'
import { type Configuration, type Section, sections } from '../config/configuration'
import { allParams, type KnownParam, resolveParam, sectionOf } from '../config/params-for'
import { withDownstream } from './asset-pairs'
import { createMemoryCache } from './cache/memory-cache'
import type { Baseline, Source } from './contract'
import type { PlannedAsset } from './plan'
import { planAll } from './plan-run'
import { otherValue } from './testing/other-value'
import { cacheOver, quick, runReal } from './testing/real-place'
import { sourcesOf, type TextFile } from './testing/run-here'
import { reversed, tinyMetrics, tinySales } from './testing/tiny-chain'

/**
 * What a change makes anew, on the real graph: the expectation comes from the specs, the answer from
 * a second run over the values of the first.
 */
async function firstRun(files: readonly TextFile[]) {
  const sources = await sourcesOf(files)
  const cache = createMemoryCache()
  const { record } = await runReal(cache, { sources })
  if (record.status !== 'success') throw new Error(JSON.stringify(record.errors))
  return { files, sources, cache, record, pairs: pairsOf(sources, quick) }
}

const chains = [await firstRun(tinySales), await firstRun(tinyMetrics)]
const [ofSales] = chains

function pairsOf(
  sources: readonly Source[],
  configuration: Configuration,
): readonly PlannedAsset[] {
  const plan = planAll({ sources, configuration }, { knownVersions: new Set(), hash: () => '' })
  if (!plan.ok) throw new Error(plan.failure.message)
  return plan.all
}

type Chain = (typeof chains)[number]

/** Ids of the pairs that these specs have, and all that is downstream of them. */
function reachedFrom(pairs: readonly PlannedAsset[], isReader: (pair: PlannedAsset) => boolean) {
  const direct = pairs.filter(isReader).map(({ id }) => id)
  return withDownstream(direct, pairs)
}

/** Whether a pair was not there before, or read other partitions. */
function isNewIn(before: readonly PlannedAsset[]) {
  const shapes = new Map(before.map((pair) => [pair.id, shapeOf(pair)]))
  return (pair: PlannedAsset) => shapes.get(pair.id) !== shapeOf(pair)
}

function shapeOf({ inputs }: PlannedAsset): string {
  return JSON.stringify(inputs.map(({ name, refs }) => [name, refs.map(({ id }) => id)]))
}

test('nothing changed: nothing is made anew', async () => {
  for (const { cache, sources, record } of chains) {
    const again = await runReal(cacheOver(cache), { sources })
    expect(again.recomputed).toEqual(new Set())
    expect(again.record.resultHash).toBe(record.resultHash)
  }
})

describe('a parameter changed: its readers and what is downstream are made anew, nothing else', () => {
  const places = [...allParams().values()].flatMap((known) =>
    known.sections
      .filter((section) => sections.includes(section))
      .map((section): [string, Section, KnownParam] => [known.name, section, known]),
  )

  test('every parameter has another value', () => {
    for (const [name, section, known] of places) expect(otherIn(section, known), name).toBeDefined()
  })

  test.each(places)('%s in %s', async (name, section, known) => {
    const readers = readersIn(section, known)
    const own = { ...quick[section], [name]: otherIn(section, known) }
    const configuration = { ...quick, [section]: own }
    for (const chain of chainsOf(readers)) {
      const { cache, sources } = chain
      const pairs = pairsOf(sources, configuration)
      const isNew = isNewIn(chain.pairs)
      const expected = reachedFrom(
        pairs,
        (pair) => readers.some(({ key }) => key === pair.key) || isNew(pair),
      )
      const { recomputed, record } = await runReal(cacheOver(cache), { sources, configuration })
      expect(recomputed).toEqual(expected)
      for (const { code } of record.errors) expect(code).not.toBe('defect')
    }
  })
})

/** Specs that take the value of a section: of one branch, or all that no section overrides. */
function readersIn(section: Section, { specs, name }: KnownParam): readonly AnySpec[] {
  if (section !== 'job_params') return specs.filter((spec) => sectionOf(spec) === section)
  return specs.filter(
    (spec) => !Object.hasOwn(quick[sectionOf(spec)], name) || section === sectionOf(spec),
  )
}

/** Where a reader is; a parameter that no asset reads is tried on the first. */
function chainsOf(readers: readonly AnySpec[]): readonly Chain[] {
  const has = ({ pairs }: Chain) =>
    pairs.some(({ key }) => readers.some((reader) => reader.key === key))
  return readers.length === 0 ? chains.slice(0, 1) : chains.filter(has)
}

function otherIn(section: Section, known: KnownParam): unknown {
  return otherValue(known.param, resolveParam(known, section, quick).value)
}

describe('a code version changed: the asset and what is downstream are made anew', () => {
  const keys = chains.flatMap(({ pairs }) => pairs.map(({ key }) => key))

  test.each([...new Set(keys)])('%s', async (key) => {
    const specs = everySpec.map((spec) =>
      spec.key === key ? { ...spec, codeVersion: `${spec.codeVersion} and a bit` } : spec,
    )
    const chain = chains.find(({ pairs }) => pairs.some((pair) => pair.key === key)) ?? ofSales
    const { recomputed } = await runReal(
      cacheOver(chain.cache),
      { sources: chain.sources },
      { specs },
    )
    expect(recomputed).toEqual(reachedFrom(chain.pairs, (pair) => pair.key === key))
  })
})

describe('a file changed: its readers and what is downstream are made anew', () => {
  const files = chains.flatMap((chain) =>
    chain.files.map((file): [string, Chain, TextFile] => [file.name, chain, file]),
  )
  const withFile = ({ files: all }: Chain, changed: TextFile) =>
    sourcesOf(all.map((file) => (file.name === changed.name ? changed : file)))
  const readersOf = ({ pairs }: Chain, { role }: TextFile) =>
    reachedFrom(pairs, ({ spec }) => spec.sources.some((one: string) => one === role))

  test.each(files)('%s by its bytes', async (_name, chain, file) => {
    const sources = await withFile(chain, { ...file, text: file.text.replace(/.*\n$/, '') })
    const { recomputed } = await runReal(cacheOver(chain.cache), { sources })
    expect(recomputed).toEqual(readersOf(chain, file))
  })

  test.each(files)(
    '%s by the order of its rows, to the same result',
    async (_name, chain, file) => {
      const sources = await withFile(chain, reversed(file))
      const { recomputed, record } = await runReal(cacheOver(chain.cache), { sources })
      expect(recomputed).toEqual(readersOf(chain, file))
      expect(record.resultHash).toBe(chain.record.resultHash)
    },
  )

  test('when it was last written is no change', async () => {
    const { cache, sources } = ofSales
    const touched = sources.map((source) => ({ ...source, modifiedAt: 1 }))
    expect((await runReal(cacheOver(cache), { sources: touched })).recomputed.size).toBe(0)
  })
})

describe('a baseline was chosen: what carries ids on and what is downstream are made anew', () => {
  const { cache, sources, record, pairs } = ofSales
  const assets = record.assets.flatMap(({ key, partition, dataVersion }) =>
    dataVersion === null ? [] : [{ key, partition, dataVersion }],
  )
  const baseline: Baseline = { runId: 'first', seq: 1, assets }

  test('and nothing else', async () => {
    const { recomputed, record: next } = await runReal(cacheOver(cache), { sources, baseline })
    expect(next.errors).toEqual([])
    expect(recomputed.size).toBeGreaterThan(0)
    expect(recomputed).toEqual(reachedFrom(pairs, ({ spec }) => spec.carries === true))
  })
})

describe('an override was added: what follows it and what is downstream are made anew', () => {
  const { cache, sources, pairs } = ofSales
  const stamp = { id: 'o1', time: '2026-01-01T00:00:00.000Z', author: 'A', reason: 'R' }
  const stores = ['010', '011']
  const decisions = [
    { kind: 'lock', stores, cluster: '1' },
    { kind: 'must_link', stores },
    { kind: 'cannot_link', stores },
    { kind: 'exclude', stores },
    { kind: 'rename', cluster: '1', name: 'Big' },
  ] as const
  const places = [
    ['internal', 'Snacks'],
    ['external', 'all'],
    ['merged', 'Snacks'],
  ] as const
  const cases = decisions.flatMap((decision) =>
    places.map(
      ([branch, category]) => [decision.kind, branch, { ...decision, branch, category }] as const,
    ),
  )

  test.each(cases)('%s of %s clusters', async (kind, branch, decision) => {
    const configuration = { ...quick, overrides: [{ ...stamp, ...decision }] }
    const { recomputed } = await runReal(cacheOver(cache), { sources, configuration })
    const expected = reachedFrom(
      pairs,
      (pair) => follows(pair.spec, branch, kind) && isIn(pair, branch, decision.category),
    )
    expect(recomputed).toEqual(expected)
  })

  test('some assets follow some of them', () => {
    expect(pairs.filter(({ spec }) => spec.overrides !== undefined)).not.toEqual([])
  })

  test('time, author and reason are no change, and one taken back never was', async () => {
    const own = cacheOver(cache)
    const entry = { ...stamp, ...decisions[3], branch: 'internal', category: 'Snacks' } as const
    await runReal(own, { sources, configuration: { ...quick, overrides: [entry] } })
    const later = { ...entry, time: '2027-01-01T00:00:00.000Z', author: 'B', reason: 'S' }
    const again = { ...quick, overrides: [later] }
    expect((await runReal(own, { sources, configuration: again })).recomputed.size).toBe(0)
    const revoke = { ...stamp, id: 'o2', kind: 'revoke', of: 'o1' } as const
    const revoked = { ...quick, overrides: [entry, revoke] }
    expect((await runReal(own, { sources, configuration: revoked })).recomputed.size).toBe(0)
  })
})

function follows({ overrides }: AnySpec, branch: OverrideBranch, kind: string): boolean {
  if (overrides === undefined) return false
  return overrides.branches.includes(branch) && overrides.kinds.some((one: string) => one === kind)
}

/** External clusters are of the whole chain here: every category reads the same ones. */
function isIn({ partition }: PlannedAsset, branch: OverrideBranch, category: string): boolean {
  return branch === 'external' || partition === null || partition === category
}

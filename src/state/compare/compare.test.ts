import { describe, expect, it } from 'vitest'
import type { RunRecord, RunRequest } from '../../runs/contract'
import { createEngine } from '../../runs/testing/engine'
import { sourcesOf } from '../../runs/testing/run-here'
import { createAppState } from '../app-state'
import { explainWhy, loadComparison, movesCsv, planWhy } from './compare'
import { fakeServices } from '../testing/fake-services'

const rows = [0, 0.1, 0.2, 10, 10.1, 10.2].map((at, i) => `S${i},${at},${at}`)
const text = ['store,f1,f2', ...rows, 'X,4,10.5', ''].join('\n')
const settings = {
  missing_means: 'unknown',
  as_shares: false,
  max_correlation: null,
  transform: 'none',
  normalize: false,
  outlier_detection: false,
  pca_active: false,
  k_rule: 'fixed',
  n_clusters: 2,
}

/** Two kept runs that differ in two settings, over the real engine. */
async function twoRuns(materialize?: (request: RunRequest) => Promise<RunRecord>) {
  const engine = createEngine()
  const sources = await sourcesOf([{ name: 'metrics.csv', text, role: 'store_metrics' }])
  const a = await engine.run(sources, { ...settings, ignore_features: ['f2'] })
  const b = await engine.run(sources, { ...settings, n_init: 12 })
  const fake = fakeServices({ materialize: materialize ?? engine.trial })
  const storage = {
    ...fake.storage,
    listRuns: engine.runs.list,
    readValue: async (address: string) => (await engine.cache.read(address))?.value ?? null,
  }
  const services = { ...fake, storage }
  const state = {
    ...createAppState(services).getState(),
    runs: await engine.runs.list(),
    entries: sources.map((source) => ({
      status: 'ready' as const,
      id: source.id,
      name: source.name,
      source,
      reason: '',
      overrides: {},
    })),
  }
  return { a: a.run, b: b.run, services, state }
}

describe('comparing two kept runs', () => {
  it('says why a store moved, by trial runs through the client', async () => {
    const { a, b, services, state } = await twoRuns()
    const comparison = await loadComparison(a, b, services)
    const plan = planWhy(comparison, state, null)
    const told: string[] = []
    const explanation = await explainWhy(plan, services, (n, of) => void told.push(`${n}/${of}`))
    expect(told).toEqual(['1/2', '2/2'])
    const { rows: moves } = movesCsv(comparison, explanation)
    expect(moves.map(([store, , , , , reason]) => [store, reason])).toEqual([
      ['X', 'ignore_features'],
    ])
  })

  it('asks about one category only where it is told to', async () => {
    const { a, b, services, state } = await twoRuns()
    const comparison = await loadComparison(a, b, services)
    expect(planWhy(comparison, state, 'all').tests[0]).toMatchObject({
      request: { selection: expect.stringContaining('internal_assign_clusters[all]') },
    })
  })

  it('says so while another tab runs something, and answers null when canceled', async () => {
    const { a, b, services, state } = await twoRuns(async () => ({ ...b, status: 'canceled' }))
    const plan = planWhy(await loadComparison(a, b, services), state, null)
    expect(await explainWhy(plan, services, () => undefined)).toBeNull()
    const busy = { ...services, tabs: { ...services.tabs, alone: async () => null } }
    await expect(explainWhy(plan, busy, () => undefined)).rejects.toThrow(/Another tab/)
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { specs } from '../assets/specs'
import { emptyConfiguration, type Settings } from '../config/configuration'
import { pairsOf } from './asset-pairs'
import { failedSelection } from './failed-selection'
import { partitionSetsOf } from './partitions'
import { graphOf } from './plan-run'
import { selectPairs } from './selection'
import { toyPlace } from './testing/toy-place'
import { toyRequest, toySource } from './testing/toy-run'

const external = toySource(null, { role: 'external', id: 'x' })

function select(selection: string, sources = [toySource(['A', 'B, C']), external]) {
  const graph = graphOf({ sources, configuration: emptyConfiguration })
  const pairs = pairsOf(graph, partitionSetsOf(sources, emptyConfiguration))
  return selectPairs(selection, { graph, pairs })
}

function idsOf(selection: string, sources?: Parameters<typeof select>[1]): readonly string[] {
  const selected = select(selection, sources)
  if (!selected.ok) throw new Error(selected.failure.message)
  return [...selected.ids]
}

function failureOf(selection: string, sources?: Parameters<typeof select>[1]) {
  const selected = select(selection, sources)
  return selected.ok ? null : selected.failure
}

describe('selections', () => {
  test('a key is all its partitions', () => {
    expect(idsOf('internal_assign_clusters')).toEqual([
      'internal_assign_clusters[A]',
      'internal_assign_clusters[B, C]',
    ])
  })

  test('key[partition] is one, whatever the name of the partition holds', () => {
    expect(idsOf('internal_assign_clusters[B, C],external_assign_clusters')).toEqual([
      'internal_assign_clusters[B, C]',
      'external_assign_clusters[all]',
    ])
  })

  test('+key takes all upstream of the same partition', () => {
    expect(idsOf('+internal_imputed_features[A]').toSorted()).toEqual([
      'internal_filtered_features[A]',
      'internal_imputed_features[A]',
      'internal_store_metrics[A]',
    ])
  })

  test('key+ takes all downstream', () => {
    expect(idsOf('cluster_reassignment[A]+').toSorted()).toEqual([
      'cluster_labeling_analytics[A]',
      'cluster_profiles[A]',
      'cluster_reassignment[A]',
      'merged_cluster_assignments',
    ])
  })

  test('a group is its assets', () => {
    expect(idsOf('merging')).toContain('merged_cluster_assignments')
    expect(idsOf('merging')).not.toContain('cluster_profiles[A]')
  })

  test('the jobs of both branches and the merge are the whole pipeline, each asset once', () => {
    const jobs = [
      'internal_preprocessing_job',
      'internal_ml_job',
      'external_preprocessing_job',
      'external_ml_job',
      'merging_job',
    ].map((job) => idsOf(job))
    const all = jobs.flat()
    expect(new Set(all).size).toBe(all.length)
    expect(all.toSorted()).toEqual(idsOf('full_pipeline_job').toSorted())
  })

  test('internal_ml_job holds the metrics and the feature metadata of its branch', () => {
    const keys = new Set(idsOf('internal_ml_job').map((id) => id.replace(/\[.*/, '')))
    expect(keys).toContain('internal_cluster_metrics')
    expect(keys).toContain('internal_feature_metadata')
    expect(keys).not.toContain('internal_store_metrics')
    expect(keys.size).toBe(10)
  })

  test('an unknown name is refused with the nearest known one', () => {
    expect(failureOf('internal_asign_clusters')).toMatchObject({
      code: 'unknown_selection',
      hint: 'Did you mean "internal_assign_clusters"?',
    })
    expect(failureOf('full_pipline_job')?.hint).toBe('Did you mean "full_pipeline_job"?')
  })

  test('an unknown partition is refused with the nearest known one', () => {
    expect(failureOf('internal_assign_clusters[a]')?.hint).toBe('Did you mean "A"?')
    expect(failureOf('merged_cluster_assignments[A]')?.code).toBe('unknown_partition')
  })

  test.each(['', ' ', ',', 'key[', '++'])('"%s" is no selection', (text) => {
    expect(failureOf(text)?.code).toBe('bad_selection')
  })
})

describe('names of categories that look like the grammar of selections', () => {
  const oddName = fc.string({
    unit: fc.constantFrom('a', ',', '[', ']', '+', ' ', '\n', '"'),
    maxLength: 6,
  })

  test('every id, alone and among others, selects exactly itself', () => {
    fc.assert(
      fc.property(fc.uniqueArray(oddName, { minLength: 1, maxLength: 5 }), (categories) => {
        const sources = [toySource(categories.toSorted()), external]
        const ids = idsOf('internal_assign_clusters', sources)
        expect(ids).toHaveLength(categories.length)
        for (const id of ids) expect(idsOf(id, sources)).toEqual([id])
        expect(idsOf(ids.join(','), sources)).toEqual(ids)
        for (const category of categories)
          expect(
            idsOf(`internal_ml_job[${category}],cluster_analysis[${category}]`, sources),
          ).toContain(`cluster_profiles[${category}]`)
        expect(idsOf(ids.map((id) => `+${id}+`).join(' , '), sources)).toEqual(
          expect.arrayContaining([...ids, 'merged_cluster_assignments']),
        )
      }),
    )
  })

  test('one that there is not is refused by its whole name', () => {
    expect(failureOf('internal_assign_clusters[B, D]')).toMatchObject({
      code: 'unknown_partition',
      hint: 'Did you mean "B, C"?',
    })
  })
})

describe('what failed in a run', () => {
  const sources = [toySource(['A', 'B], C', 'D'])]

  test('is selected with what was skipped below it, and nothing else', async () => {
    const { run } = toyPlace()
    const first = await run(toyRequest({ sources }), { failing: ['B], C'] })
    const selection = failedSelection(first.record)
    expect(selection).toBe('toy_features[B], C]+')
    const second = await run(toyRequest({ runId: 'run-2', sources, selection: selection ?? '' }))
    expect(second.computed).toEqual(['toy_features[B], C]', 'toy_model[B], C]', 'toy_report'])
    expect(failedSelection(second.record)).toBeNull()
  })
})

describe('missing files', () => {
  test('sales without a product map lack the product map, not store metrics', () => {
    const sales = toySource(['A'], { role: 'sales' })
    const failure = failureOf('full_pipeline_job', [sales, external])
    expect(failure).toMatchObject({ code: 'missing_role', path: 'product_map' })
    expect(failure?.message).toContain('a product map')
  })

  test('store metrics and market data are enough for everything', () => {
    expect(failureOf('full_pipeline_job')).toBeNull()
  })

  test('a whole pipeline without market data says so', () => {
    expect(failureOf('full_pipeline_job', [toySource(['A'])])?.path).toBe('external')
    expect(failureOf('internal_preprocessing_job,internal_ml_job', [toySource(['A'])])).toBeNull()
  })

  test('an asset asked for by name must have its own files', () => {
    expect(failureOf('internal_raw_sales_data')?.path).toBe('sales')
  })

  test('files that only a setting asks for are missed in the name of that setting', () => {
    const missing = (selection: string, settings: Settings, sources = [external]) => {
      const configuration = { ...emptyConfiguration, job_params: settings }
      const graph = graphOf({ sources, configuration })
      const pairs = pairsOf(graph, partitionSetsOf(sources, configuration))
      const selected = selectPairs(selection, { graph, pairs })
      return selected.ok ? null : selected.failure
    }
    const supervised = { feature_selection: 'supervised' }
    const alone = missing('external_ml_job', supervised)
    expect(alone).toMatchObject({ code: 'missing_role', path: 'feature_selection' })
    expect(alone?.message).toContain('feature_selection "supervised" needs a sales file and a')
    expect(alone?.hint).toContain('sales, product_map')
    expect(alone?.hint).toContain('or set feature_selection to none')
    expect(missing('external_assign_clusters', supervised)?.path).toBe('feature_selection')
    expect(missing('external_ml_job', { external_scope: 'per_category' })).toMatchObject({
      path: 'external_scope',
      hint: expect.stringContaining('or set external_scope to global'),
    })
    expect(missing('external_ml_job', {})).toBeNull()
    // The internal clusters themselves are asked for: that is no matter of the setting.
    expect(missing('full_pipeline_job', supervised)?.path).toBe('product_map, sales')
    expect(missing('external_ml_job', supervised, [toySource(['A'])])?.path).toBe('external')
  })

  test('every asset is absent or present, never forgotten', () => {
    const graph = graphOf({ sources: [external], configuration: emptyConfiguration })
    expect(graph.nodes.length + graph.absent.length).toBe(specs.length)
  })
})

import { describe, expect, it } from 'vitest'
import type { AssignedClusters } from '../../assets/cluster-assignment/assign-clusters/spec'
import { emptyConfiguration } from '../../config/configuration'
import type { AssetRecord, RunRecord } from '../contract'
import type { OutputFile } from './output-file'
import { publishedFiles } from './published-files'

function record(key: string, partition: string | null): AssetRecord {
  return {
    key,
    partition,
    codeVersion: '1',
    dataVersion: `${key}-version`,
    status: 'success',
    cached: false,
    ms: 3,
    rows: 2,
    checks: [],
    failure: null,
  }
}

function skipped(key: string, partition: string | null): AssetRecord {
  return { ...record(key, partition), status: 'skipped', dataVersion: null }
}

function failed(key: string, partition: string | null, code: string): AssetRecord {
  const failure = { code, message: '', path: '', hint: '' }
  return { ...record(key, partition), status: 'failure', dataVersion: null, failure }
}

function runOf(assets: readonly AssetRecord[]): RunRecord {
  return {
    id: 'r',
    seq: 1,
    startedAt: '2026-01-01T00:00:00.000Z',
    ms: 10,
    status: 'success',
    selection: 'full_pipeline_job',
    configuration: { ...emptyConfiguration, preset: 'recommended' },
    inputs: [],
    assets,
    errors: [],
    resultHash: 'abc',
  }
}

const assigned: AssignedClusters = {
  storeIds: ['007', '10', '9'],
  clusters: Int32Array.of(1, 2, 1),
  nClusters: 2,
  clusterIds: Int32Array.of(1, 2),
  distance: Float64Array.of(0.5, 1, 2),
  runnerUp: Int32Array.of(2, 1, 2),
  runnerUpDistance: Float64Array.of(1, 2, 4),
  margin: Float64Array.of(0.5, 0.5, 0.5),
  silhouette: Float64Array.of(0.1, Number.NaN, 0.3),
  isOutlier: Uint8Array.of(0, 1, 0),
  isNoise: Uint8Array.of(0, 0, 0),
  noData: Uint8Array.of(0, 0, 1),
  filledCells: Int32Array.of(0, 1, 5),
  overrides: [],
  locked: ['10'],
  separate: [],
  excluded: [{ storeId: '5', asset: 'internal_imputed_features', reason: 'dropped' }],
}

async function filesOf(
  values: readonly (readonly [key: string, partition: string | null, value: unknown])[],
): Promise<ReadonlyMap<string, OutputFile>> {
  const run = runOf(values.map(([key, partition]) => record(key, partition)))
  const files = await publishedFiles(run, async ({ key, partition }) => {
    const found = values.find((value) => value[0] === key && value[1] === partition)
    return found?.[2] ?? null
  })
  return byName(files)
}

function byName(files: readonly OutputFile[]): ReadonlyMap<string, OutputFile> {
  return new Map(files.map((file) => [file.name, file]))
}

function rowsOf(files: ReadonlyMap<string, OutputFile>, name: string) {
  const file = files.get(name)
  if (file?.kind !== 'table') throw new Error(`${name} was not written`)
  return file.rows
}

describe('publishedFiles(run, read)', () => {
  it('writes only what the run has assets for, and run.json always', async () => {
    expect([...(await filesOf([])).keys()]).toEqual(['run.json'])
    const files = await filesOf([['internal_assign_clusters', 'Snacks', assigned]])
    expect([...files.keys()]).toEqual([
      'internal_cluster_assignments.csv',
      'exceptions.csv',
      'run.json',
    ])
  })

  it('sorts assignments by store, then category, across partitions', async () => {
    const files = await filesOf([
      ['internal_assign_clusters', 'Snacks', assigned],
      ['internal_assign_clusters', 'Beer', assigned],
    ])
    const rows = rowsOf(files, 'internal_cluster_assignments.csv')
    expect(rows.map(([store, category]) => `${store} ${category}`)).toEqual([
      '007 Beer',
      '007 Snacks',
      '10 Beer',
      '10 Snacks',
      '9 Beer',
      '9 Snacks',
    ])
    expect(rows[2]).toEqual(['10', 'Beer', 2, 1, 1, 2, 0.5, Number.NaN, true, false, 1])
  })

  it('has no runner-up where there is one cluster', async () => {
    const single = { ...assigned, nClusters: 1, runnerUp: new Int32Array(3) }
    const files = await filesOf([['external_assign_clusters', 'all', single]])
    expect(rowsOf(files, 'external_cluster_assignments.csv')[0]?.[4]).toBeNull()
  })

  it('lists every exception once, with the asset and the reason', async () => {
    const table = { excluded: [{ storeId: '3', asset: 'internal_store_metrics', reason: 'x' }] }
    const files = await filesOf([
      ['internal_store_metrics', 'all', table],
      ['internal_filtered_features', 'all', table],
      ['internal_assign_clusters', 'all', assigned],
      ['merged_clusters', 'all', { onlyInternal: ['10'], onlyExternal: ['99'] }],
    ])
    expect(rowsOf(files, 'exceptions.csv')).toEqual([
      ['10', 'all', 'internal', 'internal_assign_clusters', 'locked'],
      ['10', 'all', 'internal', 'internal_outlier_removed_features', 'outlier'],
      ['10', 'all', 'internal', 'merged_clusters', 'internal_only'],
      ['3', 'all', 'internal', 'internal_store_metrics', 'x'],
      ['5', 'all', 'internal', 'internal_imputed_features', 'dropped'],
      ['9', 'all', 'internal', 'internal_imputed_features', 'no_data'],
      ['99', 'all', 'external', 'merged_clusters', 'external_only'],
    ])
  })

  it('writes the merged file in the columns that are handed over', async () => {
    const merged = {
      storeIds: ['007'],
      categories: ['Beer'],
      internal: Int32Array.of(1),
      external: Int32Array.of(3),
      merged: ['1_3'],
      rebalanced: ['1_2'],
      movedFrom: ['1_3'],
      distance: Float64Array.of(0.25),
      runnerUp: [''],
      runnerUpDistance: Float64Array.of(Number.NaN),
      internalOutlier: Uint8Array.of(0),
      externalOutlier: Uint8Array.of(1),
      separate: [],
      perCategory: [],
    }
    const files = await filesOf([['merged_cluster_assignments', null, merged]])
    const file = files.get('merged_cluster_assignments.csv')
    expect(file?.kind === 'table' ? file.columns.join() : '').toBe(
      'store_nbr,category,internal_cluster,external_cluster,merged_cluster,rebalanced_cluster,' +
        'moved_from,distance,runner_up,runner_up_distance,internal_outlier,external_outlier',
    )
    expect(rowsOf(files, 'merged_cluster_assignments.csv')).toEqual([
      ['007', 'Beer', 1, 3, '1_3', '1_2', '1_3', 0.25, '', Number.NaN, false, true],
    ])
  })

  it('writes moves, counts and profiles row by row', async () => {
    const move = {
      storeId: '007',
      from: '1_3',
      to: '1_2',
      dFrom: 1,
      dTo: 2,
      runnerUp: '2_2',
      runnerUpDistance: 3,
    }
    const candidate = {
      k: 2,
      inertia: 5,
      silhouette: 0.5,
      calinskiHarabasz: 9,
      daviesBouldin: null,
      smallest: 3,
      combined: null,
      inRule: true,
    }
    const cell = { mean: 2, median: 1, sd: 0.5, index: null, z: 1.5 }
    const feature = { name: 'area', chainMean: 0, chainSd: 1, etaSquared: 0.4, cells: [cell] }
    const branch = {
      branch: 'merged',
      clusters: [{ cluster: '1_2', size: 8 }],
      features: [feature],
    }
    const files = await filesOf([
      ['cluster_reassignment', 'Beer', { moves: [move, { ...move, storeId: '003' }] }],
      ['external_optimal_cluster_counts', 'all', { candidates: [candidate], k: 2 }],
      ['cluster_profiles', 'Beer', { branches: [branch] }],
    ])
    expect(rowsOf(files, 'moves.csv')).toEqual([
      ['003', 'Beer', '1_3', '1_2', 1, 2, '2_2'],
      ['007', 'Beer', '1_3', '1_2', 1, 2, '2_2'],
    ])
    expect(rowsOf(files, 'cluster_counts.csv')).toEqual([
      ['external', 'all', 2, 5, 0.5, 9, null, 3, null, true],
    ])
    expect(rowsOf(files, 'cluster_profiles.csv')).toEqual([
      ['merged', 'Beer', '1_2', 8, 'area', 2, 1, 0.5, null, 1.5, 0.4],
    ])
  })

  it('writes external profiles of the chain once, those per category in each', async () => {
    const cell = { mean: 2, median: 1, sd: 0.5, index: 100, z: 0 }
    const feature = { name: 'area', chainMean: 2, chainSd: 1, etaSquared: 0.4, cells: [cell] }
    const clusters = [{ cluster: '1', size: 8 }]
    const branches = [{ branch: 'external', clusters, features: [feature] }]
    const categoriesOf = async (partition: string) => {
      const files = await filesOf([
        ['external_assign_clusters', partition, assigned],
        ['cluster_profiles', 'Beer', { branches }],
        ['cluster_profiles', 'Wine', { branches }],
      ])
      return rowsOf(files, 'cluster_profiles.csv').map(([, category]) => category)
    }
    expect(await categoriesOf('all')).toEqual(['all'])
    expect(await categoriesOf('Beer')).toEqual(['Beer', 'Wine'])
  })

  it('lists every store of a category that could not be clustered, with what stopped it', async () => {
    const check = {
      name: 'features_left',
      description: '',
      severity: 'error',
      metadata: {},
    } as const
    const run = runOf([
      record('internal_sales_by_category', 'Beer'),
      {
        ...record('internal_filtered_features', 'Beer'),
        checks: [{ ...check, blocking: true, passed: false }],
      },
      skipped('internal_assign_clusters', 'Beer'),
    ])
    const table = { storeIds: ['007', '10'], excluded: [] }
    const files = await publishedFiles(run, async () => table)
    expect(rowsOf(byName(files), 'exceptions.csv')).toEqual([
      ['007', 'Beer', 'internal', 'internal_filtered_features', 'not clustered: features_left'],
      ['10', 'Beer', 'internal', 'internal_filtered_features', 'not clustered: features_left'],
    ])
  })

  it('lists the stores of market data that could not be prepared, which has no category', async () => {
    const run = runOf([
      record('external_features_data', null),
      failed('preprocessed_external_data', null, 'unknown_column'),
      skipped('external_assign_clusters', 'all'),
    ])
    const files = await publishedFiles(run, async () => ({ storeIds: ['7'], excluded: [] }))
    expect(rowsOf(byName(files), 'exceptions.csv')).toEqual([
      ['7', 'all', 'external', 'preprocessed_external_data', 'not clustered: unknown_column'],
    ])
  })

  it('lists the stores of a category that could not be made from the sales', async () => {
    const run = runOf([
      record('internal_raw_sales_data', null),
      failed('internal_sales_by_category', 'Beer', 'empty_category'),
      failed('internal_product_category_mapping', null, 'column_type'),
      skipped('internal_sales_by_category', 'Wine'),
      skipped('internal_assign_clusters', 'Beer'),
      skipped('internal_assign_clusters', 'Wine'),
    ])
    const lost = { storeId: '3', reason: 'every sale is below min_value 5' }
    const sales = {
      storeIds: ['7', '9'],
      categories: [{ name: 'Wine', stores: Int32Array.of(0, 1) }],
      excluded: [
        { ...lost, category: 'Beer' },
        { ...lost, category: 'Tea' },
      ],
    }
    const files = await publishedFiles(run, async () => sales)
    const stop = 'internal_product_category_mapping'
    expect(rowsOf(byName(files), 'exceptions.csv')).toEqual([
      ['3', 'Beer', 'internal', 'internal_raw_sales_data', 'every sale is below min_value 5'],
      ['7', 'Wine', 'internal', stop, 'not clustered: column_type'],
      ['9', 'Wine', 'internal', stop, 'not clustered: column_type'],
    ])
  })

  it('leaves out what failed', async () => {
    const run = runOf([{ ...record('internal_assign_clusters', 'Beer'), status: 'failure' }])
    const files = await publishedFiles(run, async () => assigned)
    expect(files.map(({ name }) => name)).toEqual(['run.json'])
  })

  it('tells in run.json what was run on what', async () => {
    const files = await publishedFiles(
      { ...runOf([record('x', null)]), environment: 'prod' },
      async () => null,
    )
    const [file] = files
    expect(JSON.parse(file?.kind === 'text' ? file.text : '')).toMatchObject({
      status: 'success',
      environment: 'prod',
      configuration: { version: 1, preset: 'recommended' },
      assets: [{ key: 'x', code_version: '1', data_version: 'x-version', cached: false, rows: 2 }],
      result_hash: 'abc',
    })
  })
})

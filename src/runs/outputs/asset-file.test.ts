import { describe, expect, it } from 'vitest'
import { assetFile } from './asset-file'

function tableOf(key: string, value: unknown) {
  const file = assetFile({ key, partition: 'Beer' }, value)
  return file.kind === 'table' ? { columns: file.columns, rows: file.rows } : file.name
}

const storeIds = ['007', '10']

describe('assetFile(ref, value)', () => {
  it('writes a table with its stores first, text and missing cells as they are', () => {
    const columns = [
      { type: 'number', name: 'area', values: Float64Array.of(1.5, Number.NaN) },
      { type: 'text', name: 'kind', codes: Int32Array.of(-1, 0), levels: ['mall'] },
    ]
    expect(tableOf('internal_filtered_features', { storeIds, columns })).toEqual({
      columns: ['store_nbr', 'area', 'kind'],
      rows: [
        ['007', 1.5, null],
        ['10', null, 'mall'],
      ],
    })
  })

  it('writes sales by category as one column per need state, without the total', () => {
    const columns = [
      { type: 'number', name: '% Sales SWEET', values: Float64Array.of(100, 100) },
      { type: 'number', name: 'total_sales', values: Float64Array.of(5, 7) },
    ]
    const value = { storeIds, columns, labels: ['total_sales'], excluded: [] }
    expect(tableOf('internal_sales_by_category', value)).toEqual({
      columns: ['store_nbr', '% Sales SWEET'],
      rows: [
        ['007', 100],
        ['10', 100],
      ],
    })
  })

  it('writes a matrix by its features or components', () => {
    const X = Float64Array.of(1, 2, 3, 4)
    expect(tableOf('external_normalized_data', { storeIds, featureNames: ['a', 'b'], X })).toEqual({
      columns: ['store_nbr', 'a', 'b'],
      rows: [
        ['007', 1, 2],
        ['10', 3, 4],
      ],
    })
    const reduced = { storeIds, componentNames: ['PC1', 'PC2'], X }
    expect(tableOf('internal_dimensionality_reduced_features', reduced)).toMatchObject({
      columns: ['store_nbr', 'PC1', 'PC2'],
    })
  })

  it('writes outliers with flag and score', () => {
    const value = {
      storeIds,
      featureNames: ['a'],
      X: Float64Array.of(1, 2),
      isOutlier: Uint8Array.of(0, 1),
      score: Float64Array.of(-0.4, -0.7),
    }
    expect(tableOf('internal_outlier_removed_features', value)).toEqual({
      columns: ['store_nbr', 'a', 'is_outlier', 'score'],
      rows: [
        ['007', 1, false, -0.4],
        ['10', 2, true, -0.7],
      ],
    })
  })

  it('writes sales in the units of the file, what is unmatched without a need state', () => {
    const value = {
      storeIds,
      needStates: ['A', 'B', 'C'],
      categories: [
        {
          name: 'Beer',
          stores: Int32Array.of(0, 1),
          groups: Int32Array.of(0, 2),
          units: Float64Array.of(300, 0, 0, 5),
          unmatched: Float64Array.of(0, 7),
        },
        {
          name: 'Wine',
          stores: Int32Array.of(1),
          groups: Int32Array.of(),
          units: Float64Array.of(),
          unmatched: Float64Array.of(5),
        },
      ],
      decimals: 2,
      multiple: 2,
    }
    expect(tableOf('internal_raw_sales_data', value)).toMatchObject({
      columns: ['store_nbr', 'category', 'need_state', 'value'],
      rows: [
        ['007', 'Beer', 'A', 1.5],
        ['10', 'Beer', 'C', 0.025],
        ['10', 'Beer', null, 0.07],
        ['10', 'Wine', null, 0.05],
      ],
    })
  })

  it('writes crossed and moved stores', () => {
    const crossed = {
      storeIds,
      separate: [],
      internal: Int32Array.of(1, 2),
      external: Int32Array.of(3, 3),
      merged: ['1_3', '2_3'],
    }
    expect(tableOf('merged_clusters', crossed)).toMatchObject({
      rows: [
        ['007', 1, 3, '1_3'],
        ['10', 2, 3, '2_3'],
      ],
    })
    const moved = {
      storeIds: ['007'],
      rebalanced: ['1_3'],
      movedFrom: [''],
      distance: Float64Array.of(1),
      runnerUp: ['2_3'],
      runnerUpDistance: Float64Array.of(2),
    }
    expect(tableOf('cluster_reassignment', moved)).toMatchObject({
      rows: [['007', '1_3', null, 1, '2_3', 2]],
    })
  })

  it('writes a model or report as JSON, typed arrays as lists and NaN as null', () => {
    const model = { algorithm: 'kmeans', clusterCenters: Float64Array.of(1, Number.NaN) }
    const file = assetFile({ key: 'internal_train_clustering_models', partition: 'Beer' }, model)
    expect(file.name).toBe('internal_train_clustering_models[Beer].json')
    expect(JSON.parse(file.kind === 'text' ? file.text : '')).toEqual({
      algorithm: 'kmeans',
      clusterCenters: [1, null],
    })
  })

  it('encodes the category in the name of the file', () => {
    const named = (partition: string | null) => assetFile({ key: 'model', partition }, {}).name
    expect(named('COCKTAILS/RTD')).toBe('model[COCKTAILS%2FRTD].json')
    expect(named(null)).toBe('model.json')
  })

  it('writes everything of a table too when JSON is asked for', () => {
    const value = { storeIds, featureNames: [], X: new Float64Array(), weights: Float64Array.of(1) }
    const file = assetFile({ key: 'internal_normalized_data', partition: null }, value, 'json')
    expect(JSON.parse(file.kind === 'text' ? file.text : '')).toMatchObject({ weights: [1] })
  })
})

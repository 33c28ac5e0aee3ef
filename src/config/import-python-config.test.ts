import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { findContradictions } from './contradictions'
import { importPythonConfiguration, isPythonConfiguration } from './import-python-config'
import { readConfiguration, writeConfiguration } from './yaml'

const development = `alerts: { enabled: true }
paths: { base: data }
job_params:
  ignore_features: ["STORE_NBR"]
  output_path: "out"
  norm_method: "Standard"
  outlier_threshold: 0.05
  metrics: ["silhouette", "davies_bouldin_score"]
  session_id: 42
  feature_weights: { income: 30 }
  n_jobs: 4
readers:
  ns_map: { kind: CSVReader, config: { path: a/map.csv, encoding: utf8, null_values: ["", NA], comment_char: null } }
  ns_sales: { kind: CSVReader, config: { path: a/sales.csv, delimiter: "," } }
  parts: { kind: CSVReader, config: { path: a/parts.csv } }
  external_traffic: { kind: CSVReader, config: { path: b/traffic.csv } }
  external_more: { kind: SnowflakeReader, config: { query: "SELECT 1" } }
writers:
  out: { kind: BlobWriter, config: {} }
`

const production = `azure_storage: { account_key: "\${KEY}" }
io_manager: {}
job_params:
  session_id: 1
  kmeans: { n_clusters: 7, random_state: 42, n_init: 20, max_iter: 500, init: k-means++ }
  preprocessing:
    feature_selection: { min_variance: 0.01, max_correlation: 0.95 }
    outlier_detection: { method: "IQR", threshold: 1.5 }
  evaluation: { metrics: ["silhouette_score", "calinski_harabasz_score"] }
other: { a: [1, { b: 2 }] }
`

function imported(text: string) {
  const read = importPythonConfiguration(text)
  if (!read.ok) throw new Error(JSON.stringify(read.faults))
  return read.value
}

function outcomes(text: string) {
  return Object.fromEntries(imported(text).report.map(({ path, outcome }) => [path, outcome]))
}

/** Paths of all that is no map, or an empty one. */
function leafPaths(value: unknown, path: string): readonly string[] {
  const isBranch =
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.keys(value).length > 0
  if (!isBranch) return [path]
  return Object.entries(value).flatMap(([key, under]) =>
    leafPaths(under, path === '' ? key : `${path}.${key}`),
  )
}

describe('importPythonConfiguration(text)', () => {
  it('takes what has our name, translates the rest and leaves out what has no use here', () => {
    const { configuration } = imported(development)
    expect(configuration.preset).toBe('python-package')
    expect(configuration.job_params).toEqual({
      ignore_features: ['STORE_NBR'],
      norm_method: 'zscore',
      outlier_threshold: 0.05,
      metrics: ['silhouette', 'davies_bouldin'],
      session_id: 42,
      feature_weights: { income: 30 },
    })
    expect(outcomes(development)).toMatchObject({
      'alerts.enabled': 'not_used',
      'job_params.ignore_features': 'taken',
      'job_params.output_path': 'not_used',
      'job_params.norm_method': 'translated',
      'job_params.feature_weights.income': 'taken',
      'job_params.n_jobs': 'unknown',
      'writers.out.config': 'not_used',
    })
  })

  it('reads CSV files whose role their name tells, and lists the other readers', () => {
    expect(imported(development).configuration.readers).toEqual([
      {
        name: 'ns_map',
        role: 'product_map',
        path: 'a/map.csv',
        options: { encoding: 'utf-8', null_tokens: ['', 'NA'] },
        columns: {},
      },
      {
        name: 'ns_sales',
        role: 'sales',
        path: 'a/sales.csv',
        options: { delimiter: ',' },
        columns: {},
      },
      {
        name: 'external_traffic',
        role: 'external',
        path: 'b/traffic.csv',
        options: {},
        columns: {},
      },
    ])
    expect(outcomes(development)).toMatchObject({
      'readers.parts.config.path': 'not_used',
      'readers.external_more.config.query': 'not_used',
      'readers.ns_map.kind': 'translated',
      'readers.ns_map.config.comment_char': 'not_used',
    })
  })

  it('fixes the count of clusters; a key of our name wins over one that means the same', () => {
    const { configuration, report } = imported(production)
    expect(configuration.job_params).toEqual({
      session_id: 1,
      k_rule: 'fixed',
      n_clusters: 7,
      n_init: 20,
      max_iter: 500,
      min_variance: 0.01,
      max_correlation: 0.95,
      outlier_detection: true,
      outliers_method: 'iqr',
      outlier_threshold: 1.5,
      metrics: ['silhouette', 'calinski_harabasz'],
    })
    expect(report.find(({ path }) => path === 'job_params.kmeans.random_state')).toMatchObject({
      outcome: 'not_used',
      note: 'session_id is 1 already.',
    })
    expect(report.find(({ path }) => path === 'job_params.kmeans.n_clusters')?.to).toEqual([
      'job_params.k_rule',
      'job_params.n_clusters',
    ])
    expect(outcomes(production)['other.a']).toBe('unknown')
  })

  it('says why a value is not taken, and never fails on it', () => {
    const { report, configuration } = imported('job_params: { kmeans: { n_clusters: "${K}" } }')
    expect(configuration.job_params).toEqual({})
    expect(report[0]).toMatchObject({
      outcome: 'unknown',
      note: 'n_clusters is "${K}"; here it is a whole number from 1 to 100, or null.',
    })
  })

  it.each([
    ['development', development],
    ['production', production],
    ...['dev', 'prod'].flatMap((name) => {
      const text = sharedFile(name)
      return text === null ? [] : [[`${name}.yml of the Python system`, text]]
    }),
  ])('accounts for each key of %s exactly once, and makes a configuration of ours', (_, text) => {
    expect(isPythonConfiguration(parse(text))).toBe(true)
    const { report, configuration } = imported(text)
    expect(report.map(({ path }) => path)).toEqual(leafPaths(parse(text), ''))
    const again = readConfiguration(writeConfiguration(configuration))
    expect(again).toEqual({ ok: true, value: configuration })
    expect(findContradictions(configuration, new Set())).toEqual([])
  })
})

describe('isPythonConfiguration(document)', () => {
  it('is no to ours, with or without a version', () => {
    const ours = [
      'version: 1\nreaders: { a: { kind: CSVReader, config: {} } }',
      'job_params: { n_init: 3 }',
      'readers: { a: { kind: CSVReader, role: sales, config: { path: a.csv } } }',
      'job_parms: {}',
      '',
      '[1]',
    ]
    expect(ours.filter((text) => isPythonConfiguration(parse(text)))).toEqual([])
  })
})

/** The real shapes lie outside of the project; where they are absent the made-up ones stand in. */
function sharedFile(name: string): string | null {
  try {
    return readFileSync(
      new URL(`../../../shared/data/python_config/${name}.yml`, import.meta.url),
      'utf8',
    )
  } catch {
    return null
  }
}

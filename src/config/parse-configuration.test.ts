import { describe, expect, it } from 'vitest'
import { emptyConfiguration } from './configuration'
import { parseConfiguration } from './parse-configuration'

function faultsOf(document: unknown) {
  const parsed = parseConfiguration(document)
  return parsed.ok ? [] : parsed.faults.map(({ code, path, hint }) => ({ code, path, hint }))
}

describe('parseConfiguration(document)', () => {
  it('reads nothing as the defaults', () => {
    expect(parseConfiguration(null)).toEqual({ ok: true, value: emptyConfiguration })
    expect(parseConfiguration({ version: 1, internal: null })).toEqual({
      ok: true,
      value: emptyConfiguration,
    })
  })

  it('names the nearest known key of an unknown one, with its path', () => {
    expect(faultsOf({ external: { max_cluster: 12 }, job_parms: {} })).toEqual([
      { code: 'unknown_key', path: 'job_parms', hint: 'Did you mean "job_params"?' },
      { code: 'unknown_key', path: 'external.max_cluster', hint: 'Did you mean "max_clusters"?' },
    ])
  })

  it('says what a parameter expects when the type or the value is wrong', () => {
    expect(faultsOf({ job_params: { n_init: '10' }, internal: { max_clusters: 0 } })).toEqual([
      {
        code: 'invalid_value',
        path: 'job_params.n_init',
        hint: 'Write a whole number from 1 to 1000.',
      },
      {
        code: 'invalid_value',
        path: 'internal.max_clusters',
        hint: 'Write a whole number from 1 to 100.',
      },
    ])
  })

  it('allows null only where a limit can be switched off', () => {
    expect(faultsOf({ job_params: { max_correlation: null } })).toEqual([])
    expect(faultsOf({ job_params: { max_clusters: null } })).toHaveLength(1)
  })

  it('refuses a parameter in a section that does not read it', () => {
    expect(faultsOf({ merging: { max_clusters: 5 } })).toEqual([
      {
        code: 'wrong_section',
        path: 'merging.max_clusters',
        hint: 'Write it under job_params, internal, external.',
      },
    ])
  })

  it('reads files with role, read options and columns', () => {
    const reader = {
      kind: 'CSVReader',
      role: 'sales',
      config: { path: 'data/ns_sales.csv', delimiter: ';' },
      columns: { store: 'STORE_NBR' },
    }
    const parsed = parseConfiguration({ readers: { ns_sales: reader } })
    expect(parsed.ok && parsed.value.readers).toEqual([
      {
        name: 'ns_sales',
        role: 'sales',
        path: 'data/ns_sales.csv',
        options: { delimiter: ';' },
        columns: { store: 'STORE_NBR' },
      },
    ])
  })

  it('says what a reader lacks or misspells', () => {
    const readers = { a: { role: 'sale', config: { delimiter: '' } }, b: 7 }
    expect(faultsOf({ readers }).map(({ path }) => path)).toEqual([
      'readers.a.role',
      'readers.a.config.delimiter',
      'readers.a.config.path',
      'readers.b',
    ])
  })

  it('checks every read option', () => {
    const read = (config: object) =>
      faultsOf({ readers: { a: { role: 'external', config: { path: 'a.csv', ...config } } } })
    const good = { encoding: 'utf-8', quote: "'", escape: '\\', skip_lines: 2, has_header: false }
    expect(read({ ...good, null_tokens: ['NA'] })).toEqual([])
    expect(read({ skip_lines: -1, has_header: 'no', null_tokens: 'NA', encoding: 8 })).toHaveLength(
      4,
    )
    expect(read({ delimeter: ',' })[0]?.hint).toBe('Did you mean "delimiter"?')
  })

  it.each(['CSVReader', 'ExcelReader', 'ParquetReader', 'JSONReader'])('takes a %s', (kind) => {
    const config = { path: 'a.xlsx', sheet: 'Sales', header_rows: 2, end_line: null }
    expect(faultsOf({ readers: { a: { kind, role: 'sales', config } } })).toEqual([])
    const wrong = { path: 'a.xlsx', sheet: 7, header_rows: 0, end_line: 'x' }
    expect(faultsOf({ readers: { a: { kind, role: 'sales', config: wrong } } })).toHaveLength(3)
  })

  it('refuses a kind of reader and a column that it cannot use', () => {
    const reader = {
      kind: 'SnowflakeReader',
      role: 'external',
      config: { path: '' },
      columns: { store: 7 },
    }
    expect(faultsOf({ readers: { a: reader } }).map(({ path }) => path)).toEqual([
      'readers.a.kind',
      'readers.a.config.path',
      'readers.a.columns.store',
    ])
  })

  it('refuses a preset that does not exist, also in an environment', () => {
    const document = { preset: 'best', environments: { prod: { preset: 7, readers: { a: {} } } } }
    expect(faultsOf(document).map(({ path }) => path)).toEqual([
      'preset',
      'environments.prod.preset',
    ])
  })

  it('checks every environment before it is chosen', () => {
    expect(faultsOf({ environments: { prod: { job_params: { n_inits: 20 } } } })).toEqual([
      {
        code: 'unknown_key',
        path: 'environments.prod.job_params.n_inits',
        hint: 'Did you mean "n_init"?',
      },
    ])
  })

  it('refuses what is no map, and another version', () => {
    expect(faultsOf('hello')[0]?.code).toBe('invalid_value')
    expect(faultsOf([1])).toHaveLength(1)
    expect(faultsOf({ version: 2 })[0]?.path).toBe('version')
  })
})

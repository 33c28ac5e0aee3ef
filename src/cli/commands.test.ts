import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { speak, words, writeChain } from './testing/fixture-chain'

let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'store-clustering-'))
  await writeChain(folder)
  const run = ['run', 'full_pipeline_job', '--config', 'config.yaml', '--workers', '1']
  const { code, log } = await speak(folder, [...run, '--out', 'out'])
  if (code !== 0) throw new Error(log)
})

afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
})

describe('read FILE', () => {
  const dirty = 'Shop;Area;Kind\r\n00123;1.234,5;"a;b"\r\n1E5;NA;\r\n'

  it('prints how the file was understood and every cell for --json', async () => {
    await writeFile(join(folder, 'dirty.csv'), dirty)
    const { code, out } = await speak(folder, ['read', 'dirty.csv', '--json'])
    expect(code).toBe(0)
    const answer = JSON.parse(out)
    const keys = 'encoding,delimiter,quote,header,types,flags,rejected,rows'
    expect(Object.keys(answer).join()).toBe(keys)
    expect(answer).toMatchObject({
      encoding: 'utf-8',
      delimiter: ';',
      quote: '"',
      header: ['Shop', 'Area', 'Kind'],
      types: ['text', 'number', 'text'],
      rejected: [],
      rows: [
        ['00123', 1234.5, 'a;b'],
        ['1E5', null, null],
      ],
    })
  })

  it('prints cells before typing for --text', async () => {
    const { out } = await speak(folder, ['read', 'dirty.csv', '--text', '--format', 'csv'])
    const { code, log } = await speak(folder, ['read', 'dirty.csv', '--format', 'csv'])
    expect([code, log]).toEqual([2, expect.stringContaining('Add --text')])
    expect(out).toBe('Shop,Area,Kind\r\n00123,"1.234,5",a;b\r\n1E5,NA,\r\n')
  })

  it('prints those cells as JSON where --json asks for it', async () => {
    const { out } = await speak(folder, ['read', 'dirty.csv', '--text', '--json'])
    expect(JSON.parse(out)[1]).toEqual(['00123', '1.234,5', 'a;b'])
  })

  it('F-44 tells no id among numbers as a cell that was rejected', async () => {
    const rows = Array.from({ length: 20 }, (_, i) => `${i},${i}`)
    const lines = ['STORE_NBR,sales', ...rows, 'A12,x']
    await writeFile(join(folder, 'ids.csv'), lines.join('\n'))
    const { out, log } = await speak(folder, ['read', 'ids.csv', '--json'])
    const answer = JSON.parse(out)
    expect(answer.rows.at(-1)).toEqual(['A12', null])
    expect(answer.rejected).toEqual([
      { column: 'sales', count: 1, first: [{ line: 22, text: 'x' }] },
    ])
    expect(log).not.toContain('"STORE_NBR"')
  })

  it('takes read options from --set', async () => {
    const set = ['--set', 'delimiter=","', '--set', 'has_header=false']
    const { out } = await speak(folder, ['read', 'dirty.csv', '--json', ...set])
    expect(JSON.parse(out)).toMatchObject({ delimiter: ',', header: ['column 1'] })
  })

  it('F-20 F-22 F-25 takes number format, null tokens and types from --set', async () => {
    await writeFile(join(folder, 'values.csv'), 'id;x;zip\n1;1,234;7\n2;-99;8\n3;5,678;9\n')
    const set = ['decimal=.', 'null_tokens=["-99"]', 'types={zip: text}']
    const read = ['read', 'values.csv', '--json']
    const { out } = await speak(folder, [...read, ...set.flatMap((one) => ['--set', one])])
    expect(JSON.parse(out).rows).toEqual([
      ['1', 1234, '7'],
      ['2', null, '8'],
      ['3', 5678, '9'],
    ])
    const formats = ['--set', 'number_formats={x: {decimal: ",", group: ""}}']
    const fixed = await speak(folder, ['read', 'values.csv', '--json', ...formats])
    expect(JSON.parse(fixed.out).rows[0]).toEqual(['1', 1.234, 7])
    const both = ['--set', 'decimal=","', '--set', 'group=","']
    const contrary = await speak(folder, ['read', 'values.csv', ...both])
    expect(contrary.code).toBe(2)
    expect(contrary.log).toContain('"," cannot be the decimal sign and the group sign')
    const wrong = await speak(folder, ['read', 'values.csv', '--set', 'decimal=x'])
    expect(wrong).toMatchObject({ code: 2 })
    expect(wrong.log).toContain('the decimal sign: "." or ","')
  })

  it('names near-duplicate columns and shares of a whole', async () => {
    const lines = Array.from({ length: 20 }, (_, i) => `S${i},${i / 20},${1 - i / 20}`)
    await writeFile(join(folder, 'shares.csv'), `store,a,b\n${lines.join('\n')}\n`)
    const { out } = await speak(folder, ['read', 'shares.csv', '--json'])
    const { flags } = JSON.parse(out)
    expect(flags[0]).toMatchObject({ compositional: false, near_duplicate_of: null })
    expect(flags[2]).toMatchObject({ compositional: true, near_duplicate_of: { column: 'a' } })
  })

  it('tells a person what the file is', async () => {
    const { out } = await speak(folder, ['read', 'sales.csv'])
    expect(out).toMatch(/^sales\.csv: 600 rows, 4 columns\n/)
    expect(out).toMatch(/\nrole sales: /)
  })

  it('exits 2 on an unknown option, an unknown file and a file of another format', async () => {
    await writeFile(join(folder, 'picture.csv'), Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0))
    for (const args of [['dirty.csv', '--set', 'delimeter=x'], ['none.csv'], ['picture.csv'], []]) {
      const { code, log } = await speak(folder, ['read', ...args])
      expect(code).toBe(2)
      expect(log).toMatch(/^error /)
    }
    const { code, out } = await speak(folder, ['read', 'none.csv', '--text'])
    expect({ code, out }).toEqual({ code: 2, out: '' })
  })
})

describe('validate --config FILE', () => {
  it('refuses to call nothing valid', async () => {
    const { code, out } = await speak(folder, ['validate'])
    expect(code).toBe(2)
    expect(out).toContain('There is no configuration and no file to check')
    expect(out).toContain('--config')
    expect(await speak(folder, ['validate', '--set', 'n_init=3'])).toMatchObject({ code: 0 })
  })

  it('says valid, or every fault and exit code 2', async () => {
    const good = await speak(folder, ['validate', '--config', 'config.yaml'])
    expect(good).toMatchObject({ code: 0, out: 'valid\n' })
    const set = ['--set', 'categories=[Beer]']
    const bad = await speak(folder, ['validate', '--config', 'config.yaml', ...set])
    expect(bad.code).toBe(2)
    expect(bad.out).toMatch(/^error unknown_category .*\n$/)
    const json = await speak(folder, ['validate', '--config', 'none.yaml', '--json'])
    expect(json.code).toBe(2)
    expect(JSON.parse(json.out)).toMatchObject({
      status: 'failure',
      errors: [{ code: 'unreadable_file' }],
    })
  })

  it('reads the files: a store twice, or no store column, is a fault', async () => {
    await writeFile(join(folder, 'twice.csv'), 'store,area\n1,5\n1,6\n2,7\n')
    await writeFile(join(folder, 'storeless.csv'), 'area,size\n1.5,5\n1.5,6\n2.5,7\n')
    const twice = await speak(folder, ['validate', '--external', 'twice.csv'])
    expect(twice).toMatchObject({ code: 2 })
    expect(twice.out).toMatch(/^error duplicate_stores .*\n$/)
    const storeless = await speak(folder, ['validate', '--external', 'storeless.csv'])
    expect(storeless.out).toMatch(/^error missing_column .*columns\.store.*\n$/)
  })

  it('says file, line and column of what is wrong', async () => {
    await writeFile(join(folder, 'wrong.yaml'), 'version: 1\nexternal:\n  max_cluster: 3\n')
    const { code, out } = await speak(folder, ['validate', '--config', 'wrong.yaml'])
    expect(code).toBe(2)
    expect(out).toMatch(/^error unknown_key at .*wrong\.yaml:3:3 external\.max_cluster: /)
    const json = await speak(folder, ['validate', '--config', 'wrong.yaml', '--json'])
    expect(JSON.parse(json.out).errors[0]).toMatchObject({ line: 3, column: 3 })
  })

  it('takes a configuration of the Python system and tells what became of each key', async () => {
    const python = [
      'logger: { level: INFO }',
      'job_params: { norm_method: robust, kmeans: { n_clusters: 3 } }',
      'readers: { ns_sales: { kind: CSVReader, config: { path: sales.csv } } }',
    ]
    await writeFile(join(folder, 'python.yml'), python.join('\n'))
    const map = ['--product-map', 'map.csv']
    const { code, out, log } = await speak(folder, ['validate', '--config', 'python.yml', ...map])
    expect({ code, out }).toEqual({ code: 0, out: 'valid\n' })
    expect(log).toContain('not used here logger.level: ')
    expect(log).toContain('\ntaken job_params.norm_method\n')
    expect(log).toMatch(/\ntranslated job_params\.kmeans\.n_clusters -> job_params\.k_rule, /)
    const json = await speak(folder, ['validate', '--config', 'python.yml', ...map, '--json'])
    expect(JSON.parse(json.out).imported).toHaveLength(5)
    await writeFile(join(folder, 'lost.yml'), python.join('\n').replace('sales.csv', 'lost.csv'))
    const lost = await speak(folder, ['validate', '--config', 'lost.yml', ...map, '--json'])
    expect(JSON.parse(lost.out)).toMatchObject({
      errors: [{ code: 'unreadable_file', path: expect.stringMatching(/lost\.csv$/) }],
    })
    expect(JSON.parse(lost.out).imported).toHaveLength(5)
  })

  it('needs no file to check settings alone, and misses the product map of sales', async () => {
    await writeFile(join(folder, 'settings.yaml'), 'job_params: { n_init: 3 }\n')
    expect(await speak(folder, ['validate', '--config', 'settings.yaml'])).toMatchObject({
      code: 0,
    })
    const { code, out } = await speak(folder, ['validate', '--sales', 'sales.csv'])
    expect(code).toBe(2)
    expect(out).toContain('missing_role')
  })
})

describe('export --out DIR', () => {
  it('writes the files of the last run again, byte for byte', async () => {
    const path = join(folder, 'out', 'merged_cluster_assignments.csv')
    const before = await readFile(path, 'utf8')
    await rm(path)
    const { code, out } = await speak(folder, ['export', '--out', 'out', '--format', 'csv'])
    expect(code).toBe(0)
    expect(out).toContain('merged_cluster_assignments.csv\n')
    expect(await readFile(path, 'utf8')).toBe(before)
  })

  it('writes tables as JSON objects when asked', async () => {
    const { out } = await speak(folder, ['export', '--out', 'out', '--format', 'json', '--json'])
    expect(JSON.parse(out).files).toContain('merged_cluster_assignments.json')
    const text = await readFile(join(folder, 'out', 'merged_cluster_assignments.json'), 'utf8')
    expect(JSON.parse(text)[0]).toMatchObject({ store_nbr: '00002', internal_outlier: false })
  })

  it('prints a matrix as CSV with store_nbr first, and a model as JSON', async () => {
    const asset = (name: string) => ['export', '--out', 'out', '--asset', name]
    const matrix = await speak(folder, asset('internal_normalized_data[Beer & Co]'))
    expect(matrix.out).toMatch(/^store_nbr,% Sales BREW,/)
    expect(matrix.out.trimEnd().split('\r\n')).toHaveLength(61)
    const model = await speak(folder, asset('external_train_clustering_models'))
    expect(JSON.parse(model.out)).toMatchObject({ algorithm: 'kmeans' })
    const whole = await speak(folder, [
      ...asset('external_normalized_data[all]'),
      ...words('--format json --file value.json'),
    ])
    expect(whole.out).toBe('')
    const text = await readFile(join(folder, 'value.json'), 'utf8')
    expect(JSON.parse(text).scaler.method).toBe('zscore')
    const told = await speak(folder, [
      ...asset('external_normalized_data'),
      ...words('--file value.csv --json'),
    ])
    expect(JSON.parse(told.out)).toEqual({ files: ['value.csv'] })
  })

  it('exits 2 on an unknown asset, an unnamed partition, a format it does not write', async () => {
    const faults: readonly (readonly [readonly string[], RegExp])[] = [
      [['--asset', 'internal_normalised_data[Wine]'], /"internal_normalized_data\[Wine\]"/],
      [['--asset', 'internal_normalized_data'], /2 partitions/],
      [['--format', 'ods'], /csv, xlsx, json or parquet/],
    ]
    for (const [args, message] of faults) {
      const { code, log } = await speak(folder, ['export', '--out', 'out', ...args])
      expect(code).toBe(2)
      expect(log).toMatch(message)
    }
    expect((await speak(folder, ['export', '--out', 'nowhere'])).log).toMatch(/no_run/)
  })

  it('says so when a value is no longer stored', async () => {
    const run = ['run', 'external_ml_job', '--config', 'config.yaml', '--workers', '1']
    await speak(folder, [...run, '--out', 'lost'])
    await rm(join(folder, 'lost', '.cache', 'values'), { recursive: true })
    const asset = ['--asset', 'external_normalized_data']
    const { code, log } = await speak(folder, ['export', '--out', 'lost', ...asset])
    expect(code).toBe(2)
    expect(log).toMatch(/value_lost/)
  })
})

describe('status, list, create, help', () => {
  it('status tells what the last run made', async () => {
    const { out } = await speak(folder, ['status', '--out', 'out'])
    expect(out).toMatch(/^full_pipeline_job success /)
    expect(out).toMatch(/\ninternal_assign_clusters\[Wine\] made, 60 rows\n/)
    const json = await speak(folder, ['status', '--out', 'out', '--json'])
    expect(JSON.parse(json.out)).toMatchObject({ status: 'success', errors: [] })
  })

  it('list names jobs and assets', async () => {
    const { out } = await speak(folder, ['list'])
    expect(out).toMatch(/^job full_pipeline_job\n/)
    expect(out).toMatch(/\nmerging merged_clusters\[internal\] /)
    const { jobs, assets } = JSON.parse((await speak(folder, ['list', '--json'])).out)
    expect(jobs).toContain('merging_job')
    expect(assets.map(({ key }: { key: string }) => key)).toContain('cluster_profiles')
  })

  it('create prints a configuration that is valid and means the preset', async () => {
    const { out } = await speak(folder, ['create', '--preset', 'production-scripts'])
    expect(out).toMatch(/^version: 1\npreset: production-scripts\n/)
    await writeFile(join(folder, 'created.yaml'), out)
    expect(await speak(folder, ['validate', '--config', 'created.yaml'])).toMatchObject({ code: 0 })
    expect((await speak(folder, ['create', '--preset', 'best'])).code).toBe(2)
  })

  it('help lists the commands, and no command at all is a fault', async () => {
    expect(await speak(folder, ['--help'])).toMatchObject({ code: 0 })
    expect((await speak(folder, ['help'])).out).toContain('export --out DIR')
    expect((await speak(folder, [])).code).toBe(2)
    expect((await speak(folder, ['list', 'more'])).code).toBe(2)
  })
})

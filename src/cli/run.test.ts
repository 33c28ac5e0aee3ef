import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { madeMarket, shuffled, speak, words, writeChain, writeTable } from './testing/fixture-chain'

let folder = ''
const run = ['run', 'full_pipeline_job', '--config', 'config.yaml', '--workers', '1']

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'store-clustering-'))
  await writeChain(folder)
})

afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
})

async function rowsOf(file: string): Promise<readonly string[]> {
  return (await readFile(join(folder, file), 'utf8')).trimEnd().split('\r\n').slice(1)
}

describe('run JOB --config FILE --out DIR', () => {
  it('writes every file, and every store is placed or listed', async () => {
    const { code, out } = await speak(folder, [...run, '--out', 'out'])
    expect(code).toBe(0)
    expect(out).toMatch(/^(\d+) of \1 assets run, 0 cached\nstatus success\nresult [0-9a-f]{64}\n/)
    expect((await readdir(join(folder, 'out'))).toSorted()).toEqual([
      '.cache',
      'cluster_counts.csv',
      'cluster_profiles.csv',
      'exceptions.csv',
      'external_cluster_assignments.csv',
      'internal_cluster_assignments.csv',
      'merged_cluster_assignments.csv',
      'moves.csv',
      'run.json',
      'run.log',
    ])
    const merged = await rowsOf('out/merged_cluster_assignments.csv')
    expect(merged).toHaveLength(2 * 59)
    expect(merged[0]).toMatch(/^00002,Beer & Co,/)
    const sided = (await rowsOf('out/exceptions.csv')).filter((row) => row.includes('_only'))
    expect(sided).toEqual([
      '00001,Beer & Co,internal,merged_clusters,internal_only',
      '00001,Wine,internal,merged_clusters,internal_only',
      '00061,Beer & Co,external,merged_clusters,external_only',
      '00061,Wine,external,merged_clusters,external_only',
      '00062,Beer & Co,external,merged_clusters,external_only',
      '00062,Wine,external,merged_clusters,external_only',
    ])
  })

  it('makes damaged values anew instead of leaving their rows out', async () => {
    await speak(folder, [...run, '--out', 'hurt'])
    const before = await rowsOf('hurt/internal_cluster_assignments.csv')
    const values = join(folder, 'hurt', '.cache', 'values')
    const names = (await readdir(values)).filter((name) => name.endsWith('.value'))
    for (const name of names) await writeFile(join(values, name), 'junk')
    expect(await speak(folder, [...run, '--out', 'hurt'])).toMatchObject({ code: 0 })
    expect(await rowsOf('hurt/internal_cluster_assignments.csv')).toEqual(before)
  })

  it('computes nothing the second time and prints one object for --json', async () => {
    const { code, out, log } = await speak(folder, [...run, '--out', 'out', '--json'])
    expect(code).toBe(0)
    const answer = JSON.parse(out)
    expect(Object.keys(answer)).toEqual([
      'status',
      'assets',
      'checks',
      'errors',
      'result_hash',
      'files',
    ])
    expect(log).toContain(`0 of ${answer.assets.length} assets to run`)
    for (const asset of answer.assets) expect(asset).toMatchObject({ cached: true, ms: 0 })
    expect(Object.keys(answer.assets[0])).toEqual([
      'key',
      'partition',
      'status',
      'cached',
      'ms',
      'rows',
    ])
    const again = await speak(folder, [...run, '--out', 'out'])
    expect(again.out).toContain(
      `0 of ${answer.assets.length} assets run, ${answer.assets.length} cached`,
    )
  })

  it('recomputes only what a changed parameter reaches', async () => {
    const { out } = await speak(folder, [
      ...run,
      ...words('--out out --set external.max_clusters=5 --json'),
    ])
    const made = JSON.parse(out).assets.filter((asset: { cached: boolean }) => !asset.cached)
    const keys = made.map(({ key }: { key: string }) => key)
    expect(keys).toContain('external_optimal_cluster_counts')
    expect(keys).not.toContain('external_dimensionality_reduced_features')
    expect(keys).not.toContain('internal_optimal_cluster_counts')
  })

  it('makes nothing of the other categories anew when one is left out', async () => {
    const { out } = await speak(folder, [
      ...run,
      ...words('--out out --set categories=[Wine] --json'),
    ])
    const { assets } = JSON.parse(out)
    const made = assets.filter((asset: { cached: boolean }) => !asset.cached)
    expect(made.map(({ key }: { key: string }) => key)).toEqual(['merged_cluster_assignments'])
    const partitions = new Set(assets.map(({ partition }: { partition: string }) => partition))
    expect(partitions).toEqual(new Set([null, 'all', 'Wine']))
  })

  it('gives the same result for other orders of rows and columns', async () => {
    const other = join(folder, 'other')
    await writeChain(other, shuffled)
    const first = await speak(folder, [...run, '--out', 'out', '--json'])
    const second = await speak(other, [...run, '--out', 'out', '--json'])
    expect(JSON.parse(second.out).result_hash).toBe(JSON.parse(first.out).result_hash)
    for (const name of ['merged_cluster_assignments.csv', 'exceptions.csv'])
      expect(await rowsOf(`other/out/${name}`)).toEqual(await rowsOf(`out/${name}`))
  })

  it('writes the files of both branches also after a run of the merge alone', async () => {
    const before = await rowsOf('out/exceptions.csv')
    const { code } = await speak(folder, [
      ...words('run merging_job --config config.yaml --workers 1 --out out'),
    ])
    expect(code).toBe(0)
    expect(await rowsOf('out/exceptions.csv')).toEqual(before)
  })

  it('lays preset, environment and settings over the file', async () => {
    const { code } = await speak(folder, [
      ...words('run external_ml_job --config config.yaml --workers 1 --out laid'),
      ...words('--preset python-package --env quick --set n_init=2'),
    ])
    expect(code).toBe(0)
    const written = JSON.parse(await readFile(join(folder, 'laid', 'run.json'), 'utf8'))
    expect(written.environment).toBe('quick')
    expect(written.configuration).toMatchObject({
      preset: 'python-package',
      job_params: { n_estimators: 20, n_init: 2 },
    })
  })
})

describe('run --dry-run', () => {
  it('says what a run would make and why, and makes nothing', async () => {
    const before = await readdir(join(folder, 'out', '.cache', 'values'))
    const changed = ['--out', 'out', '--dry-run', '--set', 'external.max_clusters=6']
    const { code, out } = await speak(folder, [...run, ...changed])
    expect(code).toBe(0)
    expect(out).toMatch(/^\d+ of \d+ assets to run\n/)
    expect(out).toMatch(
      /^stale external_optimal_cluster_counts\[all\]: max_clusters went from \d+ to 6\.$/m,
    )
    const { out: json } = await speak(folder, [...run, ...changed, '--json'])
    const { status, to_run: toRun, total, assets } = JSON.parse(json)
    expect(status).toBe('success')
    expect(toRun).toBe(assets.length)
    expect(toRun).toBeLessThan(total)
    expect(Object.keys(assets[0])).toEqual(['key', 'partition', 'status', 'causes'])
    expect(await readdir(join(folder, 'out', '.cache', 'values'))).toEqual(before)
  })

  it('leaves no folder behind where there was none, and exits 2 where nothing can run', async () => {
    const { code, out } = await speak(folder, [...run, '--out', 'dry', '--dry-run'])
    expect(code).toBe(0)
    expect(out).toContain('\nmissing internal_raw_sales_data\n')
    expect(await readdir(folder)).not.toContain('dry')
    const refused = await speak(folder, words('run internal_ml_job --out dry --dry-run'))
    expect(refused.code).toBe(2)
  })
})

describe('the log of a run', () => {
  it('is written beside the files, a line an entry with its time, level and asset', async () => {
    await speak(folder, [...run, '--out', 'logged'])
    const lines = (await readFile(join(folder, 'logged', 'run.log'), 'utf8')).trimEnd().split('\n')
    for (const line of lines)
      expect(line).toMatch(/^\d\d:\d\d:\d\d\.\d{3} (debug|info|warn|error) [a-z_]+(\[.+\])? \S/)
    expect(lines[0]).toMatch(/^00:00:00\.\d{3} info run \d+ of \d+ assets to run\.$/)
    expect(lines.at(-1)).toContain('The run ended after')
    expect(lines.join('\n')).toMatch(/info internal_optimal_cluster_counts\[Wine\] k = \d/)
  })

  it('warns of a file that is older than the limit, and makes nothing anew for it', async () => {
    await speak(folder, [...run, '--out', 'aged'])
    await utimes(join(folder, 'map.csv'), new Date(), new Date('2020-01-01'))
    const { code, out, log } = await speak(folder, [
      ...run,
      ...words('--out aged --set max_input_age=30 --json'),
    ])
    expect(code).toBe(0)
    const { assets, checks } = JSON.parse(out)
    expect(assets.every(({ cached }: { cached: boolean }) => cached)).toBe(true)
    const old = checks.filter(
      (check: { name: string; passed: boolean }) =>
        check.name === 'input_is_recent' && !check.passed,
    )
    expect(old).toMatchObject([
      { key: 'internal_product_category_mapping', metadata: { file: 'map.csv' } },
    ])
    expect(log).toMatch(/^warning internal_product_category_mapping: .*map\.csv/m)
  })
})

describe('run, canceled', () => {
  it('exits 1, keeps what was made and leaves the files of the earlier run alone', async () => {
    const before = await rowsOf('out/exceptions.csv')
    const args = [...run, '--out', 'out', '--set', 'n_init=3', '--json']
    let nAsked = 0
    const { code, out } = await speak(folder, args, () => ++nAsked > 3)
    expect(code).toBe(1)
    expect(JSON.parse(out)).toMatchObject({ status: 'canceled', files: [] })
    expect(await rowsOf('out/exceptions.csv')).toEqual(before)
  })
})

describe('run, when something is wrong', () => {
  const flags = ['--sales', 'sales.csv', '--external', 'market.csv', '--workers', '1']

  it('exits 2 and names the role that is missing', async () => {
    const { code, out, log } = await speak(folder, [
      ...words('run full_pipeline_job --out none --json'),
      ...flags,
    ])
    expect(code).toBe(2)
    expect(JSON.parse(out)).toMatchObject({
      status: 'failure',
      errors: [{ code: 'missing_role', path: 'product_map' }],
      result_hash: null,
      files: [],
    })
    expect(log).toContain('product map')
  })

  it('exits 2 on stores that appear twice, until a rule is chosen', async () => {
    const { columns, rows } = madeMarket()
    await writeTable(join(folder, 'twice.csv'), { columns, rows: [...rows, ...rows.slice(0, 1)] })
    const twice = [...run, '--external', 'twice.csv', '--out', 'twice']
    const refused = await speak(folder, twice)
    expect(refused.code).toBe(2)
    expect(refused.log).toMatch(/duplicate_stores at twice\.csv: .*00002.*duplicate_stores/)
    const chosen = await speak(folder, [...twice, '--set', 'duplicate_stores=first'])
    expect(chosen.code).toBe(0)
  })

  it('exits 2 on a file that cannot be read, with file and line, and leaves earlier files alone', async () => {
    const before = await readFile(join(folder, 'out', 'run.json'), 'utf8')
    const long = 'x'.repeat(40_000)
    await writeFile(join(folder, 'broken.csv'), `STORE_NBR,income\n1,2\n3,${long}\n5,6\n`)
    const args = [...run, '--external', 'broken.csv', '--sales', 'absent.csv', '--out', 'out']
    const { code, log } = await speak(folder, args)
    expect(code).toBe(2)
    expect(log).toMatch(/error cell_too_long at broken\.csv:3: /)
    expect(log).toMatch(/error unreadable_file at .*absent\.csv: /)
    expect(await readFile(join(folder, 'out', 'run.json'), 'utf8')).toBe(before)
  })

  it('exits 3 when a blocking check fails', async () => {
    await writeFile(join(folder, 'strange.csv'), 'PRODUCT_ID,NEED_STATE\nnone,BREW\n')
    const args = [...run, '--product-map', 'strange.csv', '--out', 'strange', '--json']
    const { code, out } = await speak(folder, args)
    expect(code).toBe(3)
    const { status, errors, assets, files } = JSON.parse(out)
    expect(status).toBe('failure')
    expect(errors[0]).toMatchObject({ code: 'check_failed' })
    expect(assets).toContainEqual(
      expect.objectContaining({ key: 'internal_filtered_features', status: 'skipped' }),
    )
    expect(files).toContain('external_cluster_assignments.csv')
  })

  it('exits 2 with one line a fault of the configuration', async () => {
    await writeFile(join(folder, 'bad.yaml'), 'job_params: { n_inti: 1, tol: x }\nextra: 1\n')
    const { code, log } = await speak(folder, ['run', 'x', '--config', 'bad.yaml', '--out', 'bad'])
    expect(code).toBe(2)
    expect(log.split('\n')).toEqual([
      expect.stringMatching(/^error unknown_key at .*bad\.yaml:\d+:\d+ extra: /),
      expect.stringMatching(
        /^error unknown_key at .*bad\.yaml:\d+:\d+ job_params\.n_inti: .*"n_init"/,
      ),
      expect.stringMatching(/^error invalid_value at .*bad\.yaml:\d+:\d+ job_params\.tol: /),
    ])
  })

  it.each([
    ['an unknown job', ['run', 'full_pipeline', '--out', 'q'], /full_pipeline_job/],
    ['no job', ['run', '--out', 'q'], /what to run/],
    ['no folder', ['run', 'full_pipeline_job'], /--out is missing/],
    ['an unknown option', ['run', 'full_pipeline_job', '--bogus'], /--bogus/],
    ['an unknown environment', [...run, '--out', 'q', '--env', 'quik'], /"quick"/],
    ['an unknown preset', [...run, '--out', 'q', '--preset', 'best'], /production-scripts/],
    [
      'settings that do not go together',
      [...run, '--out', 'q', '--set', 'k_rule=fixed'],
      /n_clust/,
    ],
    [
      'a second sales file',
      [...run, '--out', 'q', ...words('--sales sales.csv --sales sales.csv')],
      /two_files_one_role/,
    ],
    ['a file in place of the folder', [...run, '--out', 'sales.csv'], /unwritable_folder/],
    ['a file on the way to the folder', [...run, '--out', 'sales.csv/in'], /unwritable_folder/],
    ['no count of threads', [...run, '--out', 'q', '--workers', '0'], /--workers/],
    [
      'an unknown column',
      [...run, '--out', 'q', '--set', 'readers.map.columns.group=NEED'],
      /NEED_STATE/,
    ],
    ['an unknown command', ['rum'], /"run"/],
  ])('exits 2 on %s', async (_, args, message) => {
    const { code, log, out } = await speak(folder, args)
    expect(code).toBe(2)
    expect(log).toMatch(message)
    expect(out === '' || out === 'status failure\n').toBe(true)
  })
})

import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  madeMarket,
  madeSales,
  speak,
  words,
  writeChain,
  writeTable,
} from './testing/fixture-chain'

const run = words('run full_pipeline_job --config config.yaml --workers 1')
const one = words('--workers 1')
let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'store-clustering-'))
  await writeChain(folder)
  for (const args of [
    ['--out', 'a'],
    ['--out', 'same'],
    words('--out b --set internal.k_rule=fixed --set internal.n_clusters=3'),
    words('--out c --set external.n_init=11'),
  ]) {
    const { code, log } = await speak(folder, [...run, ...args])
    if (code !== 0) throw new Error(log)
  }
}, 60_000)

afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
})

describe('compare DIR_A DIR_B', () => {
  it('two runs of the same files and settings differ in nothing', async () => {
    const { code, out } = await speak(folder, ['compare', 'a', 'same'])
    expect(code).toBe(0)
    const lines = out.trimEnd().split('\n')
    expect(lines.slice(0, 3)).toEqual([
      expect.stringMatching(/^a a: full_pipeline_job, run 1, success, /),
      expect.stringMatching(/^b same: full_pipeline_job, run 1, success, /),
      expect.stringMatching(/^result equal [0-9a-f]{64}$/),
    ])
    expect(lines).toHaveLength(3 + 5)
    for (const line of lines.slice(3))
      expect(line).toMatch(/: ARI 1, 0 of \d+ stores move \(0\.0 %\)/)
  })

  it('prints settings, metrics and moves that differ, and nothing that is the same', async () => {
    const { code, out } = await speak(folder, ['compare', 'a', 'b'])
    expect(code).toBe(0)
    expect(out).toMatch(/\nresult differs [0-9a-f]{64} -> [0-9a-f]{64}\n/)
    expect(out).toMatch(/\nsettings: 2 differ, \d+ same\n/)
    expect(out).toContain('\n  k_rule (internal) silhouette -> fixed\n')
    expect(out).toContain('\n  n_clusters (internal) none -> 3\n')
    expect(out).toContain('\n  internal Wine clusters 10 -> 3\n')
    expect(out).toMatch(/\ninternal Wine: ARI 0\.\d+, \d+ of 60 stores move \(.* % of sales/)
    expect(out).toMatch(/\nexternal all: ARI 1, 0 of 61 stores move/)
    expect(out).not.toContain('inputs:')
    expect(out).toMatch(/\n {2}\d+ 5 -> 2, not found \(.*k_rule.* not tested\)\n/)
    expect(out).toMatch(/\nnot tested k_rule: .*cannot be repeated/)
  })

  it('prints one object for --json, and the moves as a file for --moves', async () => {
    const args = ['compare', 'a', 'b', '--json', '--moves', 'moves.csv']
    const { code, out } = await speak(folder, args)
    expect(code).toBe(0)
    const answer = JSON.parse(out)
    expect(answer).toMatchObject({ result_equal: false, inputs: [], a: { folder: 'a' } })
    const wine = answer.memberships.find(
      (one: { view: string; category: string }) =>
        one.view === 'internal' && one.category === 'Wine',
    )
    expect(wine).toMatchObject({ stores_in_both: 60, matched_by: 'overlap' })
    const total = wine.counts.flat().reduce((sum: number, count: number) => sum + count, 0)
    expect(total).toBe(60)
    const [header, ...rows] = (await readFile(join(folder, 'moves.csv'), 'utf8'))
      .trimEnd()
      .split('\r\n')
    expect(header).toMatch(/^store_nbr,category,branch,from,to,reason,distance_before/)
    const nMoved = answer.memberships.reduce(
      (sum: number, { moved }: { moved: number }) => sum + moved,
      0,
    )
    expect(rows).toHaveLength(nMoved)
    expect(
      rows.some((row) =>
        /^\d{5},Wine,internal,\d,\d,not found \(.*not tested\),.+,.+,.+$/.test(row),
      ),
    ).toBe(true)
  })

  it('tells why stores moved, for --why: what differs is put back one at a time', async () => {
    const before = await readdir(join(folder, 'b', '.cache', 'runs'))
    const args = ['compare', 'a', 'b', '--why', '--moves', 'why.csv', ...one]
    const { code, out, log } = await speak(folder, args)
    expect(code).toBe(0)
    expect(log).toBe('2 trial runs\ntrial 1 of 2 done\ntrial 2 of 2 done')
    // Without its rule the count is not read: the rule alone takes every store back.
    expect(out).toMatch(/\n {2}\d+ 5 -> 2, k_rule\n/)
    expect(out).not.toContain('several at once')
    expect(out).toMatch(/\nnot tested n_clusters: .*no n_clusters/)
    expect(await readFile(join(folder, 'why.csv'), 'utf8')).toMatch(/,Wine,internal,\d+,\d,k_rule,/)
    expect(await readdir(join(folder, 'b', '.cache', 'runs'))).toEqual(before)
  })

  it('exits 1 without a comparison when the trials are canceled', async () => {
    const settings = words('--out d --set internal.max_clusters=3 --set n_init=11')
    expect(await speak(folder, [...run, ...settings])).toMatchObject({ code: 0 })
    const { code, out } = await speak(folder, ['compare', 'a', 'd', '--why', ...one], () => true)
    expect({ code, out }).toEqual({ code: 1, out: '' })
    const json = await speak(folder, ['compare', 'a', 'd', '--why', '--json', ...one], () => true)
    expect(JSON.parse(json.out)).toMatchObject({ status: 'canceled', errors: [] })
  })

  it('says what changed in a file: rows, and stores that are new', async () => {
    const { columns, rows } = madeSales()
    const more = rows
      .filter((row) => row[1] === '00001')
      .map((row) => [row[0], '00099', row[2], row[3]])
    await writeTable(join(folder, 'more.csv'), { columns, rows: [...rows, ...more] })
    await speak(folder, [...run, '--sales', 'more.csv', '--out', 'more'])
    const { out } = await speak(folder, ['compare', 'a', 'more'])
    expect(out).toMatch(
      /\ninputs: 1 differs, 2 same\n {2}sales sales\.csv -> more\.csv changed, .*rows 600 -> 610, stores 1 new, 0 gone\n/,
    )
    expect(out).toMatch(/\ninternal Wine: .* 1 only in b/)
  })

  it('exits 2 and names the folder that holds no run', async () => {
    const { code, log } = await speak(folder, ['compare', 'a', 'nothing'])
    expect(code).toBe(2)
    expect(log).toMatch(/^error no_run at .*nothing: .*--out/)
    const json = await speak(folder, ['compare', 'nothing', 'a', '--json'])
    expect(JSON.parse(json.out)).toMatchObject({ status: 'failure', errors: [{ code: 'no_run' }] })
    for (const args of [['a'], ['a', 'b', 'c'], ['a', 'b', '--bogus']])
      expect(await speak(folder, ['compare', ...args])).toMatchObject({ code: 2, out: '' })
  })
})

describe('run --baseline DIR', () => {
  it('carries the ids of the run in another folder on', async () => {
    const { columns, rows } = madeMarket()
    // Cities are the smaller group: without a third of the other stores they are the larger one.
    const fewer = rows.filter((row, i) => i % 3 !== 0 || Number(row[2]) > 500 || i % 2 === 0)
    await writeTable(join(folder, 'fewer.csv'), { columns, rows: fewer })
    const args = [...run, '--external', 'fewer.csv', '--out', 'carried', '--baseline', 'a']
    const { code, log } = await speak(folder, args)
    expect({ code, log }).toMatchObject({ code: 0 })
    const { out } = await speak(folder, ['compare', 'a', 'carried'])
    expect(out).toContain('\nbaseline run none -> 1\n')
    expect(out).toMatch(/\nexternal all: .*clusters matched by stable ids/)
    expect(out).toMatch(/\ninternal Wine: ARI 1, 0 of 60 .*clusters matched by stable ids/)
  })

  it('exits 2 where the folder has no run, or no longer its values', async () => {
    const none = await speak(folder, [...run, '--out', 'x', '--baseline', 'nothing'])
    expect(none.code).toBe(2)
    expect(none.log).toMatch(/error no_run at .*nothing: .*--baseline/)
    await rm(join(folder, 'c', '.cache', 'values'), { recursive: true })
    const lost = await speak(folder, [...run, '--out', 'x', '--baseline', 'c'])
    expect(lost.code).toBe(2)
    expect(lost.log).toMatch(/error baseline_lost at .*train_clustering_models/)
  })

  it('writes nothing for --dry-run', async () => {
    const args = [...run, '--out', 'dry', '--baseline', 'a', '--dry-run']
    expect(await speak(folder, args)).toMatchObject({ code: 0 })
    await expect(readFile(join(folder, 'dry', '.cache'))).rejects.toThrow(/ENOENT/)
  })
})

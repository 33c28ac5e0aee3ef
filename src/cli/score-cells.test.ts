import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { speak } from './testing/fixture-chain'

let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'store-clustering-'))
})

afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
})

const run = (...args: readonly string[]) => speak(folder, args)
const write = (name: string, text: string) => writeFile(join(folder, name), text)

/** Cells of the answer under a column, in the order of the stores. */
function cellsOf(csv: string, name: string): readonly (string | undefined)[] {
  const [header = '', ...lines] = csv.trim().split('\r\n')
  const at = header.split(',').indexOf(name)
  return lines.map((line) => line.split(',')[at])
}

/** Two kinds of stores: some have an income and no pool, the others the other way round. */
function twoKinds(): string {
  const rows = Array.from({ length: 40 }, (_, i) => {
    const other = (i * 7) % 5
    return i % 2 === 0
      ? `S${i + 10},${90 + other},,${30 + other}`
      : `S${i + 10},,${50 + other},${30 + other}`
  })
  return `STORE_NBR,income,pools,age\n${rows.join('\n')}\n`
}

const settings = [
  'max_missing=null',
  'n_estimators=20',
  'max_correlation=null',
  'min_association=null',
]

async function train(role: 'external' | 'store-metrics', ...more: readonly string[]) {
  await write('two.csv', twoKinds())
  const branch = role === 'external' ? 'external' : 'internal'
  const set = [...settings, ...more].flatMap((setting) => ['--set', setting])
  const job = `${branch}_ml_job`
  const made = await run(
    'run',
    job,
    `--${role}`,
    'two.csv',
    '--out',
    branch,
    '--workers',
    '1',
    ...set,
  )
  expect(made.code, made.log).toBe(0)
  const asset = `${branch}_train_clustering_models`
  await run('export', '--out', branch, '--asset', asset, '--file', `${branch}.json`)
}

describe('score, on cells that were zero in training where they are empty', () => {
  const empty = 'STORE_NBR,income,pools,age\nN1,92,,31\nN2,,52,31\n'
  const zero = 'STORE_NBR,income,pools,age\nN1,92,0,31\nN2,0,52,31\n'

  it.each([
    ['external', 'external', ['missing_means_of={income: zero, pools: zero}']],
    ['store-metrics', 'internal', ['missing_means=zero', 'as_shares=false']],
    [
      'store-metrics',
      'internal',
      ['missing_means=unknown', 'missing_means_of={income: zero, pools: zero}'],
    ],
  ] as const)('reads them as zero: %s', async (role, name, means) => {
    await train(role, ...means)
    await write('empty.csv', empty)
    await write('zero.csv', zero)
    const line = ['score', '--model', `${name}.json`, '--data']
    const scored = await run(...line, 'empty.csv')
    expect(scored.code, scored.log).toBe(0)
    expect(scored.out).toBe((await run(...line, 'zero.csv')).out)
    expect(cellsOf(scored.out, 'filled_cells')).toEqual(['0', '0'])
    expect(new Set(cellsOf(scored.out, 'cluster')).size).toBe(2)
  })

  it.each([
    ['its cell', 'as_shares=false', '1', 'false'],
    ['every share of a row whose total is then not known', 'as_shares=true', '3', 'true'],
  ])('fills, where a column says that they are unknown, %s', async (_, shares, filled, noData) => {
    await train('store-metrics', 'missing_means=zero', 'missing_means_of={age: unknown}', shares)
    await write('empty.csv', 'STORE_NBR,income,pools,age\nN1,92,,\n')
    const { out } = await run('score', '--model', 'internal.json', '--data', 'empty.csv')
    expect(cellsOf(out, 'filled_cells')).toEqual([filled])
    expect(cellsOf(out, 'no_data')).toEqual([noData])
  })

  it('places a store with a cell that is no number as the training did', async () => {
    const hurt = twoKinds()
      .replace(/^S12,.*$/m, 'S12,9O,,30')
      .replace(/^S13,.*$/m, 'S13,,#REF!,30')
    await write('hurt.csv', hurt)
    const set = settings.flatMap((setting) => ['--set', setting])
    const line = ['--store-metrics', 'hurt.csv', '--out', 'hurt', '--workers', '1', ...set]
    expect((await run('run', 'internal_ml_job', ...line)).code).toBe(0)
    const model = ['--asset', 'internal_train_clustering_models', '--file', 'hurt.json']
    await run('export', '--out', 'hurt', ...model)
    const assigned = ['--asset', 'internal_assign_clusters[all]', '--format', 'csv']
    const trained = await run('export', '--out', 'hurt', ...assigned)
    const scored = await run('score', '--model', 'hurt.json', '--data', 'hurt.csv')
    for (const name of ['store_nbr', 'cluster', 'no_data', 'filled_cells'])
      expect(cellsOf(scored.out, name), name).toEqual(cellsOf(trained.out, name))
    expect(cellsOf(scored.out, 'no_data').filter((cell) => cell === 'true')).toHaveLength(2)
  })

  it('fills a column of market data that the file does not have', async () => {
    await train('external', 'missing_means_of={income: zero, pools: zero}')
    await write('fewer.csv', 'STORE_NBR,income,age\nN1,92,31\n')
    const { out, log } = await run('score', '--model', 'external.json', '--data', 'fewer.csv')
    expect(log).toMatch(/does not have.*pools/)
    expect(cellsOf(out, 'filled_cells')).toEqual(['1'])
  })
})

describe('score, on cells that tell the model nothing', () => {
  const kinds = ['city', 'farm', 'town']

  beforeAll(async () => {
    const rows = Array.from({ length: 60 }, (_, i) => {
      const income = i % 3 === 0 ? 90 + ((i * 7) % 5) : 40 + ((i * 7) % 5)
      return `S${i + 10},${income},${30 + ((i * 11) % 7)},${kinds[i % 3]}`
    })
    await write('kinds.csv', `STORE_NBR,income,age,kind\n${rows.join('\n')}\n`)
    await write(
      'odd.csv',
      'STORE_NBR,kind,income,age\nN3,island,92,31\nN1,city,ninety,32\nN2,moon,n.a!,\nN4,island,41,33\n',
    )
  })

  async function scoreOdd(...more: readonly string[]) {
    const set = [...settings, ...more].flatMap((setting) => ['--set', setting])
    const line = ['--external', 'kinds.csv', '--out', 'kinds', '--workers', '1', ...set]
    const made = await run('run', 'external_ml_job', ...line)
    expect(made.code, made.log).toBe(0)
    const asset = 'external_train_clustering_models'
    await run('export', '--out', 'kinds', '--asset', asset, '--file', 'kinds.json')
    const score = ['score', '--model', 'kinds.json', '--data']
    return {
      known: await run(...score, 'kinds.csv'),
      odd: await run(...score, 'odd.csv'),
      json: JSON.parse((await run(...score, 'odd.csv', '--json')).out),
    }
  }

  it('says how many there are by column, where the first is, and what is done with them', async () => {
    const { known, odd, json } = await scoreOdd()
    expect(known.log).not.toContain('warning')
    expect(odd.code).toBe(0)
    expect(odd.log).toContain(
      'warning unreadable_cells at income: odd.csv: 2 cells of "income" are no number and count as unknown, the first in line 3, column 3 "income": ninety.',
    )
    expect(odd.log).toContain(
      'warning unknown_levels at kind: odd.csv: 3 stores have a text in "kind" that the training did not know (island, moon), and count as none of the known ones, the first being store N2, column 2 "kind": moon.',
    )
    expect(odd.log).toContain('city, farm, town')
    expect(json.status).toBe('success')
    expect(json.warnings.map(({ code }: { code: string }) => code)).toEqual([
      'unreadable_cells',
      'unknown_levels',
    ])
    expect(json.stores).toHaveLength(4)
  })

  it('says that unknown texts take the first rank where texts are ranks', async () => {
    const { odd } = await scoreOdd('encoding=ordinal')
    expect(odd.log).toContain('count as the first of the known ones, city')
  })
})

describe('a model names the branch and the category that it is of', () => {
  it('and score warns where the stores are those of another one', async () => {
    const rows = ['Tea', 'Wine'].flatMap((category) =>
      Array.from({ length: 30 }, (_, i) => {
        const sold = i % 2 === 0 ? [80 + (i % 5), 20 - (i % 3)] : [25 + (i % 4), 90 - (i % 5)]
        return `S${i + 10},${category},${sold.join()}`
      }),
    )
    await write('cats.csv', `STORE_NBR,CAT_DSC,black,green\n${rows.join('\n')}\n`)
    const line = ['--store-metrics', 'cats.csv', '--out', 'cats', '--workers', '1']
    const set = settings.flatMap((setting) => ['--set', setting])
    const made = await run('run', 'internal_ml_job', ...line, ...set)
    expect(made.code, made.log).toBe(0)
    const asset = 'internal_train_clustering_models[Tea]'
    const model = await run('export', '--out', 'cats', '--asset', asset)
    expect(JSON.parse(model.out)).toMatchObject({ branch: 'internal', category: 'Tea' })
    await write('tea.json', model.out)
    const score = ['score', '--model', 'tea.json', '--data', 'cats.csv', '--json', '--category']
    const own = JSON.parse((await run(...score, 'Tea')).out)
    expect(own.model).toMatchObject({ branch: 'internal', category: 'Tea', algorithm: 'kmeans' })
    expect(own.warnings).toEqual([])
    const other = JSON.parse((await run(...score, 'Wine')).out)
    expect(other.warnings).toMatchObject([{ code: 'other_category', path: '--category' }])
  })
})

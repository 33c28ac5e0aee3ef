import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { speak, words, writeChain } from './testing/fixture-chain'

let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'store-clustering-'))
  await writeChain(folder)
})

afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
})

const run = (line: string) => speak(folder, words(line))

/** Rows of a comma-separated text as objects; nothing in these files is quoted. */
function rowsOf(csv: string): readonly Readonly<Record<string, string>>[] {
  const [header = '', ...lines] = csv.trim().split('\r\n')
  const names = header.split(',')
  return lines.map((line) => {
    const cells = line.split(',')
    return Object.fromEntries(names.map((name, at) => [name, cells[at] ?? '']))
  })
}

const runLine = 'run full_pipeline_job --config config.yaml --env quick --workers 1'
const settings = [
  'algorithm=kmeans',
  'algorithm=hclust',
  'algorithm=gmm',
  'algorithm=dbscan --set eps=3',
  'algorithm=hdbscan',
  'algorithm=dbscan --set eps=1.5 --set outlier_policy=separate',
  'algorithm=hdbscan --set outlier_policy=drop',
  'algorithm=hdbscan --set outlier_policy=separate',
]

describe.each(settings)('the whole job with %s', (setting) => {
  it('runs, and score places the stores of its file where the run did', async () => {
    const out = `out-${settings.indexOf(setting)}`
    const made = await run(`${runLine} --out ${out} --set ${setting}`)
    expect(made.code, made.log).toBe(0)
    const model = `${out}/model.json`
    const asset = 'external_train_clustering_models'
    await run(`export --out ${out} --asset ${asset} --file ${model}`)
    const scored = await run(`score --model ${model} --data market.csv`)
    expect(scored.code, scored.log).toBe(0)
    const file = await readFile(join(folder, out, 'external_cluster_assignments.csv'), 'utf8')
    const placed = new Map(rowsOf(scored.out).map((row) => [row['store_nbr'], row]))
    const assigned = rowsOf(file)
    expect(assigned.length).toBeGreaterThan(40)
    for (const row of assigned)
      for (const column of [
        'cluster',
        'distance',
        'runner_up',
        'runner_up_distance',
        'margin',
        'is_outlier',
        'no_data',
        'filled_cells',
      ])
        expect(placed.get(row['store_nbr'])?.[column], row['store_nbr']).toBe(row[column])
  })
})

describe('score --model FILE --data FILE', () => {
  beforeAll(async () => {
    const made = await run(`${runLine} --out out --set algorithm=hclust --set max_correlation=null`)
    if (made.code !== 0) throw new Error(made.log)
    await run('export --out out --asset external_train_clustering_models --file model.json')
  })

  const header =
    'store_nbr,cluster,distance,runner_up,runner_up_distance,margin,is_outlier,unlike_any,no_data,filled_cells'
  const write = (name: string, text: string) => writeFile(join(folder, name), text)

  it('places new stores, tells which are unlike any, and what was filled', async () => {
    const cells = 'STORE_NBR,income,density,age\nN3,72,930,30.5\nN1,,,\nN2,43,,45.5\nN4,9000,9,1\n'
    await write('new.csv', cells)
    const { code, out } = await run('score --model model.json --data new.csv')
    expect(code).toBe(0)
    expect(out.startsWith(`${header}\r\n`)).toBe(true)
    const rows = rowsOf(out)
    expect(rows.map((row) => row['store_nbr'])).toEqual(['N1', 'N2', 'N3', 'N4'])
    expect(rows.map((row) => row['filled_cells'])).toEqual(['3', '1', '0', '0'])
    expect(rows.map((row) => row['no_data'])).toEqual(['true', 'false', 'false', 'false'])
    expect(rows.map((row) => row['unlike_any']).slice(2)).toEqual(['false', 'true'])
    expect(rows[1]?.['cluster']).not.toBe(rows[2]?.['cluster'])
  })

  it('takes columns in any order, and one that is not there for empty cells', async () => {
    await write('fewer.csv', 'age;colour;shop_id;income\n30,5;red;007;72\n')
    const { code, out, log } = await run('score --model model.json --data fewer.csv')
    expect(code).toBe(0)
    expect(log).toMatch(/does not have, taken as empty: density/)
    expect(rowsOf(out)[0]).toMatchObject({ store_nbr: '007', filled_cells: '1' })
  })

  it('answers one object for --json, and writes a file for --file', async () => {
    await write('one.csv', 'STORE_NBR,income,density,age\n00042,72,930,30.5\n')
    const { out } = await run('score --model model.json --data one.csv --json')
    const answer = JSON.parse(out)
    expect(answer).toMatchObject({ status: 'success', errors: [], files: [] })
    expect(answer.stores).toHaveLength(1)
    expect(answer.stores[0]).toMatchObject({ store_nbr: '00042', is_outlier: false })
    expect(Object.keys(answer.stores[0]).join()).toBe(header)
    const line = 'score --model model.json --data one.csv --file scores.csv'
    expect((await run(line)).out).toBe('')
    expect(await readFile(join(folder, 'scores.csv'), 'utf8')).toContain('00042')
  })

  it('takes the rows of one category, and refuses a store twice', async () => {
    await write(
      'cats.csv',
      'STORE_NBR,CAT_DSC,income,density,age,tax\n1,A,72,930,30,7\n1,B,43,130,45,8\n',
    )
    const twice = await run('score --model model.json --data cats.csv --json')
    expect(twice.code).toBe(2)
    expect(JSON.parse(twice.out).errors).toMatchObject([{ code: 'duplicate_stores' }])
    const { code, out } = await run('score --model model.json --data cats.csv --category B')
    expect([code, rowsOf(out).length]).toEqual([0, 1])
  })

  it.each([
    ['no_such.json', 'new.csv', 'unreadable_file'],
    ['market.csv', 'new.csv', 'not_a_model'],
    ['other.json', 'new.csv', 'not_a_model'],
    ['model.json', 'no_such.csv', 'unreadable_file'],
    ['model.json', 'sales.csv', 'missing_columns'],
    ['model.json', 'nobody.csv', 'no_store_column'],
  ])('--model %s --data %s is refused: %s', async (model, data, code) => {
    await write('other.json', '{"algorithm":"kmeans"}')
    await write('nobody.csv', 'income,density\n1.5,2.5\n1.5,2.5\n')
    await write('new.csv', 'STORE_NBR,income\nN1,4\n')
    const answer = await run(`score --model ${model} --data ${data} --json`)
    expect(answer.code).toBe(2)
    const [error] = JSON.parse(answer.out).errors
    expect(error).toMatchObject({ code })
    for (const part of ['message', 'path', 'hint']) expect(error[part]).not.toMatch(/^$|undefined/)
  })

  it('says which option is missing, and which column is unknown', async () => {
    expect((await run('score --data market.csv')).log).toMatch(/--model is missing/)
    const { code, log } = await run('score --model model.json --data market.csv --store SHOP')
    expect([code, log]).toEqual([2, expect.stringMatching(/no column "SHOP"/)])
  })
})

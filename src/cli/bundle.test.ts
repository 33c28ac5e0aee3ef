import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { speak, words, writeChain } from './testing/fixture-chain'

let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'store-clustering-'))
  await writeChain(folder)
  for (const command of [
    'run full_pipeline_job --config config.yaml --workers 1 --out a',
    'run full_pipeline_job --config config.yaml --workers 1 --out b --baseline a --set max_clusters=5',
    'bundle --out a --file plain.zip',
    'bundle --out a --file whole.zip --data --config config.yaml',
    'bundle --out b --file carried.zip --data --config config.yaml --baseline a',
  ]) {
    const { code, log } = await speak(folder, words(command))
    if (code !== 0) throw new Error(`${command}: ${log}`)
  }
}, 120_000)

afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
})

describe('bundle --check F', () => {
  it('is identical from the bundle alone, and leaves nothing behind', async () => {
    const before = await readdir(folder)
    const { code, out } = await speak(folder, words('bundle --check whole.zip'))
    expect(out).toMatch(/^identical: \d+ assets, 62 stores, result [0-9a-f]{64}\n$/)
    expect(code).toBe(0)
    expect(await readdir(folder)).toEqual(before)
  })

  it('is identical where cluster ids were carried on from a baseline', async () => {
    const { code, out } = await speak(folder, words('bundle --check carried.zip --json'))
    expect(JSON.parse(out)).toMatchObject({ identical: true, differences: [] })
    expect(code).toBe(0)
  })

  it('finds the files that the bundle does not hold by their bytes', async () => {
    const asked = await speak(folder, words('bundle --check plain.zip map.csv'))
    expect(asked.code).toBe(2)
    expect(asked.log).toContain('missing_file at sales.csv')
    expect(asked.log).not.toContain('missing_file at map.csv')
    const files = 'map.csv sales.csv market.csv'
    const { code, out } = await speak(folder, words(`bundle --check plain.zip ${files}`))
    expect(out).toMatch(/^identical: /)
    expect(code).toBe(0)
  })

  it('refuses what is no bundle', async () => {
    const { code, log } = await speak(folder, words('bundle --check sales.csv'))
    expect(code).toBe(2)
    expect(log).toContain('not_a_zip')
  })
})

describe('bundle --out DIR --file F', () => {
  it('gives the same bytes twice', async () => {
    await speak(folder, words('bundle --out a --file again.zip'))
    const bytes = (name: string) => readFile(join(folder, name))
    expect((await bytes('again.zip')).equals(await bytes('plain.zip'))).toBe(true)
  })

  it('does not put other files in than the run read', async () => {
    await writeFile(join(folder, 'other.csv'), 'STORE_NBR,income\n1,2\n2,3\n')
    const command = 'bundle --out a --file c.zip --data --config config.yaml --external other.csv'
    const { code, log } = await speak(folder, words(command))
    expect(code).toBe(2)
    expect(log).toContain('other_file at market.csv')
    expect(await readdir(folder)).not.toContain('c.zip')
  })

  it('takes the baseline along that the run carried on, named or not', async () => {
    const { code } = await speak(folder, words('bundle --out b --file unnamed.zip'))
    expect(code).toBe(0)
    await speak(folder, words('bundle --out b --file named.zip --baseline a'))
    const bytes = (name: string) => readFile(join(folder, name))
    expect((await bytes('unnamed.zip')).equals(await bytes('named.zip'))).toBe(true)
  })

  it('refuses another run as the baseline than the run carried on', async () => {
    const { code, log } = await speak(folder, words('bundle --out b --file c.zip --baseline b'))
    expect(code).toBe(2)
    expect(log).toMatch(/^error other_baseline at /m)
    expect(await readdir(folder)).not.toContain('c.zip')
  })

  it('asks for the baseline where an older folder does not remember it', async () => {
    const path = join(folder, 'b', '.cache', 'published.json')
    const remembered = await readFile(path, 'utf8')
    const { baseline: _, ...older } = JSON.parse(remembered)
    await writeFile(path, JSON.stringify(older))
    const { code, log } = await speak(folder, words('bundle --out b --file c.zip'))
    await writeFile(path, remembered)
    expect(code).toBe(2)
    expect(log).toContain('--baseline')
  })
})

import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, beforeAll, describe, expect, it } from 'vitest'
import { speak, words, writeChain } from './testing/fixture-chain'

let folder = ''
let remembered = ''
const run = words('run external_ml_job --config config.yaml --workers 1 --out out')

const published = () => join(folder, 'out', '.cache', 'published.json')

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'store-clustering-'))
  await writeChain(folder)
  const { code, log } = await speak(folder, run)
  if (code !== 0) throw new Error(log)
  remembered = await readFile(published(), 'utf8')
}, 60_000)

beforeEach(async () => {
  await writeFile(published(), remembered)
})

afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
})

const readers = [
  'status --out out',
  'export --out out',
  'compare out out',
  'bundle --out out --file b.zip',
  'run external_ml_job --baseline out --config config.yaml --workers 1 --out new',
]

describe('a folder of an earlier run', () => {
  it.each(readers)('that was damaged is bad input, not a defect: %s', async (command) => {
    for (const damaged of ['{"run":', '', 'null', '{}', '{"run":{"id":"a"}}']) {
      await writeFile(published(), damaged)
      const { code, log } = await speak(folder, words(command))
      expect(log).toMatch(/^error damaged_run at .*: .* Run again into it/m)
      expect({ code, isDefect: log.includes('defect') }).toEqual({ code: 2, isDefect: false })
    }
  })

  it.each(readers)('that is a file holds no run: %s', async (command) => {
    const name = /(?<=--baseline |--out |compare )out/
    const { code, log } = await speak(folder, words(command.replace(name, 'sales.csv')))
    expect(log).toMatch(/^error no_run at .*sales\.csv: /)
    expect(code).toBe(2)
  })

  it('is whole again after a run into it, which makes nothing anew', async () => {
    await writeFile(published(), '{')
    const runs = join(folder, 'out', '.cache', 'runs')
    for (const name of await readdir(runs)) await writeFile(join(runs, name), '{')
    const { code, out } = await speak(folder, run)
    expect(code).toBe(0)
    expect(out).toMatch(/^0 of \d+ assets run/)
    expect(await speak(folder, words('status --out out'))).toMatchObject({ code: 0 })
  })

  it('may be of a version that knew no overrides', async () => {
    const { run: record, ...rest } = JSON.parse(remembered)
    const { overrides: _, ...configuration } = record.configuration
    await writeFile(published(), JSON.stringify({ ...rest, run: { ...record, configuration } }))
    for (const command of readers)
      expect(await speak(folder, words(command))).toMatchObject({ code: 0 })
  })
})

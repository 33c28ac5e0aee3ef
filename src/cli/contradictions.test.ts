import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { speak } from './testing/fixture-chain'

let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'store-clustering-'))
  const rows = Array.from({ length: 20 }, (_, i) => `S${i + 10},${i % 7},${(i * 3) % 11}`)
  await writeFile(join(folder, 'file.csv'), `STORE_NBR,income,age\n${rows.join('\n')}\n`)
  const reader = '{ kind: CSVReader, role: external, config: { path: file.csv } }'
  await writeFile(join(folder, 'config.yaml'), `version: 1\nreaders:\n  market: ${reader}\n`)
})

afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
})

const both = ['internal.n_clusters', 'external.n_clusters']

it.each([
  [['--external', 'file.csv'], ['external.n_clusters']],
  [['--config', 'config.yaml'], ['external.n_clusters']],
  [['--store-metrics', 'file.csv'], ['internal.n_clusters']],
  [['--config', 'config.yaml', '--store-metrics', 'file.csv'], both],
  [[], both],
])('names the contradictions of the branches that %j has files for', async (files, paths) => {
  const set = ['--set', 'k_rule=fixed', '--json']
  const { code, out } = await speak(folder, ['validate', ...files, ...set])
  expect(code).toBe(2)
  const { errors } = JSON.parse(out)
  expect(errors.map(({ path }: { path: string }) => path)).toEqual(paths)
})

it('runs the one branch although the settings of the other contradict', async () => {
  const set = ['--set', 'internal.k_rule=fixed', '--set', 'n_estimators=20', '--workers', '1']
  const job = ['run', 'external_ml_job', '--external', 'file.csv', '--out', 'out']
  const { code, log } = await speak(folder, [...job, ...set])
  expect(code, log).toBe(0)
})

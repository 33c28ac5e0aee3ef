import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { tableNames } from './left-behind'
import { speak, words, writeChain } from './testing/fixture-chain'

let folder = ''
let files: readonly string[] = []
const config = '--config config.yaml --set n_estimators=20 --workers 1 --out out'
const warning = 'warning not of this run'

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'store-clustering-'))
  await writeChain(folder)
  const { out } = await speak(folder, words(`run full_pipeline_job ${config} --json`))
  files = JSON.parse(out).files
}, 60_000)

afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
})

test('a run of everything writes every table and leaves none behind', async () => {
  expect(files).toEqual([...tableNames, 'run.json'])
  const { log } = await speak(folder, words(`run full_pipeline_job ${config}`))
  expect(log).not.toContain(warning)
})

test('a run of a part writes the rest again where it is still fresh', async () => {
  const { log, out } = await speak(folder, words(`run external_ml_job ${config}`))
  expect(out).toContain('wrote merged_cluster_assignments.csv')
  expect(log).not.toContain(warning)
})

test('a run with other settings names the tables that it did not make', async () => {
  const { log } = await speak(folder, words(`run external_ml_job ${config} --set n_init=3`))
  expect(log).toContain(
    `${warning}: merged_cluster_assignments.csv, moves.csv, internal_cluster_assignments.csv, cluster_profiles.csv. `,
  )
})

test('a table that an earlier export wrote in another format is named too', async () => {
  await speak(folder, words('export --out out --format json'))
  const { log } = await speak(folder, words(`run external_ml_job ${config}`))
  expect(log).toContain(`${warning}: external_cluster_assignments.json, cluster_counts.json, `)
})

test('a run that fails names them too', async () => {
  await writeFile(join(folder, 'twice.csv'), 'store,area\n1,5\n1,6\n2,7\n')
  const { code, log } = await speak(
    folder,
    words(`run external_ml_job ${config} --external twice.csv`),
  )
  expect(code).toBe(2)
  expect(log).toMatch(/warning not of this run: merged_.*, external_cluster_assignments\.csv, /)
})

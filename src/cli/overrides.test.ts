import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { speak, writeChain } from './testing/fixture-chain'

let folder = ''
let plain = ''
const run = [
  'run',
  'full_pipeline_job',
  '--config',
  'config.yaml',
  '--workers',
  '1',
  '--out',
  'out',
]

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'store-clustering-'))
  await writeChain(folder)
  plain = await readFile(join(folder, 'config.yaml'), 'utf8')
})

afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
})

async function rowsOf(file: string): Promise<readonly (readonly string[])[]> {
  const text = await readFile(join(folder, 'out', file), 'utf8')
  return text
    .trimEnd()
    .split('\r\n')
    .slice(1)
    .map((row) => row.split(','))
}

const decide = (overrides: string) =>
  writeFile(join(folder, 'config.yaml'), `${plain}overrides:\n${overrides}`)

const said = 'reason: Rebuilt in spring, author: Ada, time: 2026-01-31T09:30:00Z'

test('a store that is locked in the config file is in its cluster, and the rest stays cached', async () => {
  await decide('')
  expect(await speak(folder, run)).toMatchObject({ code: 0 })
  const wine = (rows: readonly (readonly string[])[]) => rows.filter(([, name]) => name === 'Wine')
  const before = wine(await rowsOf('merged_cluster_assignments.csv'))
  const clusterOf = (rows: readonly (readonly string[])[], id: string) =>
    rows.find(([store]) => store === id)?.[5]
  const [from, to] = [before[0]?.[5], before.find((row) => row[5] !== before[0]?.[5])?.[5]]
  const id = before[0]?.[0] ?? ''
  const left = before[1]?.[0] ?? ''

  await decide(
    `  - { kind: lock, branch: merged, category: Wine, stores: ["${id}"], cluster: "${to}", id: a, ${said} }\n` +
      `  - { kind: exclude, branch: merged, category: Wine, stores: ["${left}"], id: b, ${said} }\n`,
  )
  expect(await speak(folder, run)).toMatchObject({ code: 0 })
  const after = wine(await rowsOf('merged_cluster_assignments.csv'))
  expect([from, clusterOf(after, id)]).not.toEqual([to, from])
  expect(clusterOf(after, id)).toBe(to)
  expect(clusterOf(after, left)).toBeUndefined()
  expect(after).toHaveLength(before.length - 1)

  const move = (await rowsOf('moves.csv')).find((row) => row[0] === id && row[1] === 'Wine')
  expect(move?.[3]).toBe(to)
  const exceptions = (await rowsOf('exceptions.csv')).filter((row) => row[2] === 'merged')
  expect(exceptions).toEqual(
    [
      [id, 'Wine', 'merged', 'cluster_reassignment', 'locked'],
      [left, 'Wine', 'merged', 'cluster_reassignment', 'excluded by override'],
    ].toSorted(([a = ''], [b = '']) => (a < b ? -1 : 1)),
  )

  const { assets } = JSON.parse(await readFile(join(folder, 'out', 'run.json'), 'utf8')) as {
    assets: readonly { key: string; partition: string | null; cached: boolean }[]
  }
  const made = assets.filter(({ cached }) => !cached)
  expect(made.map(({ key, partition }) => `${key}[${partition ?? ''}]`).toSorted()).toEqual([
    'cluster_labeling_analytics[Wine]',
    'cluster_profiles[Wine]',
    'cluster_reassignment[Wine]',
    'merged_cluster_assignments[]',
  ])
}, 60_000)

test('a store id without quotes is refused with its place', async () => {
  await decide(
    `  - { kind: exclude, branch: merged, category: Wine, stores: [00123], id: a, ${said} }\n`,
  )
  const { code, log, out } = await speak(folder, run)
  expect(code).toBe(2)
  expect(log + out).toContain('overrides[0].stores[0]')
  expect(log + out).toContain('in quotes')
})

test('an override of a category that is not there is said to change nothing', async () => {
  await decide(
    `  - { kind: exclude, branch: merged, category: Wien, stores: ["00002"], id: a, ${said} }\n`,
  )
  const warning = 'warning Override a (exclude, merged) changes nothing: no category "Wien"'
  const { code, log } = await speak(folder, run)
  expect(code).toBe(0)
  expect(log).toContain(warning)
  expect((await speak(folder, ['validate', '--config', 'config.yaml'])).log).toContain(warning)
})

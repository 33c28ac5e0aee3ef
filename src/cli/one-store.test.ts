import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { speak } from './testing/fixture-chain'

let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'store-clustering-'))
  await writeFile(join(folder, 'file.csv'), 'STORE_NBR,income,age\n1,2,3\n2,4,5\n3,7,1\n')
})

afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
})

it.each([
  ['external', '--external', '["1","2"]', 'stores 1, store 3, left out 2'],
  ['internal', '--store-metrics', '["1","2"]', 'stores 1, store 3, left out 2'],
  ['external', '--external', '["1","2","3"]', 'stores 0, store none, left out 3'],
])('the %s branch of %s without %s says that there is nothing to group', async (...row) => {
  const [branch, role, left, found] = row
  const line = ['run', `${branch}_ml_job`, role, 'file.csv', '--out', 'out', '--workers', '1']
  const { code, out, log } = await speak(folder, [
    ...line,
    '--set',
    `exclude_stores=${left}`,
    '--json',
  ])
  expect(code, log).toBe(3)
  const { errors } = JSON.parse(out)
  expect(errors).toHaveLength(1)
  expect(errors[0]).toMatchObject({
    code: 'check_failed',
    path: `${branch}_filtered_features[all].stores_left`,
  })
  expect(errors[0].message).toContain('at least two stores')
  expect(errors[0].message).toContain(found)
  expect(errors[0].hint).toContain('more stores')
  expect(log).not.toContain('max_missing')
})

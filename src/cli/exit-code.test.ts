import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { speak, words, writeChain } from './testing/fixture-chain'

let folder = ''
const run = words('run external_ml_job --config config.yaml --workers 1 --out out --json')

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'store-clustering-'))
  await writeChain(folder)
})

afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
})

test.each([
  ['a region rule of an unknown column', 'region_rules=[{column: aeg, values: ["31"], region: x}]'],
  ['a share of outliers above one', 'outlier_threshold=1.5'],
])('%s, which only the data tells, is bad configuration', async (_, setting) => {
  const { code, out } = await speak(folder, [...run, '--set', setting])
  expect(code).toBe(2)
  expect(JSON.parse(out)).toMatchObject({ status: 'failure', errors: [{}] })
})

test('a transform that the data does not allow is a failure of its asset', async () => {
  const rows = Array.from({ length: 12 }, (_, i) => `s${i},${(i * 7) % 11},${i % 2 ? 9 : -9}.${i}`)
  await writeFile(join(folder, 'below.csv'), ['store,area,change', ...rows, ''].join('\n'))
  const setting = words('--external below.csv --set transform=log1p --set min_association=null')
  const { code, out } = await speak(folder, [...run, ...setting])
  expect(code).toBe(1)
  expect(JSON.parse(out)).toMatchObject({
    status: 'failure',
    errors: [{ code: 'transform_undefined' }],
  })
})

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { madeMarket, speak, writeChain, writeTable } from './testing/fixture-chain'

let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wrong-place-'))
  await writeChain(folder)
  const { rows } = madeMarket()
  const visits = rows.map(([id], i) => [`V${i}`, id ?? null, i % 7, (i * 3) % 11])
  await writeTable(join(folder, 'units.csv'), {
    columns: ['visit_id', 'branch_of_record', 'units', 'sales'],
    rows: visits,
  })
})

afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
})

const validate = (...args: readonly string[]) => speak(folder, ['validate', ...args])

describe('F-33: a file that is given for another one', () => {
  it('sales for the product map and the map for the sales: told, then the fault of the run', async () => {
    const { code, log } = await validate('--sales', 'map.csv', '--product-map', 'sales.csv')
    expect(code).toBe(2)
    expect(log).toContain('warning swapped_files at map.csv: map.csv is taken for a sales file')
  })

  it('sales for market data, and the same file twice', async () => {
    const { log } = await validate('--store-metrics', 'market.csv', '--external', 'market.csv')
    expect(log).toContain('warning same_file_twice at market.csv')
    const sales = ['--sales', 'sales.csv', '--product-map', 'map.csv', '--external', 'sales.csv']
    expect((await validate(...sales)).log).toContain('warning unlikely_role at sales.csv')
  })
})

describe('F-44: the store column', () => {
  it('is the one that holds stores of the other file, where none is chosen', async () => {
    const files = ['--store-metrics', 'units.csv', '--external', 'market.csv']
    expect(await validate(...files)).toMatchObject({ code: 0, out: 'valid\n' })
  })
})

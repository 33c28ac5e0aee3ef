import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
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

describe('run ... --set ROLE.OPTION=VALUE', () => {
  it('F-20 reads the files of a role as --set says, and says which cells it could not read', async () => {
    const cells = Array.from({ length: 20 }, (_, i) => (i === 4 ? 'closed' : `${i + 1}.234`))
    const lines = cells.map((cell, i) => `S${i},${cell}`)
    await writeFile(
      join(folder, 'market.csv'),
      `store;size\n${lines.join('\n')}\n`.replaceAll(',', ';'),
    )
    const args = ['run', 'external_features_data', '--external', 'market.csv', '--out', 'read']
    const { code } = await speak(folder, [...args, '--workers', '1', '--set', 'external.decimal=,'])
    expect(code).toBe(0)
    const asset = ['--asset', 'external_features_data', '--format', 'json']
    const { out } = await speak(folder, ['export', '--out', 'read', ...asset])
    const { columns, unreadable } = JSON.parse(out)
    expect(columns[0].values[0]).toBe(1234)
    const first = 'line 6, column 2 "size": closed'
    expect(unreadable).toEqual([{ file: 'market.csv', column: 'size', cells: 1, first }])
    const record = await readFile(join(folder, 'read', 'run.json'), 'utf8')
    const [made] = JSON.parse(record).assets
    const check = made.checks.find(({ name }: { name: string }) => name === 'cells_readable')
    expect(check).toMatchObject({ passed: false, metadata: { first: `market.csv, ${first}` } })
  })
})

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createDuckDbReader, type DuckDbReader } from './testing/differential/duck-db-reader'
import { runDifferential, type Difference } from './testing/differential/run-differential'

const nTables = 1000
const tablesPerQuery = 50

describe('a table that another engine reads too', () => {
  let folder: string
  let duckDb: DuckDbReader
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'differential-'))
    duckDb = await createDuckDbReader(folder)
  })
  afterAll(() => {
    duckDb.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it('N4 1,000 made tables are equal to what DuckDB reads, cell by cell', async () => {
    const differences: Difference[] = []
    for (let from = 0; from < nTables; from += tablesPerQuery) {
      const numbers = Array.from({ length: tablesPerQuery }, (_, i) => from + i)
      differences.push(...(await runDifferential(duckDb, numbers)))
    }
    expect(differences).toEqual([])
  }, 120_000)
})

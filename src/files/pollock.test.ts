import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { exportCsv } from './export-csv'
import { readText } from './read-text'
import { meanScore, parseLoosely, scoreFile, type FileScore } from './testing/pollock-score'

const shared = fileURLToPath(new URL('../../../shared/data/pollock/', import.meta.url))

/** The folder with `csv` and `clean`; `null` where the data is absent or tar cannot unpack it. */
function unpack(): string | null {
  const archive = join(shared, 'pollock_half.tar.xz')
  if (!existsSync(archive)) return null
  const folder = mkdtempSync(join(tmpdir(), 'pollock-'))
  try {
    execFileSync('tar', ['-xJf', archive, '-C', folder], { stdio: 'ignore' })
    return findFolder(folder)
  } catch {
    rmSync(folder, { recursive: true })
    return null
  }
}

function findFolder(folder: string): string | null {
  const entries = readdirSync(folder, { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  )
  if (entries.some(({ name }) => name === 'clean')) return folder
  return entries.map(({ name }) => findFolder(join(folder, name))).find((at) => at !== null) ?? null
}

/** What `read FILE --text --format csv` prints. */
async function readAsCsv(path: string): Promise<string | null> {
  const reading = await readText('t.csv', new Blob([readFileSync(path)]), {})
  if (!reading.ok) return null
  const [header = [], ...rows] = reading.rows
  return reading.rows.length === 0 ? '' : exportCsv(header, rows)
}

const folder = unpack()

afterAll(() => {
  if (folder !== null) rmSync(folder, { recursive: true })
})

describe.skipIf(folder === null)(
  'N1 half of the Pollock files, read without any option (skipped without ../shared or tar with xz)',
  () => {
    it('scores at least 9.97 in the mean and 9.70 by weight', async () => {
      if (folder === null) throw new Error('no data')
      const weights = JSON.parse(readFileSync(join(shared, 'pollock_weights.json'), 'utf8')) as {
        readonly [file: string]: number
      }
      const scores: FileScore[] = []
      for (const file of readdirSync(join(folder, 'clean')).toSorted()) {
        const expected = parseLoosely(readFileSync(join(folder, 'clean', file), 'utf8'))
        const found = await readAsCsv(join(folder, 'csv', file))
        const score = scoreFile(expected, found === null ? null : parseLoosely(found))
        scores.push({ file, score, weight: weights[file] })
      }
      expect(scores).toHaveLength(1110)
      expect(meanScore(scores, () => 1)).toBeGreaterThanOrEqual(9.97)
      expect(meanScore(scores, ({ weight }) => weight)).toBeGreaterThanOrEqual(9.7)
    })
  },
)

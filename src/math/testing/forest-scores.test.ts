import { existsSync, readFileSync } from 'node:fs'
import { afterAll, expect, it } from 'vitest'
import { fitIsolationForest, scoreSamples } from '../isolation-forest'
import { selectRows } from '../matrix'
import { spearman } from '../spearman'
import { prepare } from './prepare'
import { readSet } from './real-sets'

/**
 * Trees are drawn at random, so the scores of 500 of them are compared by their ranks. `npm run
 * references forests` asks scikit-learn anew.
 */
type Forest = {
  /** One row in so many is scored. */
  readonly step: number
  readonly scores: readonly number[]
}

const { sets }: { readonly sets: Readonly<Record<string, Forest>> } = JSON.parse(
  readFileSync(new URL('forest-scores.json', import.meta.url), 'utf8'),
)
const dataFolder = new URL('../../../../shared/data/', import.meta.url)
const isAbsent = !existsSync(dataFolder)
if (isAbsent) console.warn('Isolation forests are not compared: ../shared/data is absent.')
const readData = (file: string) => readFileSync(new URL(file, dataFolder), 'utf8')

const correlations = new Map<string, number>()
afterAll(() => {
  const lines = [...correlations].map(([name, r]) => `  ${r.toFixed(4)}  ${name}`)
  console.log(`Rank correlation of the isolation scores at 500 trees:\n${lines.join('\n')}`)
})

it('the retail sets and every classical set have scores', () => {
  expect(Object.keys(sets)).toHaveLength(21)
})

it.skipIf(isAbsent).each(Object.entries(sets))(
  '%s: a forest of 500 trees ranks the rows as that of scikit-learn',
  (name, { step, scores }) => {
    const matrix = prepare('plain', readSet(readData, name, Infinity))
    const forest = fitIsolationForest(matrix, {
      nEstimators: 500,
      maxSamples: 256,
      randomState: 42,
    })
    const rows = scores.map((_, at) => at * step)
    const ours = scoreSamples(forest, selectRows(matrix, rows))
    const { r } = spearman(ours, Float64Array.from(scores))
    correlations.set(name, r)
    expect(r).toBeGreaterThanOrEqual(0.95)
  },
)

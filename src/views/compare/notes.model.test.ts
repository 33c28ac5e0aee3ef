import { expect, test } from 'vitest'
import { compareRuns } from '../../runs/compare/compare-runs'
import { placedRun } from '../../runs/testing/placed-run'
import { notesOf } from './notes.model'

async function comparing() {
  const places = { s1: 1, s2: 1, s3: 2 }
  const [a, b] = [placedRun(places, { id: 'a', seq: 1 }), placedRun(places, { id: 'b', seq: 2 })]
  return compareRuns(a, b)
}

test('metrics that one run did not make are said not to be there, not taken for the same', async () => {
  const comparison = await comparing()
  const [place] = comparison.memberships
  if (place === undefined) throw new Error('nothing to compare')
  const { view, category } = place
  expect(view).toBe('internal')
  expect(notesOf(comparison, category)).toEqual([
    'The metrics of the internal clusters are not in both runs: run what is stale to compare them.',
  ])
  const figure = { view, category, name: 'clusters', before: 2, after: 2 } as const
  const measured = { ...comparison, metrics: { all: [figure], differing: [], nSame: 1 } }
  expect(notesOf(measured, category)).toEqual([])
})

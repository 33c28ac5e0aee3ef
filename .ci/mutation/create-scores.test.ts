import { expect, test } from 'vitest'
import { createScores } from './create-scores.mjs'

const mutant = (status: string, line = 1) => ({
  status,
  mutatorName: 'EqualityOperator',
  replacement: 'a <= b',
  location: { start: { line, column: 5 }, end: { line, column: 9 } },
})
const mutants = (...statuses: string[]) => statuses.map((status, i) => mutant(status, i + 1))
const quiet = () => undefined

test('the score counts what was noticed, and names each change that was not', () => {
  const lines: string[] = []
  const scores = createScores((line) => lines.push(line))
  scores.add('mean.ts', mutants('Killed', 'Timeout', 'Survived', 'CompileError'))
  scores.add('mode.ts', mutants('Killed'))
  expect(scores.tellAll()).toBe(false)
  expect(lines).toEqual([
    ' 66.7 % mean.ts: 2 of 3',
    '        3:5 EqualityOperator: a <= b',
    '100.0 % mode.ts: 1 of 1',
    ' 75.0 % in all: 3 of 4',
  ])
})

test('nine of ten are enough; no coverage is not noticed, and nothing at all is not enough', () => {
  const nine = Array.from({ length: 9 }, () => 'Killed')
  const enough = (...statuses: string[]) => {
    const scores = createScores(quiet)
    scores.add('mean.ts', mutants(...nine, ...statuses))
    return scores.tellAll()
  }
  expect(enough('Survived')).toBe(true)
  expect(enough('NoCoverage', 'Survived')).toBe(false)
  expect(createScores(quiet).tellAll()).toBe(false)
})

import { expect, test } from 'vitest'
import { tellScores } from './tell-scores.mjs'

const mutant = (status: string, line = 1) => ({
  status,
  mutatorName: 'EqualityOperator',
  replacement: 'a <= b',
  location: { start: { line, column: 5 } },
})
const report = (...statuses: string[]) => ({
  files: { 'src/math/mean.ts': { mutants: statuses.map((status, i) => mutant(status, i + 1)) } },
})

test('the score counts what was noticed, and names each change that was not', () => {
  const lines: string[] = []
  const isEnough = tellScores(report('Killed', 'Timeout', 'Survived', 'CompileError'), (line) =>
    lines.push(line),
  )
  expect(isEnough).toBe(false)
  expect(lines).toEqual([
    ' 66.7 % src/math/mean.ts: 2 of 3',
    '        3:5 EqualityOperator: a <= b',
    ' 66.7 % in all: 2 of 3',
  ])
})

test('nine of ten are enough; no coverage is not noticed, and nothing at all is not enough', () => {
  const nine = Array.from({ length: 9 }, () => 'Killed')
  const quiet = () => undefined
  expect(tellScores(report(...nine, 'Survived'), quiet)).toBe(true)
  expect(tellScores(report(...nine, 'NoCoverage', 'Survived'), quiet)).toBe(false)
  expect(tellScores({ files: {} }, quiet)).toBe(false)
})

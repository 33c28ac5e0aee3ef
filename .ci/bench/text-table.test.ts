import { expect, test } from 'vitest'
import { textTable } from './text-table.mjs'

test('names stand to the left, figures to the right', () => {
  const rows = [
    ['', 'ms'],
    ['run', '1.5'],
    ['a long name', '10.0'],
  ]
  expect(textTable(rows)).toBe(
    ['               ms', 'run           1.5', 'a long name  10.0'].join('\n'),
  )
})

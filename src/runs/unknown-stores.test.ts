import { expect, test } from 'vitest'
import { emptyConfiguration } from '../config/configuration'
import { doubtsOf } from './source-doubts'
import { sourcesOf } from './testing/run-here'

const table = (header: string, ids: readonly string[]) =>
  `${header}\n${ids.map((id, i) => `${id},9,${i}`).join('\n')}\n`
const sources = await sourcesOf([
  { name: 'units.csv', text: table('STORE,TOTAL_SALES,ITEMS', ['00001', '00002', '00005']) },
  { name: 'market.csv', text: table('STORE,POPULATION,INCOME', ['00001', '00002', '00009']) },
])
const leavingOut = (...exclude_stores: string[]) =>
  doubtsOf(sources, { ...emptyConfiguration, job_params: { exclude_stores } }).filter(
    ({ code }) => code === 'unknown_stores',
  )

test('stores that are left out by name and in no file are named, with the id that may be meant', () => {
  expect(leavingOut('5', 'Leeds')).toEqual([
    {
      severity: 'warn',
      code: 'unknown_stores',
      message: 'exclude_stores names 2 stores that are in no file: 5, Leeds.',
      path: 'exclude_stores',
      hint: 'Nothing is left out for them. The files write "00005" for "5".',
    },
  ])
  expect(leavingOut('Leeds')[0]?.hint).toBe(
    'Nothing is left out for it. Write store ids exactly as the files do.',
  )
})

test('a store that one of the files has is no unknown store', () => {
  expect(leavingOut('00005', '00009')).toEqual([])
  expect(leavingOut()).toEqual([])
})

test('nothing is said where not every id of a file is known', () => {
  const [first, second] = sources
  if (first === undefined || second === undefined) throw new Error('Two files are made above.')
  const columns = second.profile.columns.map((column) => ({ ...column, levelsAreComplete: false }))
  const large = { ...second, profile: { ...second.profile, columns } }
  const configuration = { ...emptyConfiguration, job_params: { exclude_stores: ['5'] } }
  expect(doubtsOf([first, large], configuration)).toEqual([])
})

import { describe, expect, test } from 'vitest'
import { noWatch } from '../../state/watch/watch-state'
import {
  eventText,
  firstTimer,
  folderRows,
  nextText,
  timeField,
  timerOfField,
  watchSentence,
} from './watch.model'
import { timeOf } from '../watch-words'

const handle = { kind: 'directory', name: 'exports' } as const
const stamp = { size: 1, modifiedAt: 1 }
const now = new Date(2026, 10, 26, 13, 0).getTime()
const at = (hour: number, day = 26) => new Date(2026, 10, day, hour, 0).getTime()

const watching = {
  status: 'watching',
  handle,
  names: ['a.csv', 'b.csv', 'c.csv', 'd.csv'],
  files: [
    { name: 'a.csv', read: stamp, sight: stamp, since: 0 },
    { name: 'd.csv', read: null, sight: stamp, since: now - 1000 },
    { name: 'e.csv', read: stamp, sight: 'gone', since: 0 },
  ],
} as const

describe('the files of the folder', () => {
  test('say how each stands, those on the desk that are gone too', () => {
    const onDesk = ['a.csv', 'b.csv', 'd.csv', 'e.csv']
    const rows = folderRows(watching, { ...noWatch, leftOut: ['b.csv'] }, { onDesk, now })
    expect(rows.map(({ name, isFollowed, words }) => [name, isFollowed, words])).toEqual([
      ['a.csv', true, 'Unchanged since it was read'],
      ['b.csv', false, 'On the desk, not followed'],
      ['d.csv', true, 'Being written'],
      [
        'e.csv',
        true,
        'Gone from the folder. The one read last stays; put it back, or remove it from the desk.',
      ],
      ['c.csv', false, 'Not on the desk'],
    ])
    expect(rows.filter(({ isWrong }) => isWrong).map(({ name }) => name)).toEqual(['e.csv'])
  })

  test('say why one was refused, and what to do', () => {
    const failure = { code: 'no_rows', message: 'a.csv has no data rows.', path: '', hint: 'Add.' }
    const refused = new Map([['a.csv', failure]])
    const [row] = folderRows(watching, { leftOut: [], refused }, { onDesk: ['a.csv'], now })
    expect(row).toMatchObject({
      isWrong: true,
      words: 'a.csv has no data rows. Add. The one read last stays.',
    })
  })
})

describe('what goes on by itself', () => {
  test('is nothing before anything was set', () => {
    expect(watchSentence(noWatch, now)).toBe('A run starts when you press Run.')
  })

  test('names the files, what a change does, and the next time', () => {
    const watch = {
      ...noWatch,
      folder: watching,
      runsByItself: true,
      timer: firstTimer('daily', now),
      nextAt: at(7, 27),
    }
    expect(watchSentence(watch, now)).toBe(
      `Follows 3 files of exports, a change starts a run, the timer runs tomorrow at ${timeOf(at(7, 27))}.`,
    )
    expect(
      watchSentence({ ...noWatch, timer: firstTimer('every', now), nextAt: at(14) }, now),
    ).toBe(`The timer runs at ${timeOf(at(14))}.`)
  })

  test('the next time is of today or of tomorrow', () => {
    expect(nextText(at(14), now)).toBe(`at ${timeOf(at(14))}`)
    expect(nextText(at(7, 27), now)).toBe(`tomorrow at ${timeOf(at(7, 27))}`)
  })
})

describe('what happened', () => {
  const timer = { by: 'timer', dueAt: at(14) } as const

  test('a time that was left out is said with its reason', () => {
    const skipped = { at: at(14), kind: 'skipped', wish: timer } as const
    expect(eventText({ ...skipped, why: 'nothing' })).toBe(
      `Nothing to do at ${timeOf(at(14))}: no asset is stale`,
    )
    expect(eventText({ ...skipped, why: 'busy' })).toBe(
      `No run at ${timeOf(at(14))}: another one went on`,
    )
  })

  test('a time that was made up is said to have been missed', () => {
    expect(eventText({ at: at(16), kind: 'started', wish: timer })).toBe(
      `A run started by the timer: ${timeOf(at(14))} was missed`,
    )
    expect(eventText({ at: at(14) + 4000, kind: 'started', wish: timer })).toBe(
      'A run started by the timer',
    )
  })
})

test('a time of the day goes into its field and back', () => {
  const timer = { kind: 'daily', hour: 7, minute: 5 } as const
  expect(timeField(timer)).toBe('07:05')
  expect(timerOfField('07:05')).toEqual(timer)
  expect(timerOfField('')).toBeNull()
})

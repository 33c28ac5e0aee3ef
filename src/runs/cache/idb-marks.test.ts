import { beforeEach, describe, expect, test } from 'vitest'
import { noMark } from '../run-mark'
import { freshStorage } from '../testing/fresh-storage'
import { createDatabase } from './database'
import { changeMark, readMarks } from './idb-marks'

beforeEach(freshStorage)

describe('marks of runs', () => {
  test('keep a name, a note and a standing beside the record', async () => {
    const database = createDatabase('test')
    await changeMark(database, 'a', { name: 'Spring' })
    await changeMark(database, 'a', { note: 'With the new stores.', standing: 'candidate' })
    const mark = { name: 'Spring', note: 'With the new stores.', standing: 'candidate' }
    expect(await readMarks(createDatabase('test'))).toEqual(new Map([['a', mark]]))
  })

  test('name one baseline at most: the earlier one becomes a candidate', async () => {
    const database = createDatabase('test')
    await changeMark(database, 'a', { standing: 'baseline', name: 'First' })
    await changeMark(database, 'b', { standing: 'draft' })
    const marks = await changeMark(database, 'c', { standing: 'baseline' })
    expect(marks).toEqual(await readMarks(database))
    expect(marks.get('a')).toEqual({ ...noMark, name: 'First', standing: 'candidate' })
    expect(marks.get('b')).toEqual(noMark)
    expect(marks.get('c')?.standing).toBe('baseline')
  })

  test('name one baseline also when two tabs mark at the same time', async () => {
    const [one, two] = [createDatabase('test'), createDatabase('test')]
    await Promise.all([
      changeMark(one, 'a', { standing: 'baseline' }),
      changeMark(two, 'b', { standing: 'baseline' }),
    ])
    const marks = await readMarks(one)
    expect([...marks.values()].filter(({ standing }) => standing === 'baseline')).toHaveLength(1)
  })
})

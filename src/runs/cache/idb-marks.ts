import { compareText } from '../../table/compare-text'
import type { RunMark } from '../run-mark'
import { type Marks, withMark } from '../with-mark'
import type { Database } from './database'
import { readFrom, writeWhole } from './transactions'

export function readMarks(database: Database): Promise<Marks> {
  return readFrom(database, { path: 'marks', stores: ['marks'] }, async (tx) => {
    const store = tx.objectStore('marks')
    return pair(await store.getAllKeys(), await store.getAll())
  })
}

/** Changes one mark, and that of the earlier baseline, in one transaction: other tabs mark too. */
export function changeMark(
  database: Database,
  id: string,
  change: Partial<RunMark>,
): Promise<Marks> {
  return writeWhole(database, { path: id, stores: ['marks'] }, async (tx) => {
    const store = tx.objectStore('marks')
    const before = pair(await store.getAllKeys(), await store.getAll())
    const after = withMark(before, id, change)
    for (const [other, mark] of after) if (before.get(other) !== mark) await store.put(mark, other)
    return after
  })
}

function pair(ids: readonly string[], marks: readonly RunMark[]): Marks {
  const entries = ids.flatMap((id, i): [string, RunMark][] => {
    const mark = marks[i]
    return mark === undefined ? [] : [[id, mark]]
  })
  return new Map(entries.toSorted(([a], [b]) => compareText(a, b)))
}

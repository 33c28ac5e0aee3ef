import type { RunRecord } from '../contract'
import type { RunStore } from '../run-store'

/** Run records of this session only. */
export function createMemoryRunStore(kept: readonly RunRecord[] = []): RunStore {
  let runs = [...kept]
  const newestFirst = () => runs.toSorted((a, b) => b.seq - a.seq)
  return {
    list: async () => newestFirst(),
    append: async (draft) => {
      const record = { ...draft, seq: (newestFirst()[0]?.seq ?? 0) + 1 }
      runs.push(record)
      return record
    },
    remove: async (id) => {
      runs = runs.filter((run) => run.id !== id)
    },
    restore: async (record) => {
      runs = [...runs.filter(({ id }) => id !== record.id), record]
    },
  }
}

import { mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { RunRecord } from '../runs/contract'
import type { RunStore } from '../runs/run-store'
import { isAbsent, writeWhole } from './whole-file'

/** Run records in a folder, one file each, named by their sequence. */
export function fileRunStore(folder: string): RunStore {
  const write = async (record: RunRecord) => {
    await mkdir(folder, { recursive: true })
    await writeWhole(join(folder, fileName(record.seq)), JSON.stringify(record))
    return record
  }
  const list = async () => {
    const names = await namesIn(folder)
    return Promise.all(names.map((name) => readRecord(join(folder, name))))
  }
  return {
    list,
    append: async (draft) => {
      const [newest] = await namesIn(folder)
      const seq = newest === undefined ? 1 : Number.parseInt(newest, 10) + 1
      return write({ ...draft, seq })
    },
    remove: async (id) => {
      const record = (await list()).find((run) => run.id === id)
      if (record !== undefined) await rm(join(folder, fileName(record.seq)))
    },
    restore: async (record) => {
      await write(record)
    },
  }
}

function fileName(seq: number): string {
  return `${String(seq).padStart(8, '0')}.json`
}

/** Newest first. */
async function namesIn(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch((error: unknown) => {
    if (isAbsent(error)) return []
    throw error
  })
  return names
    .filter((name) => /^\d{8}\.json$/.test(name))
    .toSorted()
    .toReversed()
}

async function readRecord(path: string): Promise<RunRecord> {
  return JSON.parse(await readFile(path, 'utf8'))
}

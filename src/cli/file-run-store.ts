import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { RunRecord } from '../runs/contract'
import type { RunStore } from '../runs/run-store'
import { jsonOrNull, storedRun } from './stored-run'
import { isAbsent, writeWhole } from './whole-file'

/**
 * Run records in a folder, one file each, named by their sequence. A record that was damaged is as
 * good as absent.
 */
export function fileRunStore(folder: string): RunStore {
  const write = async (record: RunRecord) => {
    await mkdir(folder, { recursive: true })
    await writeWhole(join(folder, fileName(record.seq)), JSON.stringify(record))
    return record
  }
  const list = async () => {
    const names = await namesIn(folder)
    const found = await Promise.all(names.map((name) => readRecord(join(folder, name))))
    return found.filter((record) => record !== null)
  }
  return {
    list,
    append: async (draft) => {
      await mkdir(folder, { recursive: true })
      const [newest] = await namesIn(folder)
      let seq = newest === undefined ? 1 : Number.parseInt(newest, 10) + 1
      while (!(await takeName(join(folder, fileName(seq))))) seq++
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

/** False where another run, which may end at the same time, has the name. */
async function takeName(path: string): Promise<boolean> {
  try {
    await writeFile(path, '', { flag: 'wx' })
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
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

async function readRecord(path: string): Promise<RunRecord | null> {
  return storedRun(jsonOrNull(await readFile(path, 'utf8')))
}

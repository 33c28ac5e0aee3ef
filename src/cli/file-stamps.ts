import { stat } from 'node:fs/promises'
import { isAbsent } from './whole-file'

/** What tells one state of a file from the next without reading it; null where there is none. */
export type Stamps = ReadonlyMap<string, string | null>

export async function stampsOf(paths: readonly string[]): Promise<Stamps> {
  const stamps = await Promise.all(paths.map(async (path) => [path, await stampOf(path)] as const))
  return new Map(stamps)
}

async function stampOf(path: string): Promise<string | null> {
  try {
    const { mtimeMs, size, ino } = await stat(path)
    return `${mtimeMs}:${size}:${ino}`
  } catch (error) {
    if (isAbsent(error)) return null
    throw error
  }
}

/** The paths whose files are not as they were, in the order of `after`. */
export function changedPaths(before: Stamps, after: Stamps): readonly string[] {
  return [...after].flatMap(([path, stamp]) => (before.get(path) === stamp ? [] : [path]))
}

export function absentPaths(stamps: Stamps): readonly string[] {
  return [...stamps].flatMap(([path, stamp]) => (stamp === null ? [path] : []))
}

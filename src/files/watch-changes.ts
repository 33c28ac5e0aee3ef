/** What a disk tells of a file before it is read. `modifiedAt` in milliseconds since 1970. */
export type FileStamp = { readonly size: number; readonly modifiedAt: number }

/** What one look found of a file. */
export type FileSight = FileStamp | 'gone' | 'unreadable'

/** A file of a watched folder between two looks. */
export type WatchedFile = {
  readonly name: string
  /** As it stood when its bytes were read last; null before that. */
  readonly read: FileStamp | null
  /** As it stood at the last look. */
  readonly sight: FileSight
  /** Since when it has stood like that, in milliseconds since 1970. */
  readonly since: number
}

export type FolderLook = {
  readonly at: number
  /** By name, of every file that is asked about. */
  readonly sights: ReadonlyMap<string, FileSight>
}

/** `changing`: it differs from what was read, and may still be written. `changed`: it stood still. */
export type Standing = 'same' | 'changing' | 'changed' | 'gone' | 'unreadable'

/**
 * The watched files after a look, sorted as the look names them. A file that was never there is not
 * watched; one that was and is gone stays, so that it can be told and can come back.
 */
export function changesOf(before: readonly WatchedFile[], now: FolderLook): readonly WatchedFile[] {
  const known = new Map(before.map((file) => [file.name, file]))
  const after = [...now.sights].flatMap(([name, sight]) => {
    const file = known.get(name)
    if (file === undefined)
      return sight === 'gone' ? [] : [{ name, read: null, sight, since: now.at }]
    // A clock that was set back would make a file wait for the time it came from.
    if (isSameSight(file.sight, sight) && file.since <= now.at) return [file]
    return [{ ...file, sight, since: now.at }]
  })
  const isAsBefore = after.length === before.length && after.every((file, i) => file === before[i])
  return isAsBefore ? before : after
}

/**
 * How a file stands at a moment. A half-written file changes from look to look: it counts as changed
 * once size and time have stood still for `quiet` milliseconds.
 */
export function standingOf(
  { read, sight, since }: WatchedFile,
  at: number,
  quiet: number,
): Standing {
  if (sight === 'gone' || sight === 'unreadable') return sight
  if (read !== null && isSameSight(read, sight)) return 'same'
  return at - since >= quiet ? 'changed' : 'changing'
}

export function isSameSight(a: FileSight, b: FileSight): boolean {
  if (typeof a === 'string' || typeof b === 'string') return a === b
  return a.size === b.size && a.modifiedAt === b.modifiedAt
}

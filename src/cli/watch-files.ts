import { watch } from 'node:fs'
import { basename, dirname } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { absentPaths, changedPaths, type Stamps, stampsOf } from './file-stamps'
import type { Io } from './io'

/** Milliseconds that files have to stay as they are before they count as written. */
const quiet = 300
/** Not every disk tells of changes: the files are looked at this often in any case. */
const lookEvery = 2000
/** How soon Ctrl-C is noticed. */
const tick = 50

/**
 * Waits until files differ from what they were at `known` and have settled. A file that is
 * not there is said once and waited for.
 * @returns the paths that changed, null when canceled
 */
export async function nextChange(known: Stamps, io: Io): Promise<readonly string[] | null> {
  const paths = [...known.keys()]
  const folders = watchFolders(paths)
  let gone: readonly string[] = []
  try {
    for (;;) {
      const stamps = await stampsOf(paths)
      const absent = absentPaths(stamps)
      for (const path of absent)
        if (!gone.includes(path)) io.log(`${path} is not there: waiting for it`)
      gone = absent
      const changed = changedPaths(known, stamps)
      if (gone.length === 0 && changed.length > 0 && (await haveSettled(stamps))) return changed
      if ((await pause(folders, io)) === 'canceled') return null
    }
  } finally {
    folders.close()
  }
}

async function haveSettled(stamps: Stamps): Promise<boolean> {
  await sleep(quiet)
  return changedPaths(stamps, await stampsOf([...stamps.keys()])).length === 0
}

/** Until something happens in a folder, or it is time to look anyway. */
async function pause(folders: WatchedFolders, io: Io): Promise<'look' | 'canceled'> {
  for (let waited = 0; waited < lookEvery; waited += tick) {
    if (io.isCanceled()) return 'canceled'
    if (folders.takeEvent()) return 'look'
    await sleep(tick)
  }
  return 'look'
}

type WatchedFolders = {
  /** Whether one of the files was touched since it was last asked. */
  readonly takeEvent: () => boolean
  readonly close: () => void
}

/** The folders, not the files: programs replace a file by another one of its name. */
function watchFolders(paths: readonly string[]): WatchedFolders {
  const names = new Set(paths.map((path) => basename(path)))
  let isTouched = false
  const watchers = [...new Set(paths.map((path) => dirname(path)))].flatMap((folder) => {
    const watcher = watchFolder(folder, (name) => {
      if (name === null || names.has(name)) isTouched = true
    })
    return watcher === null ? [] : [watcher]
  })
  return {
    takeEvent: () => {
      const wasTouched = isTouched
      isTouched = false
      return wasTouched
    },
    close: () => {
      for (const watcher of watchers) watcher.close()
    },
  }
}

/** `null` where the system cannot watch it: then looking every two seconds has to do. */
function watchFolder(folder: string, onEvent: (name: string | null) => void) {
  try {
    return watch(folder, (_, name) => onEvent(name)).on('error', () => onEvent(null))
  } catch {
    return null
  }
}

import { readFileSync, readdirSync } from 'node:fs'

/** Milliseconds between looks at the memory, and between looks for renderers that are new. */
const lookEvery = 100
const findEvery = 1000

/**
 * The most memory that the renderers of browsers which this process started hold at once, without
 * the pages of the program itself; on Linux, else nothing is told. Only counters of the kernel are
 * read: to walk all pages of a process, as exact shares would need, stops it for as long.
 */
export function watchRenderers() {
  /** @type {readonly string[]} */
  let pids = []
  let peak = 0
  const find = () => {
    pids = renderersOf(String(process.pid))
  }
  const look = () => {
    peak = Math.max(
      peak,
      pids.reduce((sum, pid) => sum + bytesOf(pid), 0),
    )
  }
  const timers =
    process.platform === 'linux' ? [setInterval(find, findEvery), setInterval(look, lookEvery)] : []
  return {
    stop: () => {
      for (const timer of timers) clearInterval(timer)
      return peak
    },
  }
}

/** @param {string} root */
function renderersOf(root) {
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  const parents = new Map(all.map((pid) => [pid, read(pid, 'stat')?.split(') ')[1]?.split(' ')[1]]))
  const isBelow = (/** @type {string} */ pid) => {
    /** @type {string | undefined} */
    let at = pid
    while (at !== undefined && at !== root) at = parents.get(at)
    return at === root
  }
  return all.filter((pid) => isBelow(pid) && read(pid, 'cmdline')?.includes('--type=renderer'))
}

/** @param {string} pid */
function bytesOf(pid) {
  const status = read(pid, 'status') ?? ''
  const kilobytes = [...status.matchAll(/^Rss(?:Anon|Shmem):\s+(\d+)/gm)]
  return kilobytes.reduce((sum, [, count]) => sum + 1024 * Number(count), 0)
}

/**
 * @param {string} pid
 * @param {string} name
 * @returns {string | null} null where the process has ended meanwhile
 */
function read(pid, name) {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'latin1')
  } catch {
    return null
  }
}

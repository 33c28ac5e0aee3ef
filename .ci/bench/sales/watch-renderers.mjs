import { readFileSync, readdirSync } from 'node:fs'

/**
 * The most memory that the renderers of browsers which this process started hold at once; on Linux,
 * else nothing is told.
 */
export function watchRenderers() {
  let peak = 0
  const look = () => {
    peak = Math.max(peak, bytesOfRenderers())
  }
  const timer = process.platform === 'linux' ? setInterval(look, 100) : undefined
  return {
    stop: () => {
      clearInterval(timer)
      return peak
    },
  }
}

/** @typedef {{ readonly parent: string, readonly bytes: number, readonly isRenderer: boolean }} Running */

function bytesOfRenderers() {
  /** @type {Map<string, Running>} */
  const all = new Map()
  for (const pid of readdirSync('/proc')) {
    const running = /^\d+$/.test(pid) ? look(pid) : null
    if (running !== null) all.set(pid, running)
  }
  const isOurs = (/** @type {string} */ pid) => {
    let at = pid
    while (all.has(at) && at !== String(process.pid)) at = all.get(at)?.parent ?? ''
    return at === String(process.pid)
  }
  return [...all].reduce(
    (sum, [pid, { isRenderer, bytes }]) => (isRenderer && isOurs(pid) ? sum + bytes : sum),
    0,
  )
}

/**
 * @param {string} pid
 * @returns {Running | null} null for one that ended meanwhile
 */
function look(pid) {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'latin1')
    const cmdline = readFileSync(`/proc/${pid}/cmdline`, 'latin1')
    const isRenderer = cmdline.includes('--type=renderer')
    return {
      parent: /^PPid:\s+(\d+)/m.exec(status)?.[1] ?? '',
      bytes: isRenderer ? bytesOf(pid) : 0,
      isRenderer,
    }
  } catch {
    return null
  }
}

/**
 * What is shared with others, as the program itself is, counts by its part of it.
 * @param {string} pid
 */
function bytesOf(pid) {
  const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'latin1')
  return 1024 * Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1] ?? 0)
}

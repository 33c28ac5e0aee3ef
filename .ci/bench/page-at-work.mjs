/**
 * Functions that run inside the page: each stands alone, as only its text is sent there.
 * @typedef {typeof globalThis & { benchTasks: number[] }} Watched
 */

/** Before the page's own code: every task of its main thread over 50 ms is noted. */
export function noteLongTasks() {
  const watched = /** @type {Watched} */ (globalThis)
  watched.benchTasks = []
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) watched.benchTasks.push(duration)
  }).observe({ type: 'longtask' })
}

/**
 * The tasks over 50 ms that were noted since the last call.
 * @returns {readonly number[]} milliseconds of each
 */
export function takeLongTasks() {
  return /** @type {Watched} */ (globalThis).benchTasks.splice(0)
}

/**
 * Resolves when the last run is over. Looks twice a second only: a run is being measured.
 * @returns {Promise<string>} the words of the status
 */
export function runEnd() {
  return new Promise((resolve) => {
    const timer = setInterval(() => {
      const isRunning = document.querySelector('header button[data-running]') !== null
      const words = document.querySelector('header [role=status]')?.textContent ?? ''
      if (isRunning || !/^Run (complete|failed)/.test(words)) return
      clearInterval(timer)
      resolve(words)
    }, 500)
  })
}

/** @returns {number} tiles of the asset graph in sight */
export function countTiles() {
  return document.querySelectorAll('[aria-label="Asset graph"] .react-flow__node-tile').length
}

/**
 * Opens Pipeline by its link, and waits for the frame that shows the whole graph.
 * @param {number} nTiles
 * @returns {Promise<number>} milliseconds from the click until that frame was handed over
 */
export function openGraph(nTiles) {
  const link = document.querySelector('nav[aria-label=Main] a[title=Pipeline]')
  if (!(link instanceof HTMLElement)) throw new Error('There is no link to Pipeline.')
  const isDrawn = () => {
    const tiles = document.querySelectorAll('[aria-label="Asset graph"] .react-flow__node-tile')
    const last = [...tiles].at(-1)
    return (
      tiles.length >= nTiles &&
      last !== undefined &&
      last.checkVisibility({ visibilityProperty: true })
    )
  }
  return new Promise((resolve) => {
    const start = performance.now()
    const look = () => {
      // The next frame begins when this one, with all tiles in it, was handed over.
      if (isDrawn()) requestAnimationFrame(() => resolve(performance.now() - start))
      else requestAnimationFrame(look)
    }
    link.click()
    requestAnimationFrame(look)
  })
}

/**
 * Drags the graph by its ground, one step a frame.
 * @param {number} nFrames
 * @returns {Promise<readonly number[]>} milliseconds between frames
 */
export function panGraph(nFrames) {
  const pane = document.querySelector('[aria-label="Asset graph"] .react-flow__pane')
  const viewport = document.querySelector('[aria-label="Asset graph"] .react-flow__viewport')
  if (pane === null || !(viewport instanceof HTMLElement)) throw new Error('There is no graph.')
  const { left, top } = pane.getBoundingClientRect()
  const before = viewport.style.transform
  /**
   * @param {EventTarget} target
   * @param {string} type
   * @param {number} step
   */
  const point = (target, type, step) => {
    const place = { clientX: left + 40 + 2 * step, clientY: top + 40 + step }
    const shared = { bubbles: true, cancelable: true, view: window, button: 0, buttons: 1 }
    target.dispatchEvent(new MouseEvent(type, { ...shared, ...place }))
  }
  return new Promise((resolve, reject) => {
    /** @type {number[]} */
    const times = []
    /** @type {FrameRequestCallback} */
    const frame = (time) => {
      times.push(time)
      if (times.length <= nFrames) {
        point(window, 'mousemove', times.length)
        requestAnimationFrame(frame)
        return
      }
      point(window, 'mouseup', times.length)
      if (viewport.style.transform === before) reject(new Error('The graph did not move.'))
      else resolve(times.slice(1).map((at, i) => at - (times[i] ?? at)))
    }
    point(pane, 'mousedown', 0)
    requestAnimationFrame(frame)
  })
}

/**
 * From the next Enter to the frame that follows what it does.
 * @returns {Promise<number>} milliseconds
 */
export function enterToFrame() {
  return new Promise((resolve) => {
    const press = (/** @type {KeyboardEvent} */ event) => {
      if (event.key !== 'Enter') return
      window.removeEventListener('keydown', press, { capture: true })
      const start = performance.now()
      requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - start)))
    }
    window.addEventListener('keydown', press, { capture: true })
  })
}

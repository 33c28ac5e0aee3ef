import { chromium } from '@playwright/test'
import { ensureBrowser } from '../browser.mjs'
import { openPage } from './driven-page.mjs'
import { quantileOf, summaryOf } from './figures.mjs'
import { describeMachine } from './machine.mjs'
import { makeChain } from './made-chain.mjs'
import { servePage } from './serve-page.mjs'
import { textTable } from './text-table.mjs'

/**
 * @typedef {import('./arguments.mjs').BenchOptions} BenchOptions
 * @typedef {Awaited<ReturnType<typeof openPage>>} DrivenPage
 * @typedef {object} Figure
 * @property {string} name
 * @property {string} unit
 * @property {number} [target] the median is to be at most this
 * @typedef {Map<string, number>} Round figures by name
 */

const size = { nCategories: 80, nStores: 300 }
const nFrames = 60
const oneFrame = 1000 / 60

/** @type {readonly Figure[]} */
const figures = [
  { name: 'open the graph', unit: 'ms', target: 200 },
  { name: 'pan: frame, median', unit: 'ms', target: 1.25 * oneFrame },
  { name: 'pan: frame, 95th percentile', unit: 'ms', target: 1.25 * oneFrame },
  { name: 'pan: frames that came late', unit: '%', target: 0 },
  ...['Pipeline', 'Data'].flatMap((screen) =>
    ['full run', 'one setting'].flatMap((run) => [
      { name: `${run} on ${screen}: tasks over 50 ms`, unit: '', target: 0 },
      { name: `${run} on ${screen}: longest task`, unit: 'ms', target: 50 },
      { name: `${run} on ${screen}: most work in a task`, unit: 'ms of the core' },
    ]),
  ),
  { name: 'a setting to the next frame', unit: 'ms', target: 50 },
]

/** @param {BenchOptions} options */
export async function measure({ rounds, only, isJson }) {
  const wanted = figures.filter(({ name }) => only === null || only.test(name))
  const { executablePath, args } = ensureBrowser()
  const page = await servePage()
  const browser = await chromium.launch({ executablePath, args: [...args, '--disable-gpu'] })
  /** @type {Round[]} */
  const measured = []
  try {
    const given = { address: page.address, files: makeChain(size) }
    for (let round = 0; round < rounds; round++) {
      process.stderr.write(`round ${round + 1} of ${rounds} ...\n`)
      measured.push(await measureRound(() => openPage(browser, given), wanted))
    }
  } finally {
    await browser.close()
    await page.close()
  }
  const told = wanted.map((figure) => tell(figure, measured))
  const setting = `Chromium ${browser.version()}, headless, drawing in software. ${describeMachine()}`
  if (isJson) console.log(JSON.stringify({ setting, size, rounds, figures: told }, null, 2))
  else
    console.log(
      asText(
        told,
        `${setting}\n${size.nCategories} categories x ${size.nStores} stores; median of ${rounds}.`,
      ),
    )
}

/**
 * Two visits, each with nothing kept from before: one run is followed on Pipeline, one on Data.
 * @param {() => Promise<DrivenPage>} open
 * @param {readonly Figure[]} wanted
 * @returns {Promise<Round>}
 */
async function measureRound(open, wanted) {
  const wants = (/** @type {RegExp} */ part) => wanted.some(({ name }) => part.test(name))
  /** @type {Round} */
  const round = new Map()
  if (wants(/graph|pan|Pipeline|setting/)) await visit(open, (page) => onPipeline(page, round))
  if (wants(/on Data/)) await visit(open, (page) => onData(page, round))
  return round
}

/**
 * @param {() => Promise<DrivenPage>} open
 * @param {(page: DrivenPage) => Promise<void>} work
 */
async function visit(open, work) {
  const page = await open()
  try {
    await work(page)
  } finally {
    await page.close()
  }
}

/**
 * @param {DrivenPage} page
 * @param {Round} round
 */
async function onPipeline(page, round) {
  const nTiles = await page.countTiles()
  if (nTiles === 0) throw new Error('The graph has no tiles.')
  noteTasks(round, 'full run on Pipeline', await page.run())
  round.set('a setting to the next frame', await page.set('(min_cluster_size)', '21'))
  round.set('open the graph', await page.openGraph(nTiles))
  const frames = await page.panGraph(nFrames)
  const late = frames.filter((ms) => ms > 1.25 * oneFrame).length
  round.set('pan: frame, median', quantileOf(frames, 0.5))
  round.set('pan: frame, 95th percentile', quantileOf(frames, 0.95))
  round.set('pan: frames that came late', (100 * late) / frames.length)
  noteTasks(round, 'one setting on Pipeline', await page.run())
}

/**
 * @param {DrivenPage} page
 * @param {Round} round
 */
async function onData(page, round) {
  noteTasks(round, 'full run on Data', await page.run())
  await page.set('(min_cluster_size)', '21')
  await page.show('Data')
  noteTasks(round, 'one setting on Data', await page.run())
}

/**
 * A task waits where others have the cores, so that what it worked itself is told too.
 * @param {Round} round
 * @param {string} name
 * @param {Awaited<ReturnType<DrivenPage['run']>>} ran
 */
function noteTasks(round, name, { tasks, nLong }) {
  const most = (/** @type {'wall' | 'cpu'} */ time) =>
    tasks.reduce((longest, task) => Math.max(longest, task[time]), 0)
  round.set(`${name}: tasks over 50 ms`, nLong)
  round.set(`${name}: longest task`, most('wall'))
  round.set(`${name}: most work in a task`, most('cpu'))
}

/**
 * @param {Figure} figure
 * @param {readonly Round[]} measured
 */
function tell(figure, measured) {
  const summary = summaryOf(measured.map((round) => round.get(figure.name) ?? NaN))
  const { target } = figure
  return { ...figure, ...summary, isHeld: target === undefined ? null : summary.median <= target }
}

/**
 * @param {readonly ReturnType<typeof tell>[]} told
 * @param {string} setting
 */
function asText(told, setting) {
  const head = ['', 'target', 'median', 'min', 'max', '']
  const rows = told.map(({ name, unit, target, median, min, max, isHeld }) => [
    unit === '' ? name : `${name} (${unit})`,
    target === undefined ? '' : target.toFixed(1),
    ...[median, min, max].map((figure) => figure.toFixed(1)),
    isHeld === null ? '' : isHeld ? 'held' : 'missed',
  ])
  return `${setting}\n\n${textTable([head, ...rows])}`
}

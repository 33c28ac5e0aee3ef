import { loadCode } from './build-code.mjs'
import { summaryOf } from './figures.mjs'
import { describeMachine } from './machine.mjs'
import { mathWorks } from './math-works.mjs'
import { runWorks } from './run-works.mjs'
import { textTable } from './text-table.mjs'
import { selectWorks, timeOf } from './work.mjs'

/**
 * @typedef {import('./arguments.mjs').BenchOptions} BenchOptions
 * @typedef {import('./work.mjs').Work} Work
 */

/**
 * Every work once a round, in turn, so that what else the machine does falls on all of them alike.
 * @param {BenchOptions} options
 */
export async function measure({ rounds, only, isJson }) {
  const code = await loadCode()
  const works = selectWorks([...mathWorks(code), ...runWorks(code)], only)
  if (works.length === 0) throw new Error('No work has such a name.')
  /** @type {Map<string, () => unknown>} */
  const runs = new Map()
  for (const { name, make } of works) runs.set(name, await make())
  /** @type {Map<string, number[]>} */
  const times = new Map(works.map(({ name }) => [name, []]))
  for (let round = 0; round < rounds; round++) {
    process.stderr.write(`round ${round + 1} of ${rounds} ...\n`)
    for (const [name, run] of runs) times.get(name)?.push(await timeOf(run))
  }
  const told = works.map((work) => tell(work, times))
  const setting = `${describeMachine()} Times are compared within this run only.`
  if (isJson) console.log(JSON.stringify({ setting, rounds, works: told }, null, 2))
  else console.log(`${setting}\nMilliseconds, median of ${rounds}.\n\n${asText(told)}`)
}

/**
 * The ratio is the median of the ratios within each round.
 * @param {Work} work
 * @param {ReadonlyMap<string, readonly number[]>} times
 */
function tell({ name, reference }, times) {
  const own = times.get(name) ?? []
  const others = reference === null ? null : (times.get(reference) ?? [])
  const ratio = others && summaryOf(own.map((ms, i) => ms / (others[i] ?? NaN))).median
  return { name, ...summaryOf(own), ratio, reference }
}

/** @param {readonly ReturnType<typeof tell>[]} told */
function asText(told) {
  const rows = told.map(({ name, median, min, max, ratio, reference }) => [
    name,
    ...[median, min, max].map((ms) => ms.toFixed(ms < 10 ? 2 : 0)),
    ratio === null ? '' : `${ratio.toPrecision(2)} x`,
    reference ?? '',
  ])
  return textTable([['', 'median', 'min', 'max', 'ratio', 'to'], ...rows])
}

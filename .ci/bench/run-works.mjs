import { createHash } from 'node:crypto'
import { openEngine } from './chain-engine.mjs'
import { assertSame } from './work.mjs'

/**
 * @typedef {import('./build-code.mjs').Code} Code
 * @typedef {import('./work.mjs').Work} Work
 * @typedef {import('../../src/runs/contract').RunEvent} RunEvent
 * @typedef {() => ReturnType<typeof runOnce>} Chain
 */

const size = { nCategories: 80, nStores: 300 }
/** As many events as the page gets at once while it is busy. */
const batchSize = 40

/**
 * What a chain of 80 categories and 300 stores asks of planning and running. It is run once, when
 * the first of these works needs it.
 * @param {Code} code
 * @returns {readonly Work[]}
 */
export function runWorks(code) {
  /** @type {ReturnType<typeof runOnce> | null} */
  let ran = null
  const chain = () => {
    ran ??= runOnce(code)
    return ran
  }
  return [
    ...planWorks(code, chain),
    ...eventWorks(code, chain),
    ...textWorks(code, chain),
    ...engineWorks(chain),
  ]
}

/** @param {Code} code */
async function runOnce(code) {
  process.stderr.write('making the chain and running it once ...\n')
  const engine = await openEngine(code, size)
  const runner = engine.createRunner()
  /** @type {RunEvent[]} */
  const events = []
  const record = await runner.run(engine.settingsOf(), (event) => events.push(event))
  return { engine, runner, events, record, knownVersions: new Set(await runner.addresses()) }
}

/**
 * @param {Code} code
 * @param {Chain} chain
 * @returns {readonly Work[]}
 */
function planWorks({ planRun, planMemo }, chain) {
  const planner = async () => {
    const { engine, knownVersions } = await chain()
    const { hash, settingsOf } = engine
    return (/** @type {object} */ merging, withMemo = {}) => {
      const knowledge = { knownVersions, hash, ...withMemo }
      const planned = planRun.planAll(settingsOf({ ...merging }), knowledge)
      if (!planned.ok) throw new Error(planned.failure.message)
      return planned.all
    }
  }
  const remembering = async () => {
    const plan = await planner()
    const memo = planMemo.createPlanMemo()
    plan({}, { memo })
    const versions = [plan({}), plan({}, { memo })].map((all) =>
      all.map(({ dataVersion }) => dataVersion).join(),
    )
    assertSame('A plan and one that remembers', versions[0] === versions[1])
    return (/** @type {object} */ merging) => plan(merging, { memo })
  }
  const reference = 'plan, from nothing'
  return [
    {
      name: reference,
      reference: null,
      make: async () => {
        const plan = await planner()
        return () => plan({})
      },
    },
    {
      name: 'plan, nothing changed',
      reference,
      make: async () => {
        const plan = await remembering()
        return () => plan({})
      },
    },
    {
      name: 'plan, one merging setting changed',
      reference,
      make: async () => {
        const plan = await remembering()
        let smallest = 20
        return () => plan({ min_cluster_size: ++smallest })
      },
    },
  ]
}

/**
 * @param {Code} code
 * @param {Chain} chain
 * @returns {readonly Work[]}
 */
function eventWorks({ liveRun }, chain) {
  const fold = (/** @type {readonly RunEvent[]} */ events, /** @type {number} */ step) => {
    let live = liveRun.newRun('run', 'full_pipeline_job', 0)
    for (let at = 0; at < events.length; at += step)
      live = liveRun.applyEvents(live, events.slice(at, at + step))
    return live
  }
  const reference = "a run's events, one by one"
  return [
    {
      name: reference,
      reference: null,
      make: async () => {
        const { events } = await chain()
        return () => fold(events, 1)
      },
    },
    {
      name: `a run's events, ${batchSize} at once`,
      reference,
      make: async () => {
        const { events } = await chain()
        const isSame = fold(events, 1).assets.size === fold(events, batchSize).assets.size
        assertSame('Events one by one and together', isSame)
        return () => fold(events, batchSize)
      },
    },
  ]
}

/**
 * @param {Code} code
 * @param {Chain} chain
 * @returns {readonly Work[]}
 */
function textWorks({ canonicalJson: { canonicalJson } }, chain) {
  const asJson = 'run record, JSON.stringify'
  const ofNode = 'run record, SHA-256 of Node'
  const textAndHash = async () => {
    const { engine, record } = await chain()
    return { text: canonicalJson(record.assets), hash: engine.hash }
  }
  const hashOfNode = (/** @type {string} */ text) => createHash('sha256').update(text).digest('hex')
  return [
    {
      name: asJson,
      reference: null,
      make: async () => {
        const { record } = await chain()
        return () => JSON.stringify(record.assets)
      },
    },
    {
      name: 'run record, canonical JSON',
      reference: asJson,
      make: async () => {
        const { record } = await chain()
        return () => canonicalJson(record.assets)
      },
    },
    {
      name: ofNode,
      reference: null,
      make: async () => {
        const { text } = await textAndHash()
        return () => hashOfNode(text)
      },
    },
    {
      name: 'run record, SHA-256',
      reference: ofNode,
      make: async () => {
        const { text, hash } = await textAndHash()
        assertSame('SHA-256 here and of Node', hash(text) === hashOfNode(text))
        return () => hash(text)
      },
    },
  ]
}

/**
 * @param {Chain} chain
 * @returns {readonly Work[]}
 */
function engineWorks(chain) {
  const reference = 'run, everything'
  return [
    {
      name: reference,
      reference: null,
      make: async () => {
        const { engine } = await chain()
        return () => engine.createRunner().run(engine.settingsOf())
      },
    },
    {
      name: 'run, all in the cache',
      reference,
      make: async () => {
        const { engine, runner } = await chain()
        return () => runner.run(engine.settingsOf())
      },
    },
    {
      name: 'run, one merging setting changed',
      reference,
      make: async () => {
        const { engine, runner } = await chain()
        let smallest = 20
        return () => runner.run(engine.settingsOf({ min_cluster_size: ++smallest }))
      },
    },
  ]
}

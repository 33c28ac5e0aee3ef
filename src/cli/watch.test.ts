import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, readFile, rename, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { words, writeChain } from './testing/fixture-chain'

/** The command line as it is built, in a process of its own that watches real files. */
const entry = resolve(import.meta.dirname, '../../.ci/pipeline.mjs')
const run = words('run external_ml_job --config config.yaml --workers 1 --out out --watch')
const patience = 60_000

let folder = ''
let child: ChildProcess | null = null

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'store-clustering-'))
  await writeChain(folder)
})

afterEach(async () => {
  child?.kill('SIGKILL')
  child = null
  await rm(folder, { recursive: true, force: true })
})

/** A watching process: waits for what it says, and ends it as Ctrl-C does. */
function start(args: readonly string[]) {
  const started = spawn(process.execPath, [entry, ...args], { cwd: folder })
  child = started
  const said = { out: '', log: '' }
  started.stdout.setEncoding('utf8').on('data', (text: string) => (said.out += text))
  started.stderr.setEncoding('utf8').on('data', (text: string) => (said.log += text))
  const ended = new Promise<number>((done) => started.on('close', (code) => done(code ?? -1)))
  const lines = () => said.out.split('\n').slice(0, -1)
  return {
    lines,
    line: async (nth: number) => {
      await expect.poll(() => lines().length, { timeout: patience }).toBeGreaterThanOrEqual(nth)
      return lines()[nth - 1] ?? ''
    },
    hears: (words: string | RegExp) =>
      expect.poll(() => said.log, { timeout: patience }).toMatch(words),
    stop: () => {
      started.kill('SIGINT')
      return ended
    },
  }
}

describe('run --watch', () => {
  it(
    'runs once, then again at each change, until Ctrl-C',
    async () => {
      const watching = start(run)
      expect(await watching.line(1)).toMatch(
        /^run 1: status success, (\d+) of \1 assets run, 0 cached, result [0-9a-f]{64}$/,
      )
      await watching.hears(/waiting for a change/)
      const config = join(folder, 'config.yaml')
      const text = await readFile(config, 'utf8')
      await writeFile(config, `job_params: { n_init: 3 }\n${text}`)
      expect(await watching.line(2)).toMatch(
        /^run 2, config\.yaml changed: status success, \d+ of \d+ assets run, [1-9]/,
      )
      await writeFile(config, text)
      expect(await watching.line(3)).toMatch(/^run 3, config\.yaml changed: .* 0 of \d+ assets run/)
      expect(await watching.stop()).toBe(0)
      expect(watching.lines()).toHaveLength(3)
    },
    2 * patience,
  )

  it(
    'tells of bad input in the same line, also of a file written in two halves, and goes on',
    async () => {
      const watching = start([...run, '--json'])
      const first = JSON.parse(await watching.line(1))
      expect(first).toMatchObject({ status: 'success', errors: [] })
      const market = join(folder, 'market.csv')
      const text = await readFile(market, 'utf8')
      await writeFile(market, `${text}"half of a${' long text'.repeat(4000)}`)
      const half = JSON.parse(await watching.line(2))
      expect(half).toMatchObject({ status: 'failure', errors: [{ code: 'cell_too_long' }] })
      await truncate(market, Buffer.byteLength(text))
      const whole = JSON.parse(await watching.line(3))
      expect(whole).toMatchObject({ status: 'success', result_hash: first.result_hash })
      expect(await watching.stop()).toBe(0)
    },
    2 * patience,
  )

  it(
    'says that a file is gone and waits for it to come back',
    async () => {
      const market = join(folder, 'market.csv')
      const watching = start(run)
      await watching.line(1)
      await watching.hears(/waiting for a change/)
      await rename(market, `${market}.away`)
      await watching.hears(/market\.csv is not there: waiting for it/)
      await writeFile(market, await readFile(`${market}.away`, 'utf8'))
      expect(await watching.line(2)).toMatch(/^run 2, market\.csv changed: status success, 0 of /)
      expect(await watching.stop()).toBe(0)
    },
    2 * patience,
  )

  it(
    'waits for a file that was never there, and stops at once when told to',
    async () => {
      await rm(join(folder, 'market.csv'))
      const watching = start(run)
      await watching.hears(/market\.csv is not there: waiting for it/)
      expect(await watching.stop()).toBe(0)
      expect(watching.lines()).toEqual([])
    },
    2 * patience,
  )
})

import type { AssetFailure } from '../assets/failure'
import type { AssetRecord, RunRecord } from '../runs/contract'
import { assetId } from '../runs/address'
import { figuresOf } from '../runs/figures'

/** The object that `--json` prints, whatever the exit code. */
export type Answer = {
  readonly status: RunRecord['status']
  readonly assets: readonly Pick<
    AssetRecord,
    'key' | 'partition' | 'status' | 'cached' | 'ms' | 'rows'
  >[]
  readonly checks: readonly object[]
  readonly errors: readonly AssetFailure[]
  readonly result_hash: string | null
  readonly files: readonly string[]
}

export function answerOf(run: RunRecord, files: readonly string[]): Answer {
  return {
    status: run.status,
    assets: run.assets.map(({ key, partition, status, cached, ms, rows }) => ({
      key,
      partition,
      status,
      cached,
      ms,
      rows,
    })),
    checks: run.assets.flatMap(({ key, partition, checks }) =>
      checks.map((check) => ({ key, partition, ...check })),
    ),
    errors: run.errors,
    result_hash: run.resultHash,
    files,
  }
}

/** The same object where nothing ran. */
export function answerOfFaults(errors: readonly AssetFailure[]): Answer {
  const status = errors.length === 0 ? 'success' : 'failure'
  return { status, assets: [], checks: [], errors, result_hash: null, files: [] }
}

export function jsonLine(answer: object): string {
  return `${JSON.stringify(answer, null, 2)}\n`
}

/** `3 of 38 assets run, 34 cached, 1 failed`: computed now, of all that the run is about. */
export function countsLine(assets: readonly AssetRecord[]): string {
  const count = (isOne: (asset: AssetRecord) => boolean) => assets.filter(isOne).length
  const nRun = count(({ status, cached }) => status !== 'skipped' && !cached)
  const nFailed = count(({ status }) => status === 'failure')
  const nSkipped = count(({ status }) => status === 'skipped')
  const parts = [
    `${nRun} of ${assets.length} assets run`,
    `${count(({ cached }) => cached)} cached`,
    ...(nFailed > 0 ? [`${nFailed} failed`] : []),
    ...(nSkipped > 0 ? [`${nSkipped} skipped`] : []),
  ]
  return parts.join(', ')
}

/** One line a fault: where, what, and the next step. */
export function faultLine({ code, path, message, hint }: AssetFailure): string {
  const line = `error ${code}${path === '' ? '' : ` at ${path}`}: ${message} ${hint}`
  return line.replaceAll(/\s*\n\s*/g, ' ').trimEnd()
}

/** One line a check that failed without stopping anything: what was expected, found, and is next. */
export function warningLines(assets: readonly AssetRecord[]): readonly string[] {
  return assets.flatMap((asset) =>
    asset.checks
      .filter(({ passed, blocking }) => !passed && !blocking)
      .map(({ name, description, metadata, next = '' }) => {
        const figures = figuresOf(metadata)
        const tail = figures === '' ? '' : ` (${figures})`
        return `warning ${assetId(asset)}.${name} does not hold: ${description}${tail} ${next}`.trimEnd()
      }),
  )
}

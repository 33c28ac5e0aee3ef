import type { AssetFailure } from '../assets/failure'
import { assetId } from './address'
import type { AssetPair } from './asset-pairs'
import type { AssetRecord, CheckRecord, MadeFrom } from './contract'
import type { TaskResult } from './task'

/** A value with the version that names it. */
export type Made = { readonly dataVersion: string; readonly madeFrom: MadeFrom }

export function cachedRecord(
  pair: AssetPair,
  made: Made,
  summary: { readonly rows: number | null; readonly checks: readonly CheckRecord[] },
): AssetRecord {
  const { rows, checks } = summary
  return { ...blankRecord(pair), ...made, status: 'success', cached: true, rows, checks }
}

export function computedRecord(pair: AssetPair, made: Made, result: TaskResult): AssetRecord {
  const blank = { ...blankRecord(pair), ms: result.ms }
  if (!result.ok) return { ...blank, status: 'failure', failure: result.failure }
  const { rows, checks } = result
  return { ...blank, ...made, status: 'success', rows, checks }
}

/** An asset that was not tried, because `above` cannot be used. */
export function skippedRecord(pair: AssetPair, above: AssetRecord | null): AssetRecord {
  return { ...blankRecord(pair), failure: skipReason(pair, above) }
}

/** The blocking checks that failed: what is downstream must not use the value. */
export function blockersOf({ checks }: Pick<AssetRecord, 'checks'>): readonly CheckRecord[] {
  return checks.filter(({ passed, blocking }) => blocking && !passed)
}

/** What a run has to say about an asset that went wrong; skipped assets are told by their cause. */
export function errorsOf(record: AssetRecord): readonly AssetFailure[] {
  if (record.status === 'failure' && record.failure !== null) return [record.failure]
  return blockersOf(record).map(({ name, description, metadata }) => ({
    code: 'check_failed',
    message: `Expected: ${lowerFirst(description)}${found(metadata)}`,
    path: `${assetId(record)}.${name}`,
    hint: 'Everything downstream was stopped. Look at the asset and its input files.',
  }))
}

function blankRecord(pair: AssetPair): AssetRecord {
  return {
    key: pair.key,
    partition: pair.partition,
    codeVersion: pair.spec.codeVersion,
    dataVersion: null,
    status: 'skipped',
    cached: false,
    ms: 0,
    rows: null,
    checks: [],
    failure: null,
  }
}

function skipReason(pair: AssetPair, above: AssetRecord | null): AssetFailure {
  const id = assetId(pair)
  if (above === null)
    return {
      code: 'upstream_missing',
      message: `${id} was skipped: no partition that it reads could be made.`,
      path: id,
      hint: 'Look at the failures upstream.',
    }
  const [blocker] = blockersOf(above)
  return {
    code: 'upstream_failed',
    message:
      blocker === undefined
        ? `${id} was skipped because ${assetId(above)} was not made.`
        : `${id} was skipped because ${assetId(above)} failed its check ${blocker.name}.`,
    path: assetId(above),
    hint: above.failure?.hint ?? `Look at the checks of ${assetId(above)}.`,
  }
}

function lowerFirst(text: string): string {
  return `${text.charAt(0).toLowerCase()}${text.slice(1)}`
}

/** ` Found: features 0, left out 2.` */
function found(metadata: CheckRecord['metadata']): string {
  const parts = Object.entries(metadata).map(
    ([name, value]) => `${name.replaceAll('_', ' ')} ${value ?? 'none'}`,
  )
  return parts.length === 0 ? '' : ` Found: ${parts.join(', ')}.`
}

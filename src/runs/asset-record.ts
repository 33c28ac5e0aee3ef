import type { AssetFailure } from '../assets/failure'
import { isNothingUnmapped, unmapped } from '../assets/preprocessing/partition-names'
import { assetId } from './address'
import type { AssetPair } from './asset-pairs'
import type { AssetRecord, CheckRecord, MadeFrom } from './contract'
import { figuresOf } from './figures'
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
  if (!result.ok) {
    const { failure } = result
    return { ...blank, status: isNothingUnmapped(failure) ? 'skipped' : 'failure', failure }
  }
  const { rows, checks } = result
  return { ...blank, ...made, status: 'success', rows, checks }
}

/** An asset whose value could not be had for a reason outside of its computation. */
export function failedRecord(pair: AssetPair, failure: AssetFailure): AssetRecord {
  return { ...blankRecord(pair), status: 'failure', failure }
}

/** An asset that was not tried, because `above` cannot be used. */
export function skippedRecord(pair: AssetPair, above: AssetRecord | null): AssetRecord {
  return { ...blankRecord(pair), failure: skipReason(pair, above) }
}

/** The blocking checks that failed: what is downstream must not use the value. */
export function blockersOf({ checks }: Pick<AssetRecord, 'checks'>): readonly CheckRecord[] {
  return checks.filter(({ passed, blocking }) => blocking && !passed)
}

/**
 * What a run has to say about its assets that went wrong. What was skipped is told by its cause,
 * and itself only where that cause is no part of the run. That no row lacks a category is only told
 * where nothing else was made either.
 */
export function errorsIn(assets: readonly AssetRecord[]): readonly AssetFailure[] {
  const errors = assets.flatMap(errorsOf)
  if (errors.length > 0) return errors
  const isMade = isMadeWithoutUnmapped(assets)
  const skipped = assets.flatMap(({ status, failure }) =>
    status === 'skipped' && failure !== null && !(isMade && isNothingUnmapped(failure))
      ? [failure]
      : [],
  )
  return [...new Map(skipped.map((failure) => [failure.path, failure])).values()]
}

/** Another category was made, or what reads the categories, which stands after them. */
function isMadeWithoutUnmapped(assets: readonly AssetRecord[]): boolean {
  const first = assets.findIndex(({ failure }) => isNothingUnmapped(failure))
  return assets.some(
    ({ status, partition }, i) =>
      status === 'success' && (partition === null ? i > first : partition !== unmapped),
  )
}

/** The same of one asset. */
export function errorsOf(record: AssetRecord): readonly AssetFailure[] {
  if (record.status === 'failure' && record.failure !== null) return [record.failure]
  return blockersOf(record).map(({ name, description, metadata, next }) => ({
    code: 'check_failed',
    message: `Expected: ${lowerFirst(description)}${found(metadata)}`,
    path: `${assetId(record)}.${name}`,
    hint: `Everything downstream was stopped. ${next ?? 'Look at the asset and its input files.'}`,
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
  if (above.failure !== null && isNothingUnmapped(above.failure)) return above.failure
  const [blocker] = blockersOf(above)
  return {
    code: 'upstream_failed',
    message:
      blocker === undefined
        ? `${id} was skipped because ${assetId(above)} was not made.`
        : `${id} was skipped because ${assetId(above)} failed its check ${blocker.name}.`,
    path: assetId(above),
    hint: above.failure?.hint ?? blocker?.next ?? `Look at the checks of ${assetId(above)}.`,
  }
}

function lowerFirst(text: string): string {
  return `${text.charAt(0).toLowerCase()}${text.slice(1)}`
}

/** ` Found: features 0, left out 2.` */
function found(metadata: CheckRecord['metadata']): string {
  const figures = figuresOf(metadata)
  return figures === '' ? '' : ` Found: ${figures}.`
}

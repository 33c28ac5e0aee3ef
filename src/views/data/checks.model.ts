import type { CheckRecord, RunRecord } from '../../runs/contract'
import { formatAmount } from '../../ui/number-format'
import { sentenceCase } from '../../ui/sentence-case'
import { expectationOf, figuresOf, foundSentence } from '../check-words'

export type CheckLine = {
  readonly key: string
  readonly tone: 'warn' | 'fail'
  readonly title: string
  readonly detail: string
  /** What a person does about it; empty where an earlier version did not say. */
  readonly next: string
}

export type DataChecks = {
  readonly title: string
  readonly lines: readonly CheckLine[]
  readonly nPassed: number
}

type Failed = { readonly check: CheckRecord; readonly partitions: readonly string[] }

/** The checks of a run that speak of the files, the failed ones first; each once, with categories. */
export function dataChecks(run: RunRecord, dataKeys: ReadonlySet<string>): DataChecks {
  const failed = new Map<string, Failed>()
  const passed = new Set<string>()
  for (const { key, partition, checks } of run.assets.filter((asset) => dataKeys.has(asset.key)))
    for (const check of checks) {
      const id = `${key} ${check.name}`
      const before = failed.get(id)
      if (check.passed) passed.add(id)
      else
        failed.set(id, {
          check: before?.check ?? check,
          partitions: [...(before?.partitions ?? []), ...(partition === null ? [] : [partition])],
        })
    }
  for (const id of failed.keys()) passed.delete(id)
  const lines = [...failed].map(([key, each]) => lineOf(key, each))
  const stops = lines.filter(({ tone }) => tone === 'fail').length
  return {
    title: titleOf(lines.length, stops, passed.size),
    lines,
    nPassed: passed.size,
  }
}

function lineOf(key: string, { check, partitions }: Failed): CheckLine {
  const where =
    partitions.length === 0
      ? []
      : [`in ${partitions.length > 3 ? `${partitions.length} categories` : partitions.join(', ')}`]
  return {
    key,
    tone: check.severity === 'error' ? 'fail' : 'warn',
    title: wordsOf(check.name),
    detail: [expectationOf(check), foundSentence([...where, ...figuresOf(check)])].join(' '),
    next: check.next ?? '',
  }
}

function titleOf(nFailed: number, nStops: number, nPassed: number): string {
  if (nFailed === 0) return `${formatAmount(nPassed, 'check')} passed`
  const verb = nFailed === 1 ? 'warns' : 'warn'
  if (nStops === 0) return `${formatAmount(nFailed, 'check')} ${verb}, none stops the run`
  return `${formatAmount(nStops, 'check')} ${nStops === 1 ? 'stops' : 'stop'} what is downstream`
}

/** `unmatched_sales` as `Unmatched sales` */
function wordsOf(name: string): string {
  return sentenceCase(name.replaceAll('_', ' '))
}

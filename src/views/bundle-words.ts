import type { BundleProgress } from '../state/bundle/bundle-slice'
import { formatAmount } from '../ui/number-format'

export type BundleSentence = {
  readonly title: string
  readonly detail: string
  readonly tone: 'busy' | 'wait' | 'good' | 'warn' | 'fail'
}

/**
 * What the opening of a bundle is at, or what came of it. `missingBaseline` is the number, where the
 * bundle was made, of a run whose ids it carried on and that is not here.
 */
export function bundleSentence(
  name: string,
  progress: BundleProgress,
  missingBaseline: number | null = null,
): BundleSentence {
  switch (progress.step) {
    case 'reading':
      return { title: `Reading ${name}`, detail: '', tone: 'busy' }
    case 'waiting':
      return {
        title: `${name} comes without its data`,
        detail: `Add ${countFiles(progress.needed.length)} to make the run anew. They are told by their bytes, under any name.`,
        tone: 'wait',
      }
    case 'running':
      return { title: 'Making the run anew', detail: `From ${name}`, tone: 'busy' }
    case 'comparing':
      return {
        title: 'Comparing with the bundle',
        detail: 'Versions, result hash, every table store by store, every model',
        tone: 'busy',
      }
    case 'identical':
      return {
        title: identicalTitle(progress),
        detail: [keptOf(progress), ...baselineWords(missingBaseline)].join(' '),
        tone: 'good',
      }
    case 'different':
      return {
        title: `Not identical: ${formatAmount(progress.differences.length, 'difference')}`,
        detail: differentDetail(progress),
        tone: 'warn',
      }
    case 'failed':
      return { title: progress.failure.message, detail: progress.failure.hint, tone: 'fail' }
  }
}

type Step<S extends BundleProgress['step']> = Extract<BundleProgress, { readonly step: S }>

function identicalTitle({ nAssets, nStores, resultHash }: Step<'identical'>): string {
  const hash = resultHash === null ? 'no store placed' : `result hash ${resultHash.slice(0, 12)}`
  return `Identical: ${formatAmount(nAssets, 'asset')}, ${formatAmount(nStores, 'store')}, ${hash}`
}

function keptOf({ kept }: Pick<Step<'identical'>, 'kept'>): string {
  if (kept === null) return ''
  return kept.wasHere
    ? `It is run ${kept.seq}, which was here already: nothing was added.`
    : `Kept as run ${kept.seq}, with its name, note and log.`
}

function baselineWords(missing: number | null): readonly string[] {
  if (missing === null) return []
  return [
    `Its cluster ids come from run ${missing}, which is not here: make this run the baseline to carry them on.`,
  ]
}

function differentDetail({ kept, failure }: Step<'different'>): string {
  const why = failure === null ? '' : ` ${failure.message} ${failure.hint}`
  if (kept === null) return `The run could not be made anew.${why}`
  const where = kept.wasHere
    ? `The run made anew is run ${kept.seq}, which was here already.`
    : `The run made anew is kept as run ${kept.seq}, a run of its own.`
  return `${where}${why}`
}

function countFiles(n: number): string {
  return n === 1 ? 'the file below' : `the ${n} files below`
}

import type { RunFault } from '../state/runs/run-faults'
import { listed } from '../ui/list-words'
import { formatAmount } from '../ui/number-format'

/** What a person can do about a fault right where it is said. */
export type WayOn =
  | { readonly kind: 'duplicates'; readonly branch: 'internal' | 'external' }
  | { readonly kind: 'leave-out'; readonly categories: readonly string[] }
  | { readonly kind: 'look' }

export function wayOnOf({ failure, branch, categories, nOthers }: RunFault): WayOn {
  if (failure.code === 'duplicate_stores' && branch !== null) return { kind: 'duplicates', branch }
  if (categories.length > 0 && nOthers > 0) return { kind: 'leave-out', categories }
  return { kind: 'look' }
}

const nNamed = 3

/** `Sales by category stopped at Baby and Pets`; of the whole chain what happened there. */
export function faultTitle(fault: RunFault): string {
  const { label, categories, failure } = fault
  if (categories.length === 0)
    return isCheck(fault) ? `${label} stopped` : withoutStop(failure.message)
  return `${label} stopped at ${listed(categories, nNamed)}`
}

/** Why, what still worked, and the next step. */
export function faultText(fault: RunFault): string {
  const { failure, categories, nOthers } = fault
  const isSaid = categories.length === 0 && !isCheck(fault)
  const why = isSaid ? [] : [withStop(failure.message)]
  const rest =
    categories.length === 0 || nOthers === 0
      ? []
      : [
          nOthers === 1
            ? 'The other category went on.'
            : `The other ${formatAmount(nOthers, 'category', 'categories')} went on.`,
        ]
  return [...why, ...rest, nextStep(fault)].join(' ')
}

/** `Market data`, or `Sales by category, 2 categories`: what the bar says beside Run failed. */
export function faultsInShort(faults: readonly RunFault[]): string {
  const [first] = faults
  if (first === undefined) return ''
  if (faults.length > 1) return `${first.label} and ${faults.length - 1} more`
  const n = first.categories.length
  return n === 0 ? first.label : `${first.label}, ${formatAmount(n, 'category', 'categories')}`
}

/** A check says what should hold, which alone is no title for what happened. */
function isCheck({ failure }: RunFault): boolean {
  return failure.code === 'check_failed'
}

function nextStep(fault: RunFault): string {
  const { failure, categories } = fault
  switch (wayOnOf(fault).kind) {
    case 'duplicates':
      return 'Choose what becomes of such rows; the run then goes on.'
    case 'leave-out':
      return isCheck(fault)
        ? `${withStop(failure.hint)} Or leave out ${listed(categories, nNamed)}.`
        : 'Mend the file, or leave them out.'
    case 'look':
      return withStop(failure.hint)
  }
}

function withoutStop(sentence: string): string {
  return sentence.replace(/\.$/, '')
}

function withStop(sentence: string): string {
  return sentence === '' || /[.!?)]$/.test(sentence) ? sentence : `${sentence}.`
}

import type { FoldPlan } from '../../../table/sales-fold'
import { AssetError } from '../../failure'
import type { SourceReader } from '../../source'

/** Where the map does not say which need states a category has, it is taken to have at most these. */
const likelyNeedStates = 64
const bytesPerSum = 8
/** Of a store in a category beside its need states: unmatched sales, its code, two counts of rows. */
const bytesPerStore = 20

type Count = { readonly count: number; readonly isExact: boolean }

type Estimate = {
  readonly categories: Count
  readonly stores: Count
  /** Of one category. */
  readonly needStates: number
  readonly bytes: number
}

/**
 * Refuses before the pass what its sums have no room for, by the distinct values that were counted
 * when the file was read first. Error: `too_many_sums`.
 */
export function checkMemory(source: SourceReader, plan: FoldPlan): void {
  const { bytes } = estimateMemory(source, plan)
  if (bytes > plan.memoryBudget) throw tooManySums(source, plan, bytes)
}

/** The error of a pass that needs more than its budget: what was counted, and what to do. */
export function tooManySums(source: SourceReader, plan: FoldPlan, bytes: number): AssetError {
  const { categories, stores, needStates } = estimateMemory(source, plan)
  const counts = [
    countOf(categories, 'category', 'categories'),
    countOf(stores, 'store', 'stores'),
    countOf({ count: needStates, isExact: true }, 'need state', 'need states'),
  ]
  const about = categories.isExact && stores.isExact ? 'about' : 'at least'
  const { store, category } = plan.columns
  return new AssetError({
    code: 'too_many_sums',
    message: `${counts.join(' x ')} need ${about} ${inBytes(bytes)}; this run can hold about ${inBytes(plan.memoryBudget)}.`,
    path: `${source.name}: ${store}`,
    hint: `Check that ${store} is the store column of ${source.name}${category === null ? '' : ` and ${category} its category column`}; else split the file by category, or run it on the command line.`,
  })
}

function estimateMemory(source: SourceReader, plan: FoldPlan): Estimate {
  const { store, category } = plan.columns
  const stores = source.distinct(store)
  const categories = category === null ? oneCategory : source.distinct(category)
  const needStates = needStatesOfOne(plan, categories.count)
  // A store is in a category with a row at least.
  const pairs = Math.min(categories.count * stores.count, source.nRows)
  const bytes = pairs * (needStates * bytesPerSum + bytesPerStore)
  return { categories, stores, needStates, bytes }
}

const oneCategory: Count = { count: 1, isExact: true }

function needStatesOfOne({ groups }: FoldPlan, categories: number): number {
  const nGroups = new Set(groups).size
  return Math.min(nGroups, Math.max(likelyNeedStates, Math.ceil(nGroups / Math.max(1, categories))))
}

function countOf({ count, isExact }: Count, one: string, many: string): string {
  const number = `${isExact ? '' : 'at least '}${count.toLocaleString('en')}`
  return `${number} ${count === 1 ? one : many}`
}

/** 3.2 GB, 412 MB. */
function inBytes(bytes: number): string {
  const [unit, name] = bytes >= 1e9 ? [1e9, 'GB'] : [1e6, 'MB']
  const amount = bytes / unit
  return `${amount < 10 ? Number(amount.toFixed(1)) : Math.round(amount)} ${name}`
}

import type { RunRecord } from '../../runs/contract'
import type { OutputFile } from '../../state/export'
import { formatAmount, formatCount } from '../../ui/number-format'

export const mergedFileName = 'merged_cluster_assignments.csv'

const explanations: ReadonlyMap<string, string> = new Map([
  [mergedFileName, 'the merged cluster of every store and category'],
  ['internal_cluster_assignments.csv', 'clusters by what sells'],
  ['external_cluster_assignments.csv', 'clusters by what surrounds'],
  ['moves.csv', 'stores that left a small cluster'],
  ['exceptions.csv', 'stores not placed, or placed with a flag'],
  ['cluster_counts.csv', 'every count that was tried, with its scores'],
  ['cluster_profiles.csv', 'mean, median, index and z of every feature'],
  ['run.json', 'settings, inputs, checks and the result hash'],
])

export type ExportLine = {
  readonly file: OutputFile
  readonly what: string
}

/** One line a file: its rows and what they are. */
export function exportLines(files: readonly OutputFile[]): readonly ExportLine[] {
  return files.map((file) => {
    const explanation = explanations.get(file.name) ?? ''
    const rows = file.kind === 'table' ? [formatAmount(file.rows.length, 'row')] : []
    return { file, what: [...rows, explanation].join(', ') }
  })
}

type Published = {
  readonly storeIds: readonly string[]
  readonly perCategory: readonly {
    readonly category: string
    readonly stores: number
    readonly clusters: number
    readonly moved: number
    readonly onlyInternal: number
    readonly onlyExternal: number
    readonly separate: number
  }[]
}

export type ExportAnswer = { readonly title: string; readonly detail: string }

/** Whether all is there to be handed over, counted over every category. */
export function exportAnswer(published: Published | null, run: RunRecord | null): ExportAnswer {
  if (run === null)
    return {
      title: 'Nothing to hand over yet.',
      detail: 'The CSV for the planogram system, and what stands behind it.',
    }
  if (published === null)
    return {
      title: `Run ${run.seq} has no merged clusters.`,
      detail: 'What it did make can be downloaded below.',
    }
  const { perCategory } = published
  const total = (count: (each: Published['perCategory'][number]) => number) =>
    perCategory.reduce((sum, each) => sum + count(each), 0)
  const stores = new Set(published.storeIds).size
  const nMoved = total(({ moved }) => moved)
  const nOneSided = total(({ onlyInternal, onlyExternal }) => onlyInternal + onlyExternal)
  const where =
    perCategory.length > 1
      ? ` in ${formatAmount(perCategory.length, 'category', 'categories')}`
      : ''
  const isOne = perCategory.length === 1
  const unit = isOne ? 'store' : 'store and category pair'
  const nSeparate = total(({ separate }) => separate)
  const placed = `${formatAmount(published.storeIds.length, unit)} placed, ${formatCount(nMoved)} moved out of small clusters`
  const apart = nSeparate === 0 ? '' : `, ${formatCount(nSeparate)} kept separate as unusual`
  const rest =
    nOneSided === 0
      ? 'none known in one view only'
      : `${formatCount(nOneSided)} known in one view only and listed in the exceptions`
  return {
    title: `Ready to hand over: ${formatAmount(
      total(({ clusters }) => clusters),
      'merged cluster',
    )} of ${formatAmount(stores, 'store')}${where}.`,
    detail: `${placed}${apart}, ${rest}.`,
  }
}

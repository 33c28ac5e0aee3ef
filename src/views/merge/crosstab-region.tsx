import type { MergedClusters } from '../../assets/merging/merged-clusters/spec'
import { Crosstab, CrosstabKey } from '../../ui/charts/crosstab'
import { DownloadButton } from '../../ui/download-button'
import { Region } from '../../ui/region'
import { saveCsv } from '../save-csv'
import { crosstabCsv } from './merge-csv'
import { crosstabTitle, fateOfSmall } from './crosstab.model'
import { headsOf, type Names } from './pairs.model'

export type CrosstabRegionProps = {
  readonly crossed: MergedClusters
  readonly names: Names
  readonly category: string | null
  /** Hatched below this size; follows the handle at once. */
  readonly minSize: number
  /** The size is in force: its stores did move. */
  readonly isApplied: boolean
}

export function CrosstabRegion(props: CrosstabRegionProps) {
  const { crossed, names, category, minSize, isApplied } = props
  const rows = headsOf(crossed.internalIds, names.internal, true)
  const columns = headsOf(crossed.externalIds, names.external, false)
  const { crosstab: counts } = crossed
  return (
    <Region
      title={crosstabTitle(counts, minSize)}
      subtitle="Stores in each pair of internal and external cluster"
      actions={
        <DownloadButton
          size="xs"
          label="Download the crossing as CSV"
          onClick={() => saveCsv(['crossing', category], crosstabCsv({ rows, columns, counts }))}
        >
          CSV
        </DownloadButton>
      }
    >
      <Crosstab
        label="Internal by external clusters"
        rows={rows}
        columns={columns}
        counts={counts}
        minSize={minSize}
      />
      <CrosstabKey minSize={minSize} fate={fateOfSmall(counts, { minSize, isApplied })} />
    </Region>
  )
}

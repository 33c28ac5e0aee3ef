import { useMemo, useState } from 'react'
import type { ClusterReassignment } from '../../assets/merging/cluster-reassignment/spec'
import { MergeFlow } from '../../ui/charts/merge-flow'
import { DownloadButton } from '../../ui/download-button'
import { Region } from '../../ui/region'
import { Segments } from '../../ui/segments'
import {
  flowClustersOf,
  flowSubtitle,
  flowTitle,
  isTooManyToDraw,
  keptOf,
  linksOf,
} from './flow.model'
import { LinkTable } from './link-table'
import { saveCsv } from '../save-csv'
import { linksCsv } from './merge-csv'
import type { Pairs } from './pairs.model'

export type FlowRegionProps = {
  readonly reassigned: ClusterReassignment
  readonly pairs: Pairs
  readonly category: string | null
}

const shapes = [
  { value: 'flow', label: 'Flow' },
  { value: 'table', label: 'Table' },
] as const

/** Where the stores of small clusters go: ribbons while they can be told apart, else a table. */
export function FlowRegion({ reassigned, pairs, category }: FlowRegionProps) {
  const [shape, setShape] = useState<'flow' | 'table'>('flow')
  const links = useMemo(() => linksOf(reassigned, pairs), [reassigned, pairs])
  const clusters = useMemo(() => flowClustersOf(reassigned, pairs), [reassigned, pairs])
  const isTable = isTooManyToDraw(links) || shape === 'table'
  const kept = keptOf(links)
  if (links.length === 0)
    return <Region title={flowTitle(kept)} subtitle="The crossed clusters are the final ones." />
  return (
    <Region
      title={flowTitle(kept)}
      subtitle={flowSubtitle(kept, !isTable)}
      actions={
        <>
          {isTooManyToDraw(links) ? null : (
            <Segments label="Moves as" value={shape} options={shapes} onChange={setShape} />
          )}
          <DownloadButton
            size="xs"
            label="Download the moves between clusters as CSV"
            onClick={() => saveCsv(['moves_between_clusters', category], linksCsv(links))}
          >
            CSV
          </DownloadButton>
        </>
      }
    >
      {isTable ? (
        <LinkTable links={links} pairs={pairs} />
      ) : (
        <MergeFlow
          label="Stores moved from small merged clusters to large ones"
          links={links}
          clusters={clusters}
        />
      )}
    </Region>
  )
}

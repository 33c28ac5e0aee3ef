import { useMemo, useState } from 'react'
import type { RunComparison } from '../../runs/compare/compare-runs'
import type { Membership } from '../../runs/compare/membership'
import { movesCsv, reasonsFor } from '../../state/compare/compare'
import { blobOfOutput } from '../../state/export'
import { Button } from '../../ui/controls'
import { DataTable } from '../../ui/data-table'
import { DownloadButton } from '../../ui/download-button'
import { formatAmount } from '../../ui/number-format'
import { Region } from '../../ui/region'
import { saveFile } from '../../ui/save-file'
import { SearchInput } from '../../ui/search-input'
import type { RunWords } from '../run-words'
import type { Heads } from './cluster-heads'
import { moveColumns } from './move-columns'
import { filterMoves, moveRows, movedWords } from './moves.model'
import classes from './moves-region.module.css'
import { ReasonCounts } from './reason-counts'
import { useWhy } from './use-why'
import { WhyPanel } from './why-panel'

export type MovesRegionProps = {
  readonly comparison: RunComparison
  readonly membership: Membership
  readonly heads: Heads
  readonly words: RunWords
}

/** Store by store: where from, where to, and why, once that was tested. */
export function MovesRegion({ comparison, membership, heads, words }: MovesRegionProps) {
  const [query, setQuery] = useState('')
  const [reason, setReason] = useState<string | null>(null)
  const why = useWhy(comparison, membership)
  const { explanation } = why
  const rows = useMemo(() => {
    const reasonsOf = (store: string) =>
      explanation === null ? [] : reasonsFor(explanation, membership, store)
    return moveRows(membership, heads, explanation && { explanation, reasonsOf })
  }, [membership, heads, explanation])
  const columns = useMemo(
    () => moveColumns(membership.view, explanation !== null),
    [membership, explanation],
  )
  const found = filterMoves(rows, { query, reason })
  const save = () => {
    const file = movesCsv(comparison, explanation)
    saveFile(file.name, blobOfOutput(file))
  }
  const clear = () => {
    setQuery('')
    setReason(null)
  }
  return (
    <Region
      divided
      title={rows.length === 0 ? 'No store moved' : `${formatAmount(rows.length, 'store')} moved`}
      subtitle={movedWords(membership, words)}
      actions={
        <>
          <SearchInput label="Store or cluster" value={query} onChange={setQuery} width={160} />
          <DownloadButton size="xs" label="Download the moves as CSV" onClick={save}>
            CSV
          </DownloadButton>
        </>
      }
    >
      {rows.length > 0 && <WhyPanel why={why} />}
      {explanation !== null && <ReasonCounts rows={rows} chosen={reason} onChoose={setReason} />}
      <div className={classes.table}>
        <DataTable
          label="Moved stores"
          columns={columns}
          rows={found}
          rowKey={({ store }) => store}
          sort={{ id: 'margin', desc: true }}
          height={448}
          empty={
            rows.length === 0 ? (
              'No store left its cluster.'
            ) : (
              <>
                No store matches.{' '}
                <Button size="xs" variant="subtle" onClick={clear}>
                  Clear
                </Button>
              </>
            )
          }
        />
      </div>
    </Region>
  )
}

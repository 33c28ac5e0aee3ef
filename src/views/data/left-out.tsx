import type { RunRecord } from '../../runs/contract'
import { Notice } from '../../ui/notice'
import { Region } from '../../ui/region'
import { Skeleton } from '../../ui/skeleton'
import { LeftOutRows } from './left-out-rows'
import { LeftOutStores } from './left-out-stores'
import { useExceptions } from './use-exceptions'

export type LeftOutProps = { readonly run: RunRecord | null }

/** What a run left out and why: stores, then rows of sales. */
export function LeftOut({ run }: LeftOutProps) {
  if (run === null)
    return (
      <Region
        divided
        title="What is left out is known after a run"
        subtitle="Then every store and every row that is not used is listed here with its reason."
      />
    )
  return <LeftOutOfRun run={run} />
}

function LeftOutOfRun({ run }: { readonly run: RunRecord }) {
  const exceptions = useExceptions(run)
  if (exceptions.status === 'loading') return <Skeleton label="Loading what was left out" />
  return (
    <>
      {exceptions.status === 'failed' && (
        <Notice tone="warn">
          The stores that this run left out could not be read from this browser. Run again to make
          them anew.
        </Notice>
      )}
      {exceptions.status === 'ready' && <LeftOutStores file={exceptions.file} seq={run.seq} />}
      <LeftOutRows />
    </>
  )
}

import { useEffect, useState } from 'react'
import type { AssetFailure } from '../../assets/failure'
import type { RunComparison } from '../../runs/compare/compare-runs'
import type { RunRecord } from '../../runs/contract'
import { loadComparison } from '../../state/compare/compare'
import { failureOf } from '../../state/failure-of'
import { useServices } from '../../state/hooks'

export type Compared =
  | { readonly step: 'loading' }
  | { readonly step: 'ready'; readonly comparison: RunComparison }
  | { readonly step: 'failed'; readonly failure: AssetFailure }

type Loaded = { readonly key: string; readonly compared: Compared }

/** Compares two kept runs; records never change, so that their ids tell what was loaded. */
export function useComparison(a: RunRecord, b: RunRecord): Compared {
  const services = useServices()
  const [loaded, setLoaded] = useState<Loaded | null>(null)
  const key = `${a.id} ${b.id}`
  useEffect(() => {
    let isCurrent = true
    const show = (compared: Compared) => {
      if (isCurrent) setLoaded({ key, compared })
    }
    loadComparison(a, b, services)
      .then((comparison) => show({ step: 'ready', comparison }))
      .catch((error: unknown) => show({ step: 'failed', failure: failureOf(error) }))
    return () => {
      isCurrent = false
    }
    // oxlint-disable-next-line react/exhaustive-deps -- the records are read anew after every run
  }, [key, services])
  return loaded?.key === key ? loaded.compared : { step: 'loading' }
}

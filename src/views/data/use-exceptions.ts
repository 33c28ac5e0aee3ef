import { useEffect, useState } from 'react'
import type { RunRecord } from '../../runs/contract'
import { loadExceptions } from '../../state/export'
import { useServices } from '../../state/hooks'
import type { CsvContent } from '../save-csv'

export type Exceptions =
  | { readonly status: 'loading' | 'none' | 'failed' }
  | { readonly status: 'ready'; readonly file: CsvContent }

/** Who a run left out and why; that of another run is never shown in its place. */
export function useExceptions(run: RunRecord): Exceptions {
  const services = useServices()
  const [loaded, setLoaded] = useState<{ readonly of: RunRecord; readonly made: Exceptions }>()
  useEffect(() => {
    let isWanted = true
    const put = (made: Exceptions) => {
      if (isWanted) setLoaded({ of: run, made })
    }
    loadExceptions(run, services).then(
      (file) => put(file === null ? { status: 'none' } : { status: 'ready', file }),
      () => put({ status: 'failed' }),
    )
    return () => {
      isWanted = false
    }
  }, [run, services])
  return loaded?.of === run ? loaded.made : { status: 'loading' }
}

import { useEffect, useState } from 'react'
import type { AssetFailure } from '../../assets/failure'
import type { RunRecord } from '../../runs/contract'
import { loadOutputFiles, type OutputFile } from '../../state/export'
import { useServices } from '../../state/hooks'

export type OutputFiles =
  | { readonly status: 'none' | 'loading' }
  | { readonly status: 'ready'; readonly files: readonly OutputFile[] }
  | { readonly status: 'failed'; readonly failure: AssetFailure }

type Loaded = { readonly runId: string; readonly result: OutputFiles }

/** The files of a run; those of another run are never shown in their place. */
export function useOutputFiles(run: RunRecord | null): OutputFiles {
  const services = useServices()
  const [loaded, setLoaded] = useState<Loaded | null>(null)
  useEffect(() => {
    if (run === null) return
    let isWanted = true
    const put = (result: OutputFiles) => {
      if (isWanted) setLoaded({ runId: run.id, result })
    }
    loadOutputFiles(run, services).then(
      (files) => put({ status: 'ready', files }),
      (error: unknown) => put({ status: 'failed', failure: failureOf(error) }),
    )
    return () => {
      isWanted = false
    }
  }, [run, services])
  if (run === null) return { status: 'none' }
  return loaded?.runId === run.id ? loaded.result : { status: 'loading' }
}

function failureOf(error: unknown): AssetFailure {
  return {
    code: 'output_unreadable',
    message: 'The files of this run could not be read from this browser.',
    path: error instanceof Error ? error.message : String(error),
    hint: 'Run again to make them anew.',
  }
}

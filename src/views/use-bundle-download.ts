import { useState } from 'react'
import type { AssetFailure } from '../assets/failure'
import type { RunRecord, Source } from '../runs/contract'
import { useServices } from '../state/hooks'
import { bundleName, makeRunBundle } from '../state/bundle/run-bundle'
import { saveFile } from '../ui/save-file'

/** Saves the bundle of a run with the bytes of some files; what keeps it from being made is said. */
export function useBundleDownload(run: RunRecord) {
  const services = useServices()
  const [isMaking, setIsMaking] = useState(false)
  const [failure, setFailure] = useState<AssetFailure | null>(null)
  const download = async (sources: readonly Source[]) => {
    setIsMaking(true)
    setFailure(null)
    const made = await makeRunBundle(run, sources, services)
    setIsMaking(false)
    if (made.ok) saveFile(bundleName(run), made.blob)
    else setFailure(made.failure)
  }
  return { download, isMaking, failure }
}

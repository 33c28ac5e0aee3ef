import { useState } from 'react'
import type { AssetFailure } from '../../assets/failure'
import { type OutputFile, outputName, type TableFormat, writeOutput } from '../../state/export'
import { useServices } from '../../state/hooks'
import { saveFile } from '../../ui/save-file'

/** Saves files of a run in a format; what keeps the last one from being made is said. */
export function useSaveOutput(format: TableFormat) {
  const services = useServices()
  /** Names of the tables that are being written. */
  const [making, setMaking] = useState<readonly string[]>([])
  const [failure, setFailure] = useState<AssetFailure | null>(null)
  const save = async (file: OutputFile) => {
    if (making.includes(file.name)) return
    setMaking((names) => [...names, file.name])
    setFailure(null)
    const written = await writeOutput(file, format, services)
    setMaking((names) => names.filter((name) => name !== file.name))
    if (written.ok) saveFile(outputName(file, format), written.blob)
    else setFailure(written.failure)
  }
  return { save, making, failure }
}

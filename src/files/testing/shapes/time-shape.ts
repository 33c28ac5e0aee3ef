import { inspectFile } from '../../inspect'
import { readChunks } from '../../read-table'
import type { Shape } from './made-shapes'

/** `ms` of processor time: what other work on the machine takes is not counted. */
export type Timed = { readonly ms: number; readonly outcome: string }

/**
 * Reads a shape of so many bytes, its profile and then its rows.
 * @throws Error where it ends neither as a table nor as a failure with code, place and next step
 */
export async function timeShape({ make }: Shape, nBytes: number): Promise<Timed> {
  const blob = make(Math.round(nBytes))
  const start = process.cpuUsage()
  const outcome = await outcomeOf(blob)
  const { user, system } = process.cpuUsage(start)
  return { ms: (user + system) / 1000, outcome }
}

async function outcomeOf(blob: Blob): Promise<string> {
  const inspection = await inspectFile('shape', blob)
  if (!inspection.ok) {
    const { code, message, path, hint } = inspection.failure
    if ([code, message, path, hint].includes(''))
      throw new Error(`A failure without words: ${code}`)
    return code
  }
  const { nRows } = inspection.profile
  let nRead = 0
  for await (const { table } of readChunks(blob, inspection.profile, [])) nRead += table.nRows
  if (nRead !== nRows) throw new Error(`The profile has ${nRows} rows, the table ${nRead}.`)
  return `${nRows} rows`
}

import { resolve } from 'node:path'
import { InputError } from './input-error'
import { loadConfiguration } from './load-configuration'
import { pathsOfSources } from './open-sources'
import type { RunJob } from './run-job'

/**
 * Every file that a run reads: the configuration, those of the flags and those that the
 * configuration names. One that cannot be read names none.
 */
export async function inputPathsOf(
  { flags }: Pick<RunJob, 'flags'>,
  cwd: string,
): Promise<readonly string[]> {
  const configuration = flags.config === undefined ? [] : [resolve(cwd, flags.config)]
  try {
    const loaded = await loadConfiguration(flags, cwd)
    return [...new Set([...configuration, ...pathsOfSources(flags, loaded, cwd)])]
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    return [...new Set([...configuration, ...pathsOfSources(flags, null, cwd)])]
  }
}

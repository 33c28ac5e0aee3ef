import type { SliceApi } from './app-state'
import { failureOf } from './failure-of'

/**
 * Does some work; what goes wrong is said on the screen as the failure of a run.
 * @returns whether it went well
 */
export async function attempt(
  { set }: Pick<SliceApi, 'set'>,
  work: () => Promise<void>,
): Promise<boolean> {
  try {
    await work()
    return true
  } catch (error) {
    set({ runFailure: failureOf(error) })
    return false
  }
}

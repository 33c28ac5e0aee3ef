import type { ComputeContext } from '../spec'
import type { OverrideOutcome } from '../value'

/** One line an override: what was done is told, what does not hold is a warning. */
export function logOutcomes(
  outcomes: readonly OverrideOutcome[],
  log: ComputeContext['log'],
): void {
  for (const { kind, status, message } of outcomes) {
    const holds = status === 'applied' || status === 'no_effect'
    log(holds ? 'info' : 'warn', `Override (${kind.replace('_', ' ')}): ${message}`)
  }
}

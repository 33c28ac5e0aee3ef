import { layEnvironment } from '../../config/environments'
import type { AppState } from '../app-state'
import { remember } from '../remember'

const laid = remember(layEnvironment)

/** The settings that a run would use: the draft with the overlay of the environment laid over it. */
export function selectEffectiveConfiguration({
  configuration,
  environment,
}: Pick<AppState, 'configuration' | 'environment'>) {
  // Asked with an environment and without in turn, it still gives the same object each time.
  return environment === null ? configuration : laid(configuration, environment)
}

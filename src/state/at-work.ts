import type { AppState } from './app-state'

/** Trial runs go on, which say why stores moved. */
export function isFindingWhy({ why }: Pick<AppState, 'why'>): boolean {
  return why?.step === 'testing'
}

/** A bundle is opened, made anew or compared; one that waits for files is not. */
export function isOpeningBundle({ opening }: Pick<AppState, 'opening'>): boolean {
  const step = opening?.progress.step
  return step === 'reading' || step === 'running' || step === 'comparing'
}

/** Something of this tab goes on that no run starts beside. */
export function isAtWork(state: Pick<AppState, 'live' | 'why' | 'opening'>): boolean {
  return state.live !== null || isFindingWhy(state) || isOpeningBundle(state)
}

/** The same, or a run of another tab: what would start a run is idle. */
export function selectIsBusy(state: AppState): boolean {
  return isAtWork(state) || state.elsewhere !== null
}

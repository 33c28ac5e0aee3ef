import type { AssetFailure } from '../assets/failure'

/** Thrown where the command line, the configuration or an input file is at fault: exit code 2. */
export class InputError extends Error {
  readonly faults: readonly AssetFailure[]
  constructor(faults: readonly AssetFailure[]) {
    super(faults.map(({ message }) => message).join('\n'))
    this.name = 'InputError'
    this.faults = faults
  }
}

export function usageError(message: string, hint = 'See --help.'): InputError {
  return new InputError([{ code: 'usage', message, path: '', hint }])
}

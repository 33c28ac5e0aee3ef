import type { AssetFailure } from '../assets/failure'
import { InputError } from './input-error'

/** Values that a run counts on and that are no longer there, or were damaged and taken out. */
export class LostValues extends InputError {
  constructor(names: readonly string[]) {
    super(names.map(lostValue))
    this.name = 'LostValues'
  }
}

function lostValue(name: string): AssetFailure {
  return {
    code: 'value_lost',
    message: `The value of ${name} is no longer stored.`,
    path: name,
    hint: 'Run again: what is missing is made anew.',
  }
}

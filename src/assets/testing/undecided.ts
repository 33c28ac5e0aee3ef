import { silent } from './silent'

/** A context in which nobody decided anything, and whose words nobody hears. */
export const undecided = { ...silent, overrides: [] } as const

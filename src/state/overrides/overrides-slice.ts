import type { Override, OverrideBranch, OverrideEntry } from '../../assets/override'
import { wholeFile } from '../../assets/preprocessing/partition-names'
import type { AppState, Slice } from '../app-state'
import { remember } from '../remember'
import type { Services } from '../services'

type Said = { readonly author: string; readonly reason: string }

/** A decision as a person makes it; its id and its time are given. */
export type NewOverride = Override & Said

/** The clusters that a decision is about. */
export type DecisionPlace = Pick<Override, 'branch' | 'category'>

/** The clusters of one partition, as decisions name them. */
export function placeOf(branch: OverrideBranch, partition: string | null): DecisionPlace {
  return { branch, category: partition ?? wholeFile }
}

/** What a decision says, without who said it, when and why. */
export function withoutStamp(entry: Exclude<OverrideEntry, Revoke>): Override {
  const { id: _id, time: _time, author: _author, reason: _reason, ...override } = entry
  return override
}

type Revoke = Extract<OverrideEntry, { readonly kind: 'revoke' }>

export type OverridesSlice = {
  /** Who decided last in this browser, for the next form; empty before anyone did. */
  readonly author: string
  /**
   * Appends to the log; no undo takes it back.
   * @returns the id of the entry
   * @throws RangeError for an empty author or reason: the form asks for both
   */
  readonly appendOverride: (override: NewOverride) => string
  /** Takes an entry back, which is an entry of its own; nothing where it is not active. */
  readonly revokeOverride: (id: string, author: string, reason: string) => void
}

export const createOverridesSlice =
  ({ newId, now }: Services): Slice<OverridesSlice> =>
  (set, get) => {
    const append = (entry: NewOverride | (Said & Pick<Revoke, 'kind' | 'of'>)) => {
      if (entry.author.trim() === '' || entry.reason.trim() === '')
        throw new RangeError('An override needs an author and a reason.')
      const stamped = { ...entry, id: newId(), time: new Date(now()).toISOString() }
      set(({ configuration }) => ({
        author: entry.author,
        configuration: {
          ...configuration,
          overrides: [...configuration.overrides, stamped],
        },
      }))
      return stamped.id
    }
    return {
      author: '',
      appendOverride: append,
      revokeOverride: (of, author, reason) => {
        const line = selectOverrideLog(get()).find(({ entry }) => entry.id === of)
        if (line?.standing === 'active') append({ kind: 'revoke', of, author, reason })
      },
    }
  }

/** A line of the log: a decision that holds, one that was taken back, or the taking back itself. */
export type OverrideLine =
  | { readonly entry: Exclude<OverrideEntry, Revoke>; readonly standing: 'active' }
  | {
      readonly entry: Exclude<OverrideEntry, Revoke>
      readonly standing: 'revoked'
      readonly revokedBy: Revoke
    }
  | { readonly entry: Revoke; readonly standing: 'revoke' }

/** Every entry that there ever was, the newest first. */
export function selectOverrideLog(state: AppState): readonly OverrideLine[] {
  return linesOf(state.configuration.overrides)
}

const linesOf = remember((log: readonly OverrideEntry[]): readonly OverrideLine[] => {
  const revokes = log.flatMap((entry) => (entry.kind === 'revoke' ? [entry] : []))
  return log
    .map((entry): OverrideLine => {
      if (entry.kind === 'revoke') return { entry, standing: 'revoke' }
      const revokedBy = revokes.find(({ of }) => of === entry.id)
      return revokedBy === undefined
        ? { entry, standing: 'active' }
        : { entry, standing: 'revoked', revokedBy }
    })
    .toReversed()
})

import type { RunRecord, Source } from '../contract'
import { isReadAlike } from '../is-read-alike'

type Input = RunRecord['inputs'][number]

/** The files that a run was made of, as far as they are still at hand. */
export type FoundSources = {
  readonly sources: readonly Source[]
  /** Names of those that are not. */
  readonly missing: readonly string[]
}

export function findSources({ inputs }: RunRecord, known: readonly Source[]): FoundSources {
  const found = inputs.map((input) => ({ input, source: findSource(input, known) }))
  return {
    sources: found.flatMap(({ source }) => source ?? []),
    missing: found.flatMap(({ input, source }) => (source === null ? [input.name] : [])),
  }
}

/** The same bytes under the same name, read the same way for the same purpose; null where gone. */
export function findSource(input: Input, known: readonly Source[]): Source | null {
  const isIt = ({ role, name, profile, columns }: Source) =>
    role === input.role &&
    name === input.name &&
    profile.digest === input.digest &&
    isReadAlike(input, { columns, options: profile.options })
  return known.find(isIt) ?? null
}

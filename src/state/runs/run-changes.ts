import type { Configuration } from '../../config/configuration'
import { allParams, resolveParam } from '../../config/params-for'
import type { RunRecord, Source } from '../../runs/contract'

/** What is no longer as it was when a run started, by the names that the screens use. */
export type RunChanges = {
  /** Labels of settings. */
  readonly settings: readonly string[]
  /** Names of files: new, gone, replaced, or used otherwise. */
  readonly files: readonly string[]
}

export function changesSince(
  run: Pick<RunRecord, 'configuration' | 'inputs'>,
  now: { readonly sources: readonly Source[]; readonly configuration: Configuration },
): RunChanges {
  return {
    settings: changedSettings(run.configuration, now.configuration),
    files: changedFiles(run.inputs, now.sources.map(usedNow)),
  }
}

/** What differs between two runs, by the same names. */
export function changesBetween(before: RunRecord, after: RunRecord): RunChanges {
  return {
    settings: changedSettings(before.configuration, after.configuration),
    files: changedFiles(before.inputs, after.inputs),
  }
}

function changedSettings(before: Configuration, after: Configuration): readonly string[] {
  const isChanged = [...allParams().values()].filter((known) =>
    known.sections.some((section) => {
      const [then, now] = [before, after].map((each) => resolveParam(known, section, each).value)
      return JSON.stringify(then) !== JSON.stringify(now)
    }),
  )
  return [...new Set(isChanged.map(({ param }) => param.label))]
}

type UsedFile = Pick<RunRecord['inputs'][number], 'role' | 'name' | 'digest' | 'columns'>

function usedNow({ role, name, profile, columns }: Source): UsedFile {
  return { role, name, digest: profile.digest, columns }
}

function changedFiles(before: readonly UsedFile[], after: readonly UsedFile[]): readonly string[] {
  const then = new Map(before.map((file) => [useOf(file), file.name]))
  const now = new Map(after.map((file) => [useOf(file), file.name]))
  const gone = [...then].filter(([use]) => !now.has(use))
  const here = [...now].filter(([use]) => !then.has(use))
  return [...new Set([...here, ...gone].map(([, name]) => name))]
}

/** Equal where the same bytes were read for the same purpose. */
function useOf({ role, digest, columns }: UsedFile): string {
  const { store, product, category, value, group } = columns
  return JSON.stringify([role, digest, store, product, category, value, group])
}

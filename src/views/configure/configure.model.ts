import type { Setting, SettingGroup } from '../../state/config/settings'
import type { Redo } from '../../state/config/redo-preview'
import { formatAmount } from '../../ui/number-format'

export function nChanged(groups: readonly SettingGroup[]): number {
  return groups.flatMap(({ settings }) => settings).filter(({ isChanged }) => isChanged).length
}

export function changedNames(groups: readonly SettingGroup[]): ReadonlySet<string> {
  const all = groups.flatMap(({ settings }) => settings)
  return new Set(all.flatMap(({ name, isChanged }) => (isChanged ? [name] : [])))
}

/** What a run would do; nothing without files, or where settings do not go together. */
export type Consequence =
  | { readonly nToRun: number; readonly nTotal: number }
  | 'contradicted'
  | null

export type Draft = {
  readonly groups: readonly SettingGroup[]
  /** What the settings are compared with, in words: a preset, or the base of an environment. */
  readonly preset: string
  readonly environment: string | null
}

/** How many settings differ, and what a run would redo. */
export function answerOf({ groups, preset, environment }: Draft, next: Consequence) {
  return { title: titleOf(nChanged(groups), preset, environment), detail: consequenceOf(next) }
}

function titleOf(changed: number, preset: string, environment: string | null): string {
  const differ = `${formatAmount(changed, 'setting')} ${changed === 1 ? 'differs' : 'differ'}`
  if (environment !== null)
    return changed === 0
      ? `${environment} changes nothing of the base yet.`
      : `${differ} in ${environment} from the base.`
  if (changed === 0) return `Every setting is that of the ${preset} preset.`
  return `${differ} from the ${preset} preset.`
}

function consequenceOf(next: Consequence): string {
  if (next === null) return 'Add files to see what a run would do.'
  if (next === 'contradicted')
    return 'Some settings do not go together, so that no run can start: see them in red below.'
  const kept = next.nTotal - next.nToRun
  if (next.nToRun === 0) return `A run redoes nothing: all ${next.nTotal} assets are fresh.`
  const rest = kept === 0 ? '' : ` ${kept} ${kept === 1 ? 'is' : 'are'} kept.`
  return `Running redoes ${next.nToRun} of ${formatAmount(next.nTotal, 'asset')}.${rest}`
}

/** The same as a figure in a table: `12 of 30 assets`. */
export function redoneWords(redo: Redo | null): string {
  if (redo === null) return 'unknown without files'
  return redo.nRedo === 0 ? 'nothing' : `${redo.nRedo} of ${formatAmount(redo.nTotal, 'asset')}`
}

/** What one change leads to: `would redo 12 of 30 assets`. */
export function redoWords(redo: Redo | null): string {
  return `would redo ${redo === null ? 'what cannot be told without files' : redoneWords(redo)}`
}

/** Settings that wait for the same other one; those that are read wait for none. */
export type SettingBlock = { readonly idle: string | null; readonly settings: readonly Setting[] }

/** What is read first, then what is not, by what it waits for; each in the order of the pipeline. */
export function inBlocks(settings: readonly Setting[]): readonly SettingBlock[] {
  const kinds = new Set([null, ...settings.map(({ idle }) => idle)])
  return [...kinds]
    .map((idle) => ({ idle, settings: settings.filter((setting) => setting.idle === idle) }))
    .filter((block) => block.settings.length > 0)
}

export type SettingFilter = { readonly text: string; readonly changedOnly: boolean }

/** Settings whose name or words hold the text; groups without any are left out. */
export function filterSettings(
  groups: readonly SettingGroup[],
  { text, changedOnly }: SettingFilter,
): readonly SettingGroup[] {
  const wanted = text.trim().toLowerCase()
  const matches = ({ name, label, help, isChanged }: Setting) =>
    (!changedOnly || isChanged) && `${name} ${label} ${help}`.toLowerCase().includes(wanted)
  return groups
    .map(({ title, settings }) => ({ title, settings: settings.filter(matches) }))
    .filter(({ settings }) => settings.length > 0)
}

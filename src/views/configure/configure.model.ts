import type { Setting, SettingGroup } from '../../state/settings'
import { formatAmount } from '../../ui/number-format'

export function nChanged(groups: readonly SettingGroup[]): number {
  return groups.flatMap(({ settings }) => settings).filter(({ isChanged }) => isChanged).length
}

export type Consequence = { readonly nToRun: number; readonly nTotal: number } | null

/** How many settings differ, and what a run would redo. */
export function answerOf(groups: readonly SettingGroup[], preset: string, next: Consequence) {
  const changed = nChanged(groups)
  const title =
    changed === 0
      ? `Every setting is that of the ${preset} preset.`
      : `${formatAmount(changed, 'setting')} ${changed === 1 ? 'differs' : 'differ'} from the ${preset} preset.`
  return { title, detail: consequenceOf(next) }
}

function consequenceOf(next: Consequence): string {
  if (next === null) return 'Add files to see what a run would do.'
  const kept = next.nTotal - next.nToRun
  if (next.nToRun === 0) return `A run redoes nothing: all ${next.nTotal} assets are fresh.`
  const rest = kept === 0 ? '' : ` ${kept} ${kept === 1 ? 'is' : 'are'} kept.`
  return `Running redoes ${next.nToRun} of ${formatAmount(next.nTotal, 'asset')}.${rest}`
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

import { type PresetName, presetNames } from '../../config/configuration'
import { presetOf } from '../../config/presets'
import type { AppState } from '../app-state'
import { selectEffectiveConfiguration } from './effective-configuration'

/** The presets there are, the recommended one first. */
export const presetOptions: readonly { readonly value: PresetName; readonly label: string }[] =
  presetNames.map((value) => ({ value, label: presetOf(value).label }))

export function selectPresetName(state: AppState): PresetName {
  return selectEffectiveConfiguration(state).preset ?? 'recommended'
}

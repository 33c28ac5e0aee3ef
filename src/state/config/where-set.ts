import { specs } from '../../assets/specs'
import type { Configuration, Section } from '../../config/configuration'
import { settingsIn } from '../../config/edit-layer'
import { graphParamsOf, sectionOf } from '../../config/params-for'
import { presetOf } from '../../config/presets'
import type { AppState } from '../app-state'
import { selectEffectiveConfiguration } from './effective-configuration'

/** A section and what the layer that is edited says there itself; `undefined` where nothing. */
export type SettingPlace = { readonly section: Section; readonly value: unknown }

/**
 * Where a setting is written to hold for everything that reads it: for all branches, and over that in
 * each section that says something of its own.
 */
export function settingPlaces(
  state: Pick<AppState, 'configuration' | 'environment'>,
  name: string,
): readonly SettingPlace[] {
  const laid = selectEffectiveConfiguration(state)
  const preset = presetOf(laid.preset)
  const readers = new Set(specs.filter(({ params }) => name in params).map(sectionOf))
  readers.delete('job_params')
  const stronger = [...readers].filter(
    (section) => Object.hasOwn(laid[section], name) || Object.hasOwn(preset[section], name),
  )
  return ['job_params' as const, ...stronger].map((section) => ({
    section,
    value: settingsIn(state.configuration, state.environment, section)[name],
  }))
}

/** The categories that are clustered: `all`, or those that are named. */
export function selectedCategories(configuration: Configuration): 'all' | readonly string[] {
  const { categories } = graphParamsOf(configuration)
  return Array.isArray(categories) ? categories.filter((name) => typeof name === 'string') : 'all'
}

import { useActions, useApp } from '../../state/hooks'
import { presetOptions, selectPresetName } from '../../state/config/preset-options'
import { Checkbox, NativeSelect } from '../../ui/controls'
import { SearchInput } from '../../ui/search-input'
import type { SettingFilter } from './configure.model'
import classes from './configure-view.module.css'
import { EnvironmentPicker } from './environment-picker'

export type SettingsToolsProps = {
  readonly filter: SettingFilter
  readonly onFilter: (filter: SettingFilter) => void
}

/** The preset to start from, and what of the form is shown. */
export function SettingsTools({ filter, onFilter }: SettingsToolsProps) {
  const preset = useApp(selectPresetName)
  const { setPreset } = useActions()
  const choose = (name: string) => {
    const chosen = presetOptions.find(({ value }) => value === name)
    if (chosen !== undefined) setPreset(chosen.value)
  }
  return (
    <div className={classes.tools}>
      <div className={classes.preset}>
        <span aria-hidden>Preset</span>
        <NativeSelect
          aria-label="Preset"
          size="xs"
          data={[...presetOptions]}
          value={preset}
          onChange={({ currentTarget }) => choose(currentTarget.value)}
        />
      </div>
      <EnvironmentPicker />
      <span className={classes.space} />
      <SearchInput
        label="Find a setting"
        value={filter.text}
        onChange={(text) => onFilter({ ...filter, text })}
      />
      <Checkbox
        size="xs"
        label="Changed only"
        checked={filter.changedOnly}
        onChange={({ currentTarget }) =>
          onFilter({ ...filter, changedOnly: currentTarget.checked })
        }
      />
    </div>
  )
}

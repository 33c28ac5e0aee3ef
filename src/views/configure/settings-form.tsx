import { useState } from 'react'
import { selectContradictions } from '../../state/config/draft-faults'
import { useActions, useApp } from '../../state/hooks'
import type { SettingGroup } from '../../state/config/settings'
import { inBlocks } from './configure.model'
import classes from './configure-view.module.css'
import { SettingLine } from './setting-line'
import { SettingRow, type SettingRowProps } from './setting-row'
import type { Place } from './yaml-marks.model'

export type SettingsFormProps = {
  readonly groups: readonly SettingGroup[]
  /** The setting that the cursor stands on in the text. */
  readonly lit: string | null
  /** The setting that is focused here. */
  readonly onPlace: (place: Place | null) => void
}

/** One row per parameter, grouped by stage; in a group, what is not read as things are stands last. */
export function SettingsForm({ groups, lit, onPlace }: SettingsFormProps) {
  const { setParam, resetParam } = useActions()
  const environment = useApp((state) => state.environment)
  const faults = useApp(selectContradictions)
  const [pointed, setPointed] = useState<string | null>(null)
  const [focused, setFocused] = useState<string | null>(null)
  const all = groups.flatMap(({ settings }) => settings)
  const settingOf = (wanted: string | null) => all.find(({ name }) => name === wanted) ?? null
  const rowProps: Omit<SettingRowProps, 'setting' | 'isLit' | 'faults'> = {
    onChange: setParam,
    onReset: ({ name }) => resetParam(name),
    onPoint: setPointed,
    onFocus: setFocused,
    onPlace,
  }
  return (
    <>
      <div className={classes.columns} aria-hidden>
        <span>Setting</span>
        <span>Both branches</span>
        <span>Internal</span>
        <span>External</span>
        <span>{environment === null ? 'Preset' : 'Base'}</span>
      </div>
      {groups.length === 0 ? <p>No setting matches.</p> : null}
      {groups.map(({ title, settings }) => (
        <section key={title} className={classes.group} data-group={title}>
          <h2>{title}</h2>
          {inBlocks(settings).map((block) => (
            <div key={block.idle ?? ''}>
              {block.idle === null ? null : (
                <h3 className={classes.idle}>Only with {block.idle}</h3>
              )}
              {block.settings.map((setting) => (
                <SettingRow
                  key={setting.name}
                  setting={setting}
                  isLit={setting.name === lit}
                  faults={faults.filter(({ path }) => path.endsWith(`.${setting.name}`))}
                  {...rowProps}
                />
              ))}
            </div>
          ))}
        </section>
      ))}
      <SettingLine focused={settingOf(focused)} pointed={settingOf(pointed)} />
    </>
  )
}

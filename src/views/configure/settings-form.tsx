import type { RefObject } from 'react'
import { useActions } from '../../state/hooks'
import type { SettingGroup } from '../../state/settings'
import classes from './configure-view.module.css'
import { SettingRow } from './setting-row'

export type SettingsFormProps = {
  readonly groups: readonly SettingGroup[]
  readonly form: RefObject<HTMLDivElement | null>
}

/** One row per parameter, grouped by stage. */
export function SettingsForm({ groups, form }: SettingsFormProps) {
  const { setParam, resetParam } = useActions()
  return (
    <div className={classes.form} ref={form}>
      <div className={classes.columns} aria-hidden>
        <span>Setting</span>
        <span>Both branches</span>
        <span>Internal</span>
        <span>External</span>
        <span>Preset</span>
      </div>
      {groups.length === 0 ? <p>No setting matches.</p> : null}
      {groups.map(({ title, settings }) => (
        <section key={title} className={classes.group} data-group={title}>
          <h2>{title}</h2>
          {settings.map((setting) => (
            <SettingRow
              key={setting.name}
              setting={setting}
              onChange={setParam}
              onReset={({ name }) => resetParam(name)}
            />
          ))}
        </section>
      ))}
    </div>
  )
}

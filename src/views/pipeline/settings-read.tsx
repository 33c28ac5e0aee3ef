import { useMemo } from 'react'
import type { PlannedAsset } from '../../runs/plan'
import { selectEffectiveConfiguration } from '../../state/config/effective-configuration'
import { useActions, useApp } from '../../state/hooks'
import { parametersReadBy, type ParameterRead } from '../../state/config/parameters-read'
import { Button } from '../../ui/controls'
import { choiceText } from '../cause-words'
import classes from './asset-details.module.css'

const sources: Readonly<Record<ParameterRead['from'], string>> = {
  default: 'default',
  preset: 'preset',
  job_params: 'set for both',
  internal: 'set for internal',
  external: 'set for external',
  merging: 'set for merging',
}

/** The parameters that an asset reads: what each is worth, and what says so. */
export function SettingsRead({ spec }: Pick<PlannedAsset, 'spec'>) {
  const configuration = useApp(selectEffectiveConfiguration)
  const { look } = useActions()
  const read = useMemo(() => parametersReadBy(spec, configuration), [spec, configuration])
  if (read.length === 0) return null
  return (
    <section>
      <h3>Settings it reads</h3>
      <ul className={classes.partitions}>
        {read.map(({ name, label, help, control, value, from }) => (
          <li key={name} className={classes.setting} title={help}>
            <span>
              {label} <code>{name}</code>
            </span>
            <b>{choiceText(value, control)}</b>
            <span className={classes.fact}>{sources[from]}</span>
          </li>
        ))}
      </ul>
      <Button size="xs" variant="subtle" onClick={() => look({ screen: 'configure' })}>
        Change in Configure
      </Button>
    </section>
  )
}

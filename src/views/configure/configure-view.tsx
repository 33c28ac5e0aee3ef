import { useRef, useState } from 'react'
import { useApp } from '../../state/hooks'
import { selectPlan } from '../../state/plan-selectors'
import { presetOptions, selectPresetName } from '../../state/preset-options'
import { selectSettings } from '../../state/settings'
import { Answer } from '../../ui/answer'
import { answerOf, filterSettings, nChanged } from './configure.model'
import classes from './configure-view.module.css'
import { History } from './history'
import { SettingsForm } from './settings-form'
import { SettingsTools } from './settings-tools'
import { YamlPanel } from './yaml-panel'

/** What will be done? A form made from the parameters of the assets. */
export function ConfigureView() {
  const groups = useApp(selectSettings)
  const plan = useApp(selectPlan)
  const preset = useApp(selectPresetName)
  const [filter, setFilter] = useState({ text: '', changedOnly: false })
  const form = useRef<HTMLDivElement>(null)
  const shown = filterSettings(groups, filter)
  const next =
    plan.ok && plan.all.length > 0 ? { nToRun: plan.nToRun, nTotal: plan.inRun.length } : null
  const label = presetOptions.find(({ value }) => value === preset)?.label ?? preset
  const reveal = (title: string) =>
    form.current?.querySelector(`[data-group="${CSS.escape(title)}"]`)?.scrollIntoView()
  return (
    <div className={classes.screen}>
      <Answer {...answerOf(groups, label, next)} actions={<History />} />
      <SettingsTools filter={filter} onFilter={setFilter} />
      <div className={classes.body}>
        <nav className={classes.stages} aria-label="Stages">
          {shown.map(({ title, settings }) => (
            <button key={title} type="button" onClick={() => reveal(title)}>
              {title} <Count n={nChanged([{ title, settings }])} />
            </button>
          ))}
        </nav>
        <SettingsForm groups={shown} form={form} />
        <YamlPanel />
      </div>
    </div>
  )
}

function Count({ n }: { readonly n: number }) {
  return n === 0 ? null : <span className={classes.count}>{n}</span>
}

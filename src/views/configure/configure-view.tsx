import { useEffect, useRef, useState } from 'react'
import { useActions, useApp } from '../../state/hooks'
import { selectContradictions } from '../../state/config/draft-faults'
import { selectPlan } from '../../state/plan/plan-selectors'
import { presetOptions, selectPresetName } from '../../state/config/preset-options'
import { selectSettings } from '../../state/config/settings'
import { Answer } from '../../ui/answer'
import { formatAmount } from '../../ui/number-format'
import { RunButton } from '../run-button'
import { answerOf, filterSettings, nChanged } from './configure.model'
import classes from './configure-view.module.css'
import { EnvironmentDiff } from './environment-diff'
import { History } from './history'
import { ImportReport } from './import-report'
import { SettingsForm } from './settings-form'
import { SettingsTools } from './settings-tools'
import { UnreadLine } from './unread-line'
import { YamlPanel } from './yaml-panel'
import type { Place } from './yaml-marks.model'

/** What will be done? A form made from the parameters of the assets, and the same as a text. */
export function ConfigureView() {
  const groups = useApp(selectSettings)
  const plan = useApp(selectPlan)
  const preset = useApp(selectPresetName)
  const environment = useApp((state) => state.environment)
  const [filter, setFilter] = useState({ text: '', changedOnly: false })
  const [focused, setFocused] = useState<Place | null>(null)
  const [onLine, setOnLine] = useState<Place | null>(null)
  const form = useRef<HTMLDivElement>(null)
  useWantedSetting(form)
  const shown = filterSettings(groups, filter)
  const isContradicted = useApp(selectContradictions).length > 0
  const planned =
    plan.ok && plan.all.length > 0 ? { nToRun: plan.nToRun, nTotal: plan.inRun.length } : null
  const label = presetOptions.find(({ value }) => value === preset)?.label ?? preset
  const reveal = (title: string) =>
    form.current?.querySelector(`[data-group="${CSS.escape(title)}"]`)?.scrollIntoView()
  return (
    <div className={classes.screen}>
      <Answer
        {...answerOf(
          { groups, preset: label, environment },
          isContradicted ? 'contradicted' : planned,
        )}
        actions={
          <>
            <History />
            {planned === null || planned.nToRun === 0 ? null : (
              <RunButton size="sm">{`Run ${planned.nToRun} of ${formatAmount(planned.nTotal, 'asset')}`}</RunButton>
            )}
          </>
        }
      />
      <SettingsTools filter={filter} onFilter={setFilter} />
      <UnreadLine />
      <ImportReport />
      <div className={classes.body}>
        <nav className={classes.stages} aria-label="Stages">
          {shown.map(({ title, settings }) => (
            <button key={title} type="button" onClick={() => reveal(title)}>
              {title} <Count n={nChanged([{ title, settings }])} />
            </button>
          ))}
        </nav>
        <div className={classes.form} ref={form}>
          <EnvironmentDiff />
          <SettingsForm groups={shown} lit={onLine?.name ?? null} onPlace={setFocused} />
        </div>
        <YamlPanel focused={focused} onPlace={setOnLine} />
      </div>
    </div>
  )
}

/** Goes to the field of the setting that another screen led to, once. */
function useWantedSetting(form: React.RefObject<HTMLDivElement | null>) {
  const wanted = useApp((state) => state.view.setting)
  const { look } = useActions()
  useEffect(() => {
    if (wanted === null) return
    const row = form.current?.querySelector(`[data-setting="${CSS.escape(wanted)}"]`)
    row?.scrollIntoView({ block: 'center' })
    row?.querySelector<HTMLElement>('input, select')?.focus({ preventScroll: true })
    look({ setting: null })
  }, [wanted, form, look])
}

function Count({ n }: { readonly n: number }) {
  return n === 0 ? null : <span className={classes.count}>{n}</span>
}

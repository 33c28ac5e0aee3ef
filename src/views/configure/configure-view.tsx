import { ActionIcon, Button, Checkbox, NativeSelect } from '../../ui/controls'
import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { useActions, useApp } from '../../state/hooks'
import { selectPlan } from '../../state/plan-selectors'
import { presetOptions, selectPresetName } from '../../state/preset-options'
import { selectSettings, type Setting } from '../../state/settings'
import { Answer } from '../../ui/answer'
import { SearchInput } from '../../ui/search-input'
import { answerOf, filterSettings, nChanged } from './configure.model'
import classes from './configure-view.module.css'
import { SettingRow } from './setting-row'
import { YamlPanel } from './yaml-panel'

/** What will be done? A form made from the parameters of the assets. */
export function ConfigureView() {
  const groups = useApp(selectSettings)
  const plan = useApp(selectPlan)
  const preset = useApp(selectPresetName)
  const { setPreset, setParam, resetParam } = useActions()
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
      <div className={classes.tools}>
        <div className={classes.preset}>
          <span aria-hidden>Preset</span>
          <NativeSelect
            aria-label="Preset"
            size="xs"
            data={[...presetOptions]}
            value={preset}
            onChange={({ currentTarget }) => {
              const chosen = presetOptions.find(({ value }) => value === currentTarget.value)
              if (chosen !== undefined) setPreset(chosen.value)
            }}
          />
        </div>
        <span className={classes.space} />
        <SearchInput
          label="Find a setting"
          value={filter.text}
          onChange={(text) => setFilter({ ...filter, text })}
        />
        <Checkbox
          size="xs"
          label="Changed only"
          checked={filter.changedOnly}
          onChange={({ currentTarget }) =>
            setFilter({ ...filter, changedOnly: currentTarget.checked })
          }
        />
      </div>
      <div className={classes.body}>
        <nav className={classes.stages} aria-label="Stages">
          {shown.map(({ title, settings }) => (
            <button key={title} type="button" onClick={() => reveal(title)}>
              {title} <Count n={nChanged([{ title, settings }])} />
            </button>
          ))}
        </nav>
        <div className={classes.form} ref={form}>
          <div className={classes.columns} aria-hidden>
            <span>Setting</span>
            <span>Both branches</span>
            <span>Internal</span>
            <span>External</span>
            <span>Preset</span>
          </div>
          {shown.length === 0 ? <p>No setting matches.</p> : null}
          {shown.map(({ title, settings }) => (
            <section key={title} className={classes.group} data-group={title}>
              <h2>{title}</h2>
              {settings.map((setting: Setting) => (
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
        <YamlPanel />
      </div>
    </div>
  )
}

function Count({ n }: { readonly n: number }) {
  return n === 0 ? null : <span className={classes.count}>{n}</span>
}

function History() {
  const hasPast = useApp((state) => state.past.length > 0)
  const hasFuture = useApp((state) => state.future.length > 0)
  const { undo, redo, resetAll } = useActions()
  return (
    <>
      <ActionIcon variant="default" size={32} aria-label="Undo" disabled={!hasPast} onClick={undo}>
        <IconArrowBackUp size={16} />
      </ActionIcon>
      <ActionIcon
        variant="default"
        size={32}
        aria-label="Redo"
        disabled={!hasFuture}
        onClick={redo}
      >
        <IconArrowForwardUp size={16} />
      </ActionIcon>
      <Button variant="default" onClick={resetAll}>
        Reset all
      </Button>
    </>
  )
}

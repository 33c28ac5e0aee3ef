import { IconCheck, IconCopy, IconDownload } from '@tabler/icons-react'
import { useId, useRef } from 'react'
import { selectContradictions } from '../../state/config/draft-faults'
import { useApp } from '../../state/hooks'
import { selectSettings } from '../../state/config/settings'
import { ActionIcon, CopyButton } from '../../ui/controls'
import { saveFile } from '../../ui/save-file'
import { changedNames } from './configure.model'
import { useDraftText } from './use-draft-text'
import { VariablesForm } from './variables-form'
import { YamlEditor } from './yaml-editor'
import { YamlFaults } from './yaml-faults'
import {
  changedLines,
  faultLines,
  linesOfSetting,
  type Place,
  settingOnLine,
  verdictOf,
} from './yaml-marks.model'
import classes from './yaml-panel.module.css'

export type YamlPanelProps = {
  /** The setting that is focused in the form. */
  readonly focused: Place | null
  /** The setting that the cursor stands on, for the form to light. */
  readonly onPlace: (place: Place | null) => void
}

/** The draft as the command line reads it. Edits go both ways; what cannot be read stays here. */
export function YamlPanel({ focused, onPlace }: YamlPanelProps) {
  const { text, isMade, facts, type, commit } = useDraftText()
  const unread = useApp((state) => state.unread)
  const layer = useApp((state) => state.environment)
  const changed = changedNames(useApp(selectSettings))
  const contradictions = useApp(selectContradictions)
  const field = useRef<HTMLTextAreaElement>(null)
  const notesId = useId()
  const faults = unread?.faults ?? contradictions
  const verdict = verdictOf(text, faults, unread !== null)
  return (
    <aside className={classes.panel} aria-label="Configuration as YAML">
      <header className={classes.head}>
        <b>YAML</b> <span>edits go both ways</span>
        <CopyButton value={text}>
          {({ copied, copy }) => (
            <ActionIcon aria-label="Copy YAML" onClick={copy}>
              {copied ? <IconCheck size={16} /> : <IconCopy size={16} />}
            </ActionIcon>
          )}
        </CopyButton>
        <ActionIcon
          aria-label="Download YAML"
          onClick={() => saveFile('store-clustering.yml', new Blob([text], { type: 'text/yaml' }))}
        >
          <IconDownload size={16} />
        </ActionIcon>
      </header>
      <VariablesForm variables={facts.variables} />
      <YamlEditor
        label="Configuration text"
        text={text}
        isReadOnly={!isMade}
        changed={changedLines(facts.lines, changed, layer)}
        faulty={faultLines(faults)}
        lit={linesOfSetting(facts.lines, focused, layer)}
        describedBy={notesId}
        field={field}
        onText={type}
        onLeave={() => {
          commit()
          onPlace(null)
        }}
        onLine={(line) => onPlace(settingOnLine(facts.lines, line))}
      />
      <footer className={classes.foot} id={notesId}>
        <p className={classes.verdict} data-wrong={faults.length > 0 || undefined}>
          {verdict}
        </p>
        <YamlFaults faults={faults} onGo={(line) => goTo(field.current, line)} />
        <p className={classes.keys}>Tab indents. Esc, then Tab leaves the text.</p>
      </footer>
    </aside>
  )
}

function goTo(field: HTMLTextAreaElement | null, line: number): void {
  if (field === null) return
  const start =
    field.value
      .split('\n')
      .slice(0, line - 1)
      .join('\n').length + (line > 1 ? 1 : 0)
  const end = field.value.indexOf('\n', start)
  field.focus()
  field.setSelectionRange(start, end === -1 ? field.value.length : end)
}

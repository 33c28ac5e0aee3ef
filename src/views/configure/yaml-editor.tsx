import { type KeyboardEvent, useRef } from 'react'
import classes from './yaml-editor.module.css'

export type YamlEditorProps = {
  readonly label: string
  readonly text: string
  readonly isReadOnly: boolean
  /** Numbers of lines, from 1. */
  readonly changed: ReadonlySet<number>
  readonly faulty: ReadonlySet<number>
  readonly lit: ReadonlySet<number>
  /** Id of what describes the editor: its faults and how to leave it by key. */
  readonly describedBy: string
  readonly onText: (text: string) => void
  readonly onLeave: () => void
  /** The line of the cursor. */
  readonly onLine: (line: number) => void
  readonly field: React.RefObject<HTMLTextAreaElement | null>
}

/** A plain text field over numbered lines: both scroll together, marks stand beside the numbers. */
export function YamlEditor(props: YamlEditorProps) {
  const { label, text, changed, faulty, lit, field, describedBy, onText, onLeave, onLine } = props
  const indents = useIndents(onText)
  const lines = text.split('\n')
  const tell = (area: HTMLTextAreaElement) => onLine(lineAt(area.value, area.selectionStart))
  return (
    <div className={classes.editor}>
      <div className={classes.page}>
        <ol className={classes.lines} aria-hidden>
          {lines.map((line, i) => (
            <li
              // oxlint-disable-next-line react/no-array-index-key -- a line is its place
              key={i}
              data-changed={changed.has(i + 1) || undefined}
              data-fault={faulty.has(i + 1) || undefined}
              data-lit={lit.has(i + 1) || undefined}
            >
              {/* The widest line gives the page its width. */}
              <span>{line === '' ? ' ' : line}</span>
            </li>
          ))}
        </ol>
        <textarea
          ref={field}
          className={classes.text}
          aria-label={label}
          aria-describedby={describedBy}
          aria-invalid={faulty.size > 0}
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          wrap="off"
          readOnly={props.isReadOnly}
          value={text}
          onChange={({ currentTarget }) => {
            indents.start()
            onText(currentTarget.value)
          }}
          onPointerDown={indents.start}
          onKeyDown={indents.onKeyDown}
          onSelect={({ currentTarget }) => tell(currentTarget)}
          onBlur={() => {
            indents.end()
            onLeave()
          }}
        />
      </div>
    </div>
  )
}

/**
 * Tab indents where a person writes. Passing through by key it goes on to the next control, and Esc
 * gives it back that meaning: nobody is caught.
 */
function useIndents(onText: (text: string) => void) {
  const isWriting = useRef(false)
  const end = () => {
    isWriting.current = false
  }
  return {
    end,
    start: () => {
      isWriting.current = true
    },
    onKeyDown: (event: KeyboardEvent<HTMLTextAreaElement>) => {
      if (event.key === 'Escape') end()
      if (event.key !== 'Tab' || event.shiftKey || !isWriting.current) return
      event.preventDefault()
      const area = event.currentTarget
      area.setRangeText('  ', area.selectionStart, area.selectionEnd, 'end')
      onText(area.value)
    },
  }
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length
}

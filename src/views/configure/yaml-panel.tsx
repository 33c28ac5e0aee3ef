import { ActionIcon, CopyButton } from '../../ui/controls'
import { IconCheck, IconCopy, IconDownload } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { configurationText } from '../../state/configuration-text'
import { useApp } from '../../state/hooks'
import { saveFile } from '../../ui/save-file'
import classes from './yaml-panel.module.css'

/** The draft as the command line reads it: only what differs from the preset. */
export function YamlPanel() {
  const text = useConfigurationText()
  const lines = text.trimEnd().split('\n')
  return (
    <aside className={classes.panel} aria-label="Configuration as YAML">
      <header className={classes.head}>
        <b>YAML</b> <span>what differs from the preset</span>
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
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by key */}
      <ol className={classes.lines} tabIndex={0} aria-label="Lines">
        {lines.map((line, i) => (
          // oxlint-disable-next-line react/no-array-index-key -- a line is its place
          <li key={i}>{line}</li>
        ))}
      </ol>
    </aside>
  )
}

function useConfigurationText(): string {
  const configuration = useApp((state) => state.configuration)
  const [text, setText] = useState('')
  useEffect(() => {
    let isCurrent = true
    void configurationText(configuration).then((written) => {
      if (isCurrent) setText(written)
    })
    return () => {
      isCurrent = false
    }
  }, [configuration])
  return text
}

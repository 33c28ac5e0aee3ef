import { useState } from 'react'
import { IconLock, IconPackageExport } from '@tabler/icons-react'
import type { RunRecord } from '../../runs/contract'
import { useApp } from '../../state/hooks'
import { filesOfRun } from '../../state/bundle/run-bundle'
import { readySources } from '../../state/selectors'
import { Button, Switch } from '../../ui/controls'
import { Notice } from '../../ui/notice'
import { Region } from '../../ui/region'
import { OpenBundle } from '../open-bundle'
import { useBundleDownload } from '../use-bundle-download'
import { bundleContents, dataLine, storageSentence } from './run-bundle.model'
import classes from './run-bundle.module.css'

/** The run as one file that repeats it elsewhere and proves that it is the same. */
export function RunBundle({ run }: { readonly run: RunRecord }) {
  const sources = useApp(readySources)
  const isPersisted = useApp((state) => state.isPersisted)
  const storage = useApp((state) => state.storage)
  const hasBaseline = useApp(({ runs }) => runs.some(({ id }) => id === run.baseline?.runId))
  const { download, isMaking, failure } = useBundleDownload(run)
  const [withData, setWithData] = useState(true)
  const files = filesOfRun(run, sources)
  const data = dataLine(run, files.length)
  const hasData = withData && files.length > 0
  return (
    <Region
      divided
      title={`Run ${run.seq} as a bundle`}
      subtitle="One zip file that makes the run anew elsewhere and says whether it is identical"
    >
      <p className={classes.kept}>
        <IconLock size={16} stroke={1.5} aria-hidden />
        {storageSentence({ isPersisted, isMemory: storage === 'memory' })}
      </p>
      <div className={classes.actions}>
        <Button
          loading={isMaking}
          leftSection={<IconPackageExport size={16} stroke={1.5} aria-hidden />}
          variant="default"
          onClick={() => void download(hasData ? files : [])}
        >
          Download run bundle
        </Button>
        <OpenBundle />
      </div>
      <Switch
        label={`With the data: ${data}`}
        checked={hasData}
        disabled={files.length === 0}
        onChange={(event) => setWithData(event.currentTarget.checked)}
      />
      <ul className={classes.contents} aria-label="Inside the bundle">
        {bundleContents({ run, hasData }).map(({ name, what }) => (
          <li key={name}>
            <b>{name}</b>
            <span>{what}</span>
          </li>
        ))}
      </ul>
      {run.baseline && !hasBaseline && (
        <Notice tone="warn">
          {`Run ${run.baseline.seq}, the baseline of this run, is no longer here: made anew elsewhere, the run will differ.`}
        </Notice>
      )}
      {failure !== null && (
        <Notice tone="fail" title={failure.message} where={failure.path}>
          {failure.hint}
        </Notice>
      )}
    </Region>
  )
}

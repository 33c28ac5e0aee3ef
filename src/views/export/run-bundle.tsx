import { useState } from 'react'
import { IconLock, IconPackageExport } from '@tabler/icons-react'
import type { AssetFailure } from '../../assets/failure'
import type { RunRecord } from '../../runs/contract'
import { useApp, useServices } from '../../state/hooks'
import { bundleName, filesOfRun, makeRunBundle } from '../../state/run-bundle'
import { readySources } from '../../state/selectors'
import { Button, Switch } from '../../ui/controls'
import { Notice } from '../../ui/notice'
import { Region } from '../../ui/region'
import { saveFile } from '../../ui/save-file'
import { OpenBundle } from '../open-bundle'
import { bundleContents, dataLine, storageSentence } from './run-bundle.model'
import classes from './run-bundle.module.css'

/** The run as one file that repeats it elsewhere and proves that it is the same. */
export function RunBundle({ run }: { readonly run: RunRecord }) {
  const sources = useApp(readySources)
  const isPersisted = useApp((state) => state.isPersisted)
  const storage = useApp((state) => state.storage)
  const hasBaseline = useApp(({ runs }) => runs.some(({ id }) => id === run.baseline?.runId))
  const services = useServices()
  const [withData, setWithData] = useState(true)
  const [isMaking, setIsMaking] = useState(false)
  const [failure, setFailure] = useState<AssetFailure | null>(null)
  const files = filesOfRun(run, sources)
  const data = dataLine(run, files.length)
  const hasData = withData && files.length > 0
  const download = async () => {
    setIsMaking(true)
    setFailure(null)
    const made = await makeRunBundle(run, hasData ? files : [], services)
    setIsMaking(false)
    if (made.ok) saveFile(bundleName(run), made.blob)
    else setFailure(made.failure)
  }
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
          onClick={() => void download()}
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

import { useState } from 'react'
import { useAsset, useApp } from '../../state/hooks'
import { selectShownRun } from '../../state/selectors'
import { published } from '../../state/shown-assets'
import type { TableFormat } from '../../state/export'
import { Answer } from '../../ui/answer'
import { Notice } from '../../ui/notice'
import { Region } from '../../ui/region'
import { Skeleton } from '../../ui/skeleton'
import { AssetGate } from '../asset-gate'
import { BundleReport } from '../bundle-report'
import { OpenBundle } from '../open-bundle'
import { RunFaults } from '../run-faults'
import { ClusterSummary } from './cluster-summary'
import { DownloadMerged } from '../download-merged'
import { exportAnswer, exportLines, mergedFileName } from './export.model'
import classes from './export-view.module.css'
import { FileFormat } from './file-format'
import { formatOf } from './file-format.model'
import { FileList } from './file-list'
import { RunBundle } from './run-bundle'
import { useOutputFiles } from './use-output-files'
import { useSaveOutput } from './use-save-output'

/** What do I hand over? */
export function ExportView() {
  const run = useApp(selectShownRun)
  const merged = useAsset(published, null)
  const output = useOutputFiles(run)
  const [format, setFormat] = useState<TableFormat>('csv')
  const answer = exportAnswer(merged.value, run)
  const files = output.status === 'ready' ? output.files : []
  const { save, making, failure } = useSaveOutput(format)
  return (
    <>
      <Answer
        title={answer.title}
        detail={answer.detail}
        actions={
          run === null ? (
            <OpenBundle />
          ) : (
            <DownloadMerged
              published={merged.value}
              isMain={!merged.stale}
              isMaking={making.includes(mergedFileName)}
              onSave={(file) => void save(file)}
            />
          )
        }
      />
      <BundleReport hasFileButton />
      {merged.value !== null && <RunFaults />}
      <div className={classes.columns} data-single={run === null || undefined}>
        <div className={classes.main}>
          <AssetGate asset={merged} label="Merged clusters">
            {(value) => <ClusterSummary published={value} />}
          </AssetGate>
          {run !== null && <RunBundle key={run.id} run={run} />}
        </div>
        {run !== null && (
          <Region
            side
            title="Files"
            subtitle={formatOf(format).promise}
            actions={<FileFormat value={format} onChange={setFormat} />}
          >
            {output.status === 'loading' && <Skeleton label="Loading the files" />}
            {output.status === 'failed' && (
              <Notice tone="fail" title={output.failure.message} where={output.failure.path}>
                {output.failure.hint}
              </Notice>
            )}
            {failure !== null && (
              <Notice tone="fail" title={failure.message} where={failure.path}>
                {failure.hint}
              </Notice>
            )}
            <FileList
              lines={exportLines(files)}
              format={format}
              making={making}
              onSave={(file) => void save(file)}
            />
          </Region>
        )}
      </div>
    </>
  )
}

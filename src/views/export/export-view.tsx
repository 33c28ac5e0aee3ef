import { useState } from 'react'
import { useAsset, useApp } from '../../state/hooks'
import { selectShownRun } from '../../state/selectors'
import { published } from '../../state/shown-assets'
import { blobOfOutput, type CsvKind, type OutputFile } from '../../state/export'
import { Answer } from '../../ui/answer'
import { Notice } from '../../ui/notice'
import { Region } from '../../ui/region'
import { saveFile } from '../../ui/save-file'
import { Segments } from '../../ui/segments'
import { Skeleton } from '../../ui/skeleton'
import { AssetGate } from '../asset-gate'
import { BundleReport } from '../bundle-report'
import { OpenBundle } from '../open-bundle'
import { RunFaults } from '../run-faults'
import { ClusterSummary } from './cluster-summary'
import { DownloadMerged } from '../download-merged'
import { exportAnswer, exportLines } from './export.model'
import classes from './export-view.module.css'
import { FileList } from './file-list'
import { RunBundle } from './run-bundle'
import { useOutputFiles } from './use-output-files'

const targets = [
  { value: 'tools', label: 'For tools' },
  { value: 'excel', label: 'For Excel' },
] as const

/** What do I hand over? */
export function ExportView() {
  const run = useApp(selectShownRun)
  const merged = useAsset(published, null)
  const output = useOutputFiles(run)
  const [target, setTarget] = useState<CsvKind>('tools')
  const answer = exportAnswer(merged.value, run)
  const files = output.status === 'ready' ? output.files : []
  const save = (file: OutputFile) => saveFile(file.name, blobOfOutput(file, target))
  return (
    <>
      <Answer
        title={answer.title}
        detail={answer.detail}
        actions={
          run === null ? (
            <OpenBundle />
          ) : (
            <DownloadMerged published={merged.value} target={target} isMain={!merged.stale} />
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
            subtitle={target === 'tools' ? 'Ids byte for byte' : 'Formulas made harmless'}
            actions={
              <Segments label="CSV for" value={target} options={targets} onChange={setTarget} />
            }
          >
            {output.status === 'loading' && <Skeleton label="Loading the files" />}
            {output.status === 'failed' && (
              <Notice tone="fail" title={output.failure.message} where={output.failure.path}>
                {output.failure.hint}
              </Notice>
            )}
            <FileList lines={exportLines(files)} onSave={save} target={target} />
          </Region>
        )}
      </div>
    </>
  )
}

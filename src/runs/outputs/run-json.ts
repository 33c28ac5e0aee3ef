import { toDocument } from '../../config/to-document'
import type { AssetRecord, RunRecord } from '../contract'
import type { TextFile } from './output-file'

/** Counts up when a reader of older files would misread the new ones. */
export const runJsonFormat = 1

/** `run.json`: what was run on what and what came of it; enough to repeat the run. */
export function runJson(run: RunRecord): TextFile {
  const { configuration, baseline } = run
  const document = {
    format: runJsonFormat,
    id: run.id,
    seq: run.seq,
    started_at: run.startedAt,
    ms: run.ms,
    status: run.status,
    selection: run.selection,
    environment: run.environment ?? null,
    baseline: baseline ? { run_id: baseline.runId, seq: baseline.seq } : null,
    configuration: { ...toDocument(configuration), overrides: configuration.overrides },
    inputs: run.inputs,
    assets: run.assets.map(assetEntry),
    errors: run.errors,
    result_hash: run.resultHash,
  }
  return { kind: 'text', name: 'run.json', text: `${JSON.stringify(document, null, 2)}\n` }
}

function assetEntry(asset: AssetRecord) {
  return {
    key: asset.key,
    partition: asset.partition,
    code_version: asset.codeVersion,
    data_version: asset.dataVersion,
    status: asset.status,
    cached: asset.cached,
    ms: asset.ms,
    rows: asset.rows,
    checks: asset.checks,
    failure: asset.failure,
    made_from: asset.madeFrom ?? null,
  }
}

import { AssetError } from '../../assets/failure'
import { writeConfiguration } from '../../config/yaml'
import { blobPieces } from '../../files/blob-pieces'
import { csvPieces } from '../../files/export-csv'
import { type Piece, writeZip, type ZipSource } from '../../files/zip-writer'
import { compareText } from '../../table/compare-text'
import { addressOf, assetId } from '../address'
import type { AssetRecord, AssetRef, FileHandle, RunRecord } from '../contract'
import { isCarried } from '../is-carried'
import { publishedFiles } from '../outputs/published-files'
import { runJson } from '../outputs/run-json'
import { type ReadAt, readerOf } from '../values-made'
import type { BundleRequest } from './bundle'
import { assignmentsName, baselineValueName, dataNames, entryNames, modelName } from './entry-names'
import { writeExactJson } from './exact-json'
import { writeLog } from './log-text'
import { isModel } from './models'

export type BundlePorts = {
  readonly readAt: ReadAt
  readonly openFile: (file: FileHandle) => Blob | Promise<Blob>
}

/**
 * The bytes of a run bundle: equal runs give equal bytes. Values and files are read when their turn
 * has come.
 * @throws {AssetError} `value_lost` when a value of the run is no longer stored
 */
export async function* makeBundle(
  request: BundleRequest,
  ports: BundlePorts,
): AsyncGenerator<Uint8Array> {
  const files = [
    ...textsOf(request),
    ...(await assignmentsOf(request.run, ports)),
    ...modelsOf(request.run, ports),
    ...baselineOf(request, ports),
    ...dataOf(request, ports),
  ]
  yield* writeZip(files.toSorted((a, b) => compareText(a.name, b.name)))
}

function textsOf({ run, mark, log }: BundleRequest): readonly ZipSource[] {
  const { configuration } = run
  return [
    textFile(entryNames.run, runJson(run).text),
    textFile(entryNames.configuration, writeConfiguration(configuration)),
    textFile(entryNames.overrides, jsonText(configuration.overrides)),
    textFile(entryNames.mark, jsonText(mark)),
    textFile(entryNames.log, writeLog(log)),
  ]
}

async function assignmentsOf(run: RunRecord, ports: BundlePorts): Promise<readonly ZipSource[]> {
  const read = readerOf(ports.readAt)
  const files = await publishedFiles(run, async (record, only) => {
    const value = await read(record, only)
    if (value === null) throw lost(record)
    return value
  })
  return files.flatMap((file) =>
    file.kind === 'table'
      ? [{ name: assignmentsName(file.name), pieces: () => csvPieces(file.columns, file.rows) }]
      : [],
  )
}

function modelsOf(run: RunRecord, ports: BundlePorts): readonly ZipSource[] {
  return run.assets
    .filter((record) => isModel(record) && record.dataVersion !== null)
    .map((record) => valueFile(modelName(record, run.assets), record, ports))
}

/** What the assets that carry ids on read of the baseline, and under which versions. */
function baselineOf({ run, baseline }: BundleRequest, ports: BundlePorts): readonly ZipSource[] {
  if (baseline === null) return []
  const inRun = new Set(run.assets.map(assetId))
  const assets = baseline.assets
    .filter((asset) => isCarried(asset) && inRun.has(assetId(asset)))
    .toSorted((a, b) => compareText(assetId(a), assetId(b)))
  const document = {
    run_id: baseline.runId,
    seq: baseline.seq,
    assets: assets.map(({ key, partition, dataVersion }) => ({
      key,
      partition,
      data_version: dataVersion,
    })),
  }
  return [
    textFile(entryNames.baseline, jsonText(document)),
    ...assets.map((asset) => valueFile(baselineValueName(asset, assets), asset, ports)),
  ]
}

/** The original bytes, each once, of the files that the run read. */
function dataOf({ run, sources }: BundleRequest, { openFile }: BundlePorts): readonly ZipSource[] {
  const names = dataNames(run.inputs)
  return run.inputs.flatMap(({ digest }, i) => {
    const source = sources.find(({ profile }) => profile.digest === digest)
    const name = names[i]
    if (source === undefined || name === undefined) return []
    async function* pieces(): AsyncGenerator<Piece> {
      if (source !== undefined) yield* blobPieces(await openFile(source.file))
    }
    return [{ name, pieces }]
  })
}

type Versioned = AssetRef & Pick<AssetRecord, 'dataVersion'>

function valueFile(name: string, asset: Versioned, { readAt }: BundlePorts): ZipSource {
  async function* pieces(): AsyncGenerator<Piece> {
    const value = await readAt(addressOf(asset, asset.dataVersion ?? ''))
    if (value === null || value === undefined) throw lost(asset)
    yield writeExactJson(value)
  }
  return { name, pieces }
}

function textFile(name: string, text: string): ZipSource {
  return { name, pieces: () => [text] }
}

function jsonText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`
}

function lost(asset: AssetRef): AssetError {
  return new AssetError({
    code: 'value_lost',
    message: `The value of ${assetId(asset)} is no longer stored.`,
    path: assetId(asset),
    hint: 'Run again: what is missing is made anew. Then make the bundle.',
  })
}

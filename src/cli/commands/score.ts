import { resolve } from 'node:path'
import type { AssetFailure } from '../../assets/failure'
import { predict } from '../../assets/model-training/predict'
import type { ClusteringModel } from '../../assets/model-training/train-clustering-models/spec'
import { wholeFile } from '../../assets/preprocessing/partition-names'
import type { Cell, TableFile } from '../../runs/outputs/output-file'
import { answerOfFaults, jsonLine } from '../answer'
import { jsonOption, noPositionals, readArguments, required } from '../arguments'
import { doubtLines } from '../doubt-lines'
import { exitCode, type ExitCode } from '../exit-code'
import type { Io } from '../io'
import { columnsOfModel } from '../model-columns'
import { outputPieces, readFormat } from '../output-text'
import { printFile } from '../print-file'
import { readModel } from '../read-model'
import { readSettings } from '../read-settings'
import { readStoreRows, type StoresRead } from '../read-store-rows'
import { scoreDoubts } from '../score-doubts'
import { scoreTable } from '../score-table'
import { writePieces } from '../write-pieces'

const options = {
  ...jsonOption,
  model: { type: 'string' },
  data: { type: 'string' },
  store: { type: 'string' },
  category: { type: 'string' },
  set: { type: 'string', multiple: true },
  format: { type: 'string' },
  file: { type: 'string' },
} as const

/** `score --model FILE --data FILE`: the cluster of every store of a file, by a model alone. */
export async function score(args: readonly string[], io: Io): Promise<ExitCode> {
  const { values, positionals } = readArguments(args, options)
  noPositionals(positionals)
  const modelPath = resolve(io.cwd, required(values.model, '--model'))
  const dataPath = resolve(io.cwd, required(values.data, '--data'))
  const format = readFormat(values.format)
  const model = await readModel(modelPath)
  const read = await readStoreRows(dataPath, {
    columns: columnsOfModel(model),
    options: readSettings(values.set ?? []),
    store: values.store,
    category: values.category,
  })
  const table = scoreTable(read.storeIds, predict(model, read.table), model)
  tell(read, table, io)
  const warnings = [...otherCategory(values.category, model), ...scoreDoubts(dataPath, read, model)]
  for (const line of doubtLines(warnings)) io.log(line)
  const files = values.file === undefined ? [] : [values.file]
  if (values.file !== undefined)
    await writePieces(resolve(io.cwd, values.file), outputPieces(table, format))
  if (values.json === true)
    io.out(
      jsonLine({
        ...answerOfFaults([]),
        files,
        model: ofModel(model),
        warnings,
        stores: objectsOf(table),
      }),
    )
  else if (values.file === undefined) await printFile(table, format, io)
  return exitCode.done
}

function ofModel({ branch, category, algorithm, nClusters }: ClusteringModel) {
  return { branch, category, algorithm, n_clusters: nClusters }
}

/** Stores of one category placed among the clusters of another one. */
function otherCategory(
  asked: string | undefined,
  { category }: ClusteringModel,
): readonly AssetFailure[] {
  if (asked === undefined || category === wholeFile || asked === category) return []
  return [
    {
      code: 'other_category',
      message: `The model is of the category ${category}, and the stores are those of ${asked}.`,
      path: '--category',
      hint: `Give --category ${category}, or the model of ${asked}.`,
    },
  ]
}

/** What a person should know of the file: on standard error, beside the answer. */
function tell({ missing, nWithoutStore }: StoresRead, { rows }: TableFile, io: Io): void {
  if (missing.length > 0)
    io.log(
      `columns of the model that the file does not have, taken as empty: ${missing.join(', ')}`,
    )
  if (nWithoutStore > 0) io.log(`rows without a store, left out: ${nWithoutStore}`)
  const nNowhere = rows.filter(([, cluster]) => cluster === null).length
  if (nNowhere > 0) io.log(`stores without a cluster: ${nNowhere} of ${rows.length}`)
}

function objectsOf({ columns, rows }: TableFile): readonly object[] {
  return rows.map((cells) =>
    Object.fromEntries(columns.map((name, at) => [name, jsonCell(cells[at] ?? null)])),
  )
}

function jsonCell(cell: Cell): Cell {
  return typeof cell === 'number' && Number.isNaN(cell) ? null : cell
}

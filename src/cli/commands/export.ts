import { resolve } from 'node:path'
import { nearest } from '../../assets/nearest'
import { assetId } from '../../runs/address'
import type { AssetRecord, RunRecord } from '../../runs/contract'
import { assetFile } from '../../runs/outputs/asset-file'
import { jsonLine } from '../answer'
import { jsonOption, noPositionals, outOption, readArguments, required } from '../arguments'
import { exitCode, type ExitCode } from '../exit-code'
import { InputError, usageError } from '../input-error'
import type { Io } from '../io'
import { LostValues } from '../lost-values'
import { storageOf } from '../node-ports'
import { outputPieces, readFormat, refuseBinaryText } from '../output-text'
import { printFile } from '../print-file'
import { publishRun, readPublishedRun } from '../published-run'
import { writePieces } from '../write-pieces'

const options = {
  ...outOption,
  ...jsonOption,
  asset: { type: 'string' },
  format: { type: 'string' },
  file: { type: 'string' },
} as const

/** `export --out DIR`: the files of the last run again, in any format, or the value of one asset. */
export async function exportFiles(args: readonly string[], io: Io): Promise<ExitCode> {
  const { values, positionals } = readArguments(args, options)
  noPositionals(positionals)
  const folder = resolve(io.cwd, required(values.out, '--out'))
  const format = readFormat(values.format)
  const storage = storageOf(folder)
  const published = await readPublishedRun(folder, storage)
  if (values.asset === undefined) {
    if (values.file !== undefined) throw usageError('--file names the file of one --asset.')
    const files = await publishRun(published, { folder, storage, format })
    io.out(values.json === true ? jsonLine({ files }) : `${files.join('\n')}\n`)
    return exitCode.done
  }
  const record = recordNamed(values.asset, published.run)
  const value = await storage.readValue(record)
  if (value === null) throw new LostValues([values.asset])
  const file = assetFile(record, value, format === 'json' ? 'json' : 'csv')
  refuseBinaryText(assetId(record), file, format)
  if (values.file === undefined) await printFile(file, format, io)
  else {
    await writePieces(resolve(io.cwd, values.file), outputPieces(file, format))
    if (values.json === true) io.out(jsonLine({ files: [values.file] }))
  }
  return exitCode.done
}

/** `key[partition]`, or `key` alone where it has one partition. */
function recordNamed(name: string, { assets }: RunRecord): AssetRecord {
  const made = assets.filter(({ status }) => status === 'success')
  const exact = made.find((record) => assetId(record) === name)
  if (exact !== undefined) return exact
  const [only, ...others] = made.filter(({ key }) => key === name)
  if (only !== undefined && others.length === 0) return only
  const near = nearest(name, made.map(assetId))
  throw new InputError([
    {
      code: 'unknown_asset',
      message:
        only === undefined
          ? `The last run has no asset "${name}".`
          : `${name} has ${others.length + 1} partitions; name one.`,
      path: name,
      hint: near === null ? 'See status --out for what there is.' : `Did you mean "${near}"?`,
    },
  ])
}

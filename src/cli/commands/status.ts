import { resolve } from 'node:path'
import { assetId } from '../../runs/address'
import type { AssetRecord } from '../../runs/contract'
import { answerOf, faultLine, jsonLine, warningLines } from '../answer'
import { jsonOption, noPositionals, outOption, readArguments, required } from '../arguments'
import { exitCode, type ExitCode } from '../exit-code'
import type { Io } from '../io'
import { storageOf } from '../node-ports'
import { readPublishedRun } from '../published-run'

/** `status --out DIR`: what the last run of a folder made, and what it said. */
export async function status(args: readonly string[], io: Io): Promise<ExitCode> {
  const { values, positionals } = readArguments(args, { ...outOption, ...jsonOption })
  noPositionals(positionals)
  const folder = resolve(io.cwd, required(values.out, '--out'))
  const { run } = await readPublishedRun(folder, storageOf(folder))
  if (values.json === true) io.out(jsonLine(answerOf(run, [])))
  else {
    const lines = [
      `${run.selection} ${run.status} ${run.startedAt}`,
      ...run.assets.map(lineOf),
      ...warningLines(run.assets),
      ...run.errors.map(faultLine),
    ]
    io.out(`${lines.join('\n')}\n`)
  }
  return exitCode.done
}

function lineOf(asset: AssetRecord): string {
  const rows = asset.rows === null ? '' : `, ${asset.rows} rows`
  const how = asset.status !== 'success' ? asset.status : asset.cached ? 'cached' : 'made'
  return `${assetId(asset)} ${how}${rows}`
}

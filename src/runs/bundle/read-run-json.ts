import { AssetError } from '../../assets/failure'
import { roles, type SourceColumns } from '../../assets/source'
import type { Configuration } from '../../config/configuration'
import { parseConfiguration } from '../../config/parse-configuration'
import type { ReadOptions } from '../../files/source-profile'
import type { MadeFrom, RunRecord } from '../contract'
import { runJsonFormat } from '../outputs/run-json'
import type { BundledAsset, BundledRun } from './bundle'
import {
  amount,
  flag,
  list,
  members,
  nullable,
  object,
  oneOf,
  orElse,
  refuse,
  type Shape,
  text,
} from './shape'

/**
 * Reads and checks a `run.json`: nothing of it is taken on trust.
 * @throws {AssetError} `bundle_newer`, or `bundle_damaged` with the path of the first fault
 */
export function readRunJson(json: string): BundledRun {
  const document = members(parseJson(json, 'run.json'), 'run.json')
  const { format } = document
  if (typeof format === 'number' && format > runJsonFormat) throw newer(format)
  if (format !== runJsonFormat) refuse('run.json.format', `the number ${runJsonFormat}`)
  return runShape(document)
}

/** @throws {AssetError} `bundle_damaged` */
export function parseJson(json: string, path: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return refuse(path, 'JSON')
  }
}

function runShape(document: Readonly<Record<string, unknown>>): BundledRun {
  const read = <T>(key: string, shape: Shape<T>) => shape(document[key], `run.json.${key}`)
  return {
    id: read('id', identifier),
    seq: read('seq', amount),
    startedAt: read('started_at', moment),
    ms: read('ms', amount),
    status: read('status', oneOf(['success', 'failure', 'canceled'])),
    selection: read('selection', text),
    environment: read('environment', nullable(text)),
    configuration: read('configuration', configuration),
    inputs: read('inputs', list(input)),
    assets: read('assets', list(asset)),
    resultHash: read('result_hash', nullable(digest)),
  }
}

const matching =
  (pattern: RegExp, what: string): Shape<string> =>
  (value, path) =>
    typeof value === 'string' && pattern.test(value) ? value : refuse(path, what)

/** Ids are keys of the storage and parts of addresses: letters, digits, dashes. */
const identifier = matching(/^[\w-]{1,128}$/, 'an id')
const digest = matching(/^[0-9a-f]{8,128}$/, 'a digest')
/** That of a large file has the number of its pieces behind it: see `createFileHash`. */
const fileDigest = matching(/^[0-9a-f]{8,128}(-\d+)?$/, 'a digest')

const moment: Shape<string> = (value, path) =>
  typeof value === 'string' && !Number.isNaN(Date.parse(value)) ? value : refuse(path, 'a time')

const configuration: Shape<Configuration> = (value, path) => {
  const parsed = parseConfiguration(members(value, path))
  if (parsed.ok) return parsed.value
  const [fault] = parsed.faults
  throw new AssetError({
    code: 'bundle_configuration',
    message: `The settings of the bundle are not of this version: ${fault?.message ?? ''}`,
    path: `${path}.${fault?.path ?? ''}`,
    hint: fault?.hint ?? '',
  })
}

const column = nullable(text)
const columns: Shape<SourceColumns> = object({
  store: column,
  product: column,
  category: column,
  value: column,
  group: column,
})

const readOptions: Shape<ReadOptions> = (value, path) => {
  const { escape, ...options } = object({
    format: orElse(oneOf(['text', 'xlsx', 'parquet', 'json', 'json_lines']), 'text'),
    isGzip: orElse(flag, false),
    sheet: nullable(text),
    encoding: text,
    delimiter: text,
    quote: text,
    escape: nullable(text),
    skipLines: amount,
    hasHeader: flag,
    headerRows: orElse(amount, 1),
    endLine: nullable(amount),
    nullTokens: list(text),
    numberFormats: list(object({ column: text, decimal: oneOf(['.', ',']), group: text })),
    types: list(object({ column: text, type: oneOf(['text', 'number', 'boolean', 'date']) })),
  })(value, path)
  return escape === null ? options : { ...options, escape }
}

const input: Shape<RunRecord['inputs'][number]> = (value, path) => {
  const { options, ...read } = object({
    role: oneOf(roles),
    name: text,
    digest: fileDigest,
    size: amount,
    columns,
    options: nullable(readOptions),
  })(value, path)
  return options === null ? read : { ...read, options }
}

const madeFrom: Shape<MadeFrom> = (value, path) => {
  const { memory, ...made } = object({
    params: text,
    sources: text,
    deps: text,
    memory: nullable(text),
  })(value, path)
  return memory === null ? made : { ...made, memory }
}

const asset: Shape<BundledAsset> = (value, path) => {
  const { made_from, ...read } = object({
    key: identifier,
    partition: nullable(text),
    code_version: text,
    data_version: nullable(digest),
    status: oneOf(['success', 'failure', 'skipped']),
    cached: flag,
    ms: amount,
    made_from: nullable(madeFrom),
  })(value, path)
  const { code_version: codeVersion, data_version: dataVersion, ...rest } = read
  return {
    ...rest,
    codeVersion,
    dataVersion,
    ...(made_from === null ? {} : { madeFrom: made_from }),
  }
}

function newer(format: number): AssetError {
  return new AssetError({
    code: 'bundle_newer',
    message: `The bundle has format ${format}; this version reads ${runJsonFormat}.`,
    path: 'run.json.format',
    hint: 'Open it with the version of the app that made it, or a newer one.',
  })
}

import type { ClusteringModel } from '../assets/model-training/train-clustering-models/spec'
import type { Settings } from '../config/configuration'
import { isMap } from '../config/fault'
import type { SourceProfile } from '../files/source-profile'
import type { ColumnType } from '../table/table'
import { InputError } from './input-error'
import { inspectPath } from './inspect-path'

export type ModelColumns = ReadonlyMap<string, ColumnType>

/** The columns that a model reads, with the types that they had when it was trained. */
export function columnsOfModel({ preprocessing, reading }: ClusteringModel): ModelColumns {
  return new Map([
    ...[...reading.zeros, ...(reading.shares ?? [])].map((name) => [name, 'number'] as const),
    ...preprocessing.columns.map(({ name, type }) => [name, type] as const),
  ])
}

/**
 * How a file reads when the columns of a model have its types: a code of digits is text where it was
 * text, and a cell that is no number is missing where there were numbers.
 * @throws {InputError} where the file cannot be read
 */
export async function profileFor(
  path: string,
  wanted: ModelColumns,
  options: Settings,
): Promise<SourceProfile> {
  const profile = await profileOf(path, options)
  const other = profile.columns.flatMap(({ name, type }) => {
    const expected = wanted.get(name)
    return expected === undefined || expected === type ? [] : [[name, expected] as const]
  })
  if (other.length === 0) return profile
  const asked = isMap(options['types']) ? options['types'] : {}
  return profileOf(path, { ...options, types: { ...Object.fromEntries(other), ...asked } })
}

async function profileOf(path: string, options: Settings): Promise<SourceProfile> {
  const inspected = await inspectPath(path, options)
  if (!inspected.ok) throw new InputError([inspected.failure])
  return inspected.profile
}

import { safeName } from '../../files/safe-name'
import type { AssetRef, RunRecord } from '../contract'

/** Where things lie in a bundle. */
export const entryNames = {
  run: 'run.json',
  configuration: 'configuration.yaml',
  overrides: 'overrides.json',
  mark: 'mark.json',
  log: 'log.txt',
  baseline: 'baseline.json',
} as const

/** @param among every asset whose name must differ from this one */
export function modelName(ref: AssetRef, among: readonly AssetRef[]): string {
  return `models/${valueName(ref, among)}`
}

export function baselineValueName(ref: AssetRef, among: readonly AssetRef[]): string {
  return `baseline/${valueName(ref, among)}`
}

export function assignmentsName(fileName: string): string {
  return `assignments/${fileName}`
}

/** Where another category differs in capitals alone, they are encoded too: some systems know none. */
function valueName(ref: AssetRef, among: readonly AssetRef[]): string {
  const name = partitionName(ref)
  const isTaken = among.some(
    (other) =>
      other.key === ref.key &&
      other.partition !== ref.partition &&
      partitionName(other).toLowerCase() === name.toLowerCase(),
  )
  return `${safeName(ref.key)}/${isTaken ? withoutCapitals(name) : name}.json`
}

function partitionName({ partition }: AssetRef): string {
  return safeName(partition ?? 'all')
}

/** Those of a percent-encoding stay: they say the same in small letters. */
function withoutCapitals(name: string): string {
  return name.replaceAll(/%[0-9A-F]{2}|[A-Z]/g, (found) =>
    found.length === 1 ? `%${found.charCodeAt(0).toString(16).toUpperCase()}` : found,
  )
}

/**
 * Where the bytes of each input lie: under the name of its file, signs that a path cannot hold
 * percent-encoded. Files that share a name, or would on some systems, are told apart by their bytes.
 */
export function dataNames(inputs: RunRecord['inputs']): readonly string[] {
  const names = inputs.map(({ name }) => name.replaceAll(unsafeSigns, encodeURIComponent))
  const isTaken = (name: string) =>
    names.filter((other) => other.toLowerCase() === name.toLowerCase()).length > 1
  return names.map((name, i) =>
    isTaken(name) || name.startsWith('.')
      ? `data/${inputs[i]?.digest.slice(0, 12)}-${name}`
      : `data/${name}`,
  )
}

// oxlint-disable-next-line no-control-regex -- control signs are among what cannot stand in a name
const unsafeSigns = /[\u0000-\u001f\\/:*?"<>|%]/g

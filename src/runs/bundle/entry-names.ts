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

export function modelName(ref: AssetRef): string {
  return `models/${valueName(ref)}`
}

export function baselineValueName(ref: AssetRef): string {
  return `baseline/${valueName(ref)}`
}

export function assignmentsName(fileName: string): string {
  return `assignments/${fileName}`
}

function valueName({ key, partition }: AssetRef): string {
  return `${safeName(key)}/${safeName(partition ?? 'all')}.json`
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

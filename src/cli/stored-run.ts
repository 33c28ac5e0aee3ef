import { emptyConfiguration } from '../config/configuration'
import { isMap } from '../config/fault'
import type { RunRecord } from '../runs/contract'

/** A run as a folder remembers it; `null` for anything else, which was damaged. */
export function storedRun(value: unknown): RunRecord | null {
  if (!isRunRecord(value)) return null
  // Runs of earlier versions know less of a configuration: no overrides, for one.
  return { ...value, configuration: { ...emptyConfiguration, ...value.configuration } }
}

function isRunRecord(value: unknown): value is RunRecord {
  if (!isMap(value) || typeof value['id'] !== 'string') return false
  const lists = [value['assets'], value['inputs'], value['errors']]
  return isMap(value['configuration']) && lists.every((list) => Array.isArray(list))
}

/** `null` for a text that is no JSON. */
export function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

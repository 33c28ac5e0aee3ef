import type { Fault } from '../../config/fault'
import type { KeyLines } from '../../config/key-lines'

/** A setting as the form and the text both know it. */
export type Place = { readonly section: string; readonly name: string }

const sections: ReadonlySet<string> = new Set(['job_params', 'internal', 'external', 'merging'])

/** The setting that a path of the text is about, and the environment it is written for. */
export function settingAt(path: readonly string[]): (Place & { layer: string | null }) | null {
  const isOverlay = path[0] === 'environments'
  const [section, name, more] = isOverlay ? path.slice(2) : path
  if (section === undefined || name === undefined || more !== undefined) return null
  return sections.has(section)
    ? { section, name, layer: isOverlay ? (path[1] ?? null) : null }
    : null
}

/** Lines of the settings that differ, in the base or in the environment that is edited. */
export function changedLines(
  lines: readonly KeyLines[],
  changed: ReadonlySet<string>,
  layer: string | null,
): ReadonlySet<number> {
  return linesOf(
    lines.filter(({ path }) => {
      const at = settingAt(path)
      return at !== null && at.layer === layer && changed.has(at.name)
    }),
  )
}

/** Lines of one setting in the layer that is edited. */
export function linesOfSetting(
  lines: readonly KeyLines[],
  place: Place | null,
  layer: string | null,
): ReadonlySet<number> {
  if (place === null) return new Set()
  const isIt = (at: ReturnType<typeof settingAt>) =>
    at?.section === place.section && at.name === place.name && at.layer === layer
  return linesOf(lines.filter(({ path }) => isIt(settingAt(path))))
}

export function faultLines(faults: readonly Fault[]): ReadonlySet<number> {
  return new Set(faults.flatMap(({ line }) => line ?? []))
}

/** The setting whose lines hold the cursor. */
export function settingOnLine(lines: readonly KeyLines[], line: number): Place | null {
  const on = lines.filter(
    ({ path, from, to }) => settingAt(path) !== null && from <= line && line <= to,
  )
  const found = on.at(-1)
  return found === undefined ? null : settingAt(found.path)
}

function linesOf(lines: readonly KeyLines[]): ReadonlySet<number> {
  return new Set(
    lines.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, i) => from + i)),
  )
}

/** What the foot of the editor says: that all is well, or how many faults there are. */
export function verdictOf(text: string, faults: readonly Fault[], isUnread: boolean): string {
  const nLines = text.trimEnd().split('\n').length
  const lines = `${nLines} ${nLines === 1 ? 'line' : 'lines'}`
  if (faults.length === 0) return `Valid. ${lines}, every key known.`
  const n = `${faults.length} ${faults.length === 1 ? 'fault' : 'faults'}`
  return isUnread
    ? `${n}. The form keeps the last settings that could be read.`
    : `${n}. A run would refuse these settings.`
}

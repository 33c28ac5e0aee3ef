import { countOf } from './count-of'
import type { RowWatch } from './read-rows'

/** Counts what had to be repaired or looks wrong while a text is read, each with its first line. */
export type TextWatch = RowWatch & {
  readonly notes: (encoding: string) => string[]
  readonly nSkipped: () => number
}

type Sign = { readonly pattern: RegExp; n: number; line: number; isOpen: boolean }

export function createTextWatch(): TextWatch {
  const unknown: Sign = { pattern: /\ufffd/g, n: 0, line: 0, isOpen: false }
  const control: Sign = { pattern: controls, n: 0, line: 0, isOpen: false }
  let nRepaired = 0
  let repairedLine = 0
  let nSkipped = 0
  return {
    onText: (text) => {
      for (const sign of [unknown, control]) {
        if (text.search(sign.pattern) === -1) continue
        sign.n += text.match(sign.pattern)?.length ?? 0
        sign.isOpen ||= sign.line === 0
      }
    },
    onRows: ({ rows, lines }) => {
      for (const sign of [unknown, control]) {
        if (!sign.isOpen) continue
        const index = rows.findIndex((row) => row.some((cell) => cell.search(sign.pattern) !== -1))
        if (index === -1) continue
        sign.line = lines[index]
        sign.isOpen = false
      }
    },
    onRepair: (line) => {
      if (nRepaired++ === 0) repairedLine = line
    },
    onSkipped: (nLines) => {
      nSkipped = nLines
    },
    nSkipped: () => nSkipped,
    notes: (encoding) => [
      ...(unknown.n === 0
        ? []
        : [
            `${countOf(unknown.n, 'character')} not of ${encoding}${onLine(unknown)}, shown as \ufffd.`,
          ]),
      ...(control.n === 0
        ? []
        : [`${countOf(control.n, 'control character')}${onLine(control)}: kept.`]),
      ...(nRepaired === 0
        ? []
        : [
            `${countOf(nRepaired, 'row')} with a quote that does not close where it should, first on ` +
              `line ${repairedLine}: read by the line, the quote kept as text.`,
          ]),
    ],
  }
}

function onLine({ line }: Sign): string {
  return line === 0 ? '' : `, first in the row on line ${line}`
}

// oxlint-disable-next-line no-control-regex -- control signs are what it looks for
const controls = /[\0-\x08\x0b\x0c\x0e-\x1f]/g

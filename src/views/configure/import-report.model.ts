import type { AppState } from '../../state/app-state'

type Report = NonNullable<NonNullable<AppState['imported']>['report']>
export type ReportRow = Report[number]

export const outcomeWords: Readonly<Record<ReportRow['outcome'], string>> = {
  taken: 'Taken',
  translated: 'Translated',
  not_used: 'Not used here',
  unknown: 'Unknown',
}

/** `27 of 52 keys of dev.yml are settings here. 24 have no use here, 1 is unknown.` */
export function reportTitle(name: string, report: Report): { title: string; subtitle: string } {
  const count = (...outcomes: readonly ReportRow['outcome'][]) =>
    report.filter(({ outcome }) => outcomes.includes(outcome)).length
  const [notUsed, unknown] = [count('not_used'), count('unknown')]
  const rest = [
    ...(notUsed === 0 ? [] : [`${notUsed} ${notUsed === 1 ? 'has' : 'have'} no use here`]),
    ...(unknown === 0 ? [] : [`${unknown} ${unknown === 1 ? 'is' : 'are'} unknown`]),
  ]
  const gaps = 'What it leaves open is as in the Python package.'
  return {
    title: `${count('taken', 'translated')} of ${report.length} keys of ${name} are settings here`,
    subtitle: rest.length === 0 ? gaps : `${rest.join(', ')}. ${gaps}`,
  }
}

/** A value as it stands in the file, on one line. */
export function lineOf(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
}

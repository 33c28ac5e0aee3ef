import type { CatalogueRow } from '../../state/sources/catalogue'
import type { ColumnTwin } from '../../files/source-profile'
import { formatAmount, formatCount, formatNumber } from '../../ui/number-format'

const flagKinds = [
  'sensitive',
  'rejected',
  'twin',
  'id_like',
  'geo',
  'date',
  'label',
  'constant',
  'all_missing',
  'too_empty',
  'by_hand',
] as const
export type FlagKind = (typeof flagKinds)[number]

const flagLabels: Readonly<Record<FlagKind, string>> = {
  sensitive: 'Sensitive',
  rejected: 'Unreadable cells',
  twin: 'Near-duplicate',
  id_like: 'Id-like',
  geo: 'Geographic',
  date: 'Date',
  label: 'Label',
  constant: 'Constant',
  all_missing: 'Empty',
  too_empty: 'Too empty',
  by_hand: 'Chosen by you',
}

/** What it means and what can be done, for a list of such columns. */
const flagHelp: Readonly<Record<FlagKind, string>> = {
  sensitive: 'They speak of race, ethnicity or religion. Untick those that must not group stores.',
  rejected: 'Cells that are no number are left empty. A click on the note lists them by line.',
  twin: 'Each says nearly what another column says, so that both count twice. Untick one of the two.',
  id_like: 'Ids and codes are names, not amounts. A click on the key uses one as a feature.',
  geo: 'Coordinates are kept for the map. A click on the sign uses one as a feature.',
  date: 'Dates and periods say when, not what. A click on the sign uses one as a feature.',
  label: 'Names and places are shown beside the id. A click on the sign uses one as a feature.',
  constant: 'Every store has the same value, which tells none apart. Tick one to use it.',
  all_missing: 'No cell has a value: there is nothing to use.',
  too_empty: 'More cells are empty than max_missing allows. Tick one to use it all the same.',
  by_hand: 'You put them in or left them out. Tick or untick to take that back.',
}

/** Said above the columns that are shown by a flag; empty for the others. */
export function flagSentence(choice: FlagChoice): string {
  return choice === 'all' || choice === 'features' ? '' : flagHelp[choice]
}

/** Something to know of a column: in a few words, and why with the way back. */
export type Flag = {
  readonly kind: FlagKind
  readonly short: string
  readonly reason: string
  readonly warns: boolean
}

/** All that stands out of one column, what asks for a person first. */
export function flagsOf(row: CatalogueRow, twins: readonly ColumnTwin[]): readonly Flag[] {
  return [...sensitiveFlag(row), ...rejectedFlag(row), ...twinFlag(row, twins), ...ofUse(row)]
}

function sensitiveFlag({ isSensitive, isFeature, column }: CatalogueRow): readonly Flag[] {
  if (!isSensitive) return []
  return [
    {
      kind: 'sensitive',
      short: isFeature ? 'Sensitive: you decide' : 'Sensitive, left out',
      reason: `${column.name} speaks of race, ethnicity or religion. Untick it unless stores should be grouped by that.`,
      warns: isFeature,
    },
  ]
}

function rejectedFlag({ column }: CatalogueRow): readonly Flag[] {
  const [first] = column.rejected
  if (first === undefined) return []
  const text = `Line ${formatCount(first.line)}: '${first.text}' is no number; ${formatAmount(column.nRejected, 'such cell')}`
  return [{ kind: 'rejected', short: text, reason: text, warns: true }]
}

function twinFlag(
  { column, isFeature }: CatalogueRow,
  twins: readonly ColumnTwin[],
): readonly Flag[] {
  const found = twins.find((each) => each.column === column.name)
  if (found === undefined) return []
  const r = formatNumber(found.r, 2)
  return [
    {
      kind: 'twin',
      short: `Like ${found.twin}, r = ${r}`,
      reason: `Says nearly what ${found.twin} says (r = ${r}): both count twice in every distance. ${isFeature ? 'Untick one of the two to use it once.' : 'Tick it to use it as well.'}`,
      warns: isFeature,
    },
  ]
}

/** The reasons of the rules in a few words; the whole sentence is in the tooltip. */
const shortReasons: ReadonlyMap<CatalogueRow['use'], readonly [FlagKind, string]> = new Map<
  CatalogueRow['use'],
  readonly [FlagKind, string]
>([
  ['id_like', ['id_like', 'An id or a code']],
  ['geo', ['geo', 'Kept for the map']],
  ['label', ['label', 'Shown beside the id']],
  ['date', ['date', 'A date or period']],
  ['constant', ['constant', 'One value only']],
  ['all_missing', ['all_missing', 'No cell has a value']],
])

function ofUse({ use, reason, isFeature, canChange }: CatalogueRow): readonly Flag[] {
  const known = shortReasons.get(use)
  const back = canChange && !isFeature ? ' Tick it to use it as a feature.' : ''
  if (known !== undefined) {
    const [kind, short] = known
    return [{ kind, short, reason: `${reason}.${back}`, warns: false }]
  }
  if (use === 'left_out' || (use === 'feature' && reason !== '')) {
    const kind = reason.endsWith('by you') ? 'by_hand' : 'too_empty'
    return [{ kind, short: reason, reason: `${reason}.${back}`, warns: false }]
  }
  return []
}

export type FlagChoice = FlagKind | 'features' | 'all'

const choices: readonly FlagChoice[] = ['all', 'features', ...flagKinds]

/** What a person picked of the options. */
export function choiceOf(text: string): FlagChoice {
  return choices.find((choice) => choice === text) ?? 'all'
}

type Flagged = { readonly flags: readonly Flag[]; readonly row: Pick<CatalogueRow, 'isFeature'> }

/** What columns can be shown by, with how many there are; only what some column has. */
export function flagOptions(
  lines: readonly Flagged[],
): readonly { readonly value: FlagChoice; readonly label: string }[] {
  const count = (choice: FlagChoice) => lines.filter((line) => isShown(line, choice)).length
  const option = (value: FlagChoice, label: string) => ({
    value,
    label: `${label} (${formatCount(count(value))})`,
  })
  const kinds = flagKinds.filter((kind) => count(kind) > 0)
  return [
    option('all', 'All columns'),
    ...(count('features') > 0 ? [option('features', 'Features')] : []),
    ...kinds.map((kind) => option(kind, flagLabels[kind])),
  ]
}

export function isShown({ flags, row }: Flagged, choice: FlagChoice): boolean {
  if (choice === 'all') return true
  if (choice === 'features') return row.isFeature
  return flags.some(({ kind }) => kind === choice)
}

/** Said of a file whose features are shares of one whole; empty of any other. */
export function compositionalSentence(isCompositional: boolean): string {
  return isCompositional
    ? 'The number columns are shares of one whole: every row adds up to the same, so that one column rises only where another falls. The transforms clr and hellinger are made for such rows.'
    : ''
}

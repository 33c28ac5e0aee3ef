import type { CsvContent } from '../save-csv'
import type { LogRow } from './log.model'

/** The log as a file: one row per entry, ids in full, the cost as it was computed. */
export function logCsv(rows: readonly LogRow[]): CsvContent {
  return {
    columns: [
      'id',
      'time',
      'author',
      'reason',
      'branch',
      'category',
      'kind',
      'of',
      'stores',
      'cluster',
      'name',
      'standing',
      'outcome',
      'moved_stores',
      'added_inertia',
      'share_of_within',
      'message',
    ],
    rows: rows.map(({ line: { entry, standing }, place, result }) => [
      entry.id,
      entry.time,
      entry.author,
      entry.reason,
      place.branch,
      place.category,
      entry.kind,
      entry.kind === 'revoke' ? entry.of : '',
      'stores' in entry ? entry.stores.join('; ') : '',
      'cluster' in entry ? entry.cluster : '',
      'name' in entry ? entry.name : '',
      standingNames[standing],
      result.word,
      result.stores.join('; '),
      result.cost,
      result.share,
      result.text,
    ]),
  }
}

const standingNames = { active: 'active', revoked: 'taken back', revoke: 'take-back' } as const

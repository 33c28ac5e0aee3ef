import { storesUnique } from '../../conserve-stores'
import { firstFew } from '../../first-few'
import { toldApart, writtenAlike } from '../../id-matching'
import type { Checks } from '../../spec'
import { everyCellReadable } from '../../unreadable-cells'
import type { ExternalFeatures, externalFeaturesData } from './spec'

type File = ExternalFeatures['files'][number]

export const checks: Checks<typeof externalFeaturesData, object> = {
  rows_conserved: ({ files }) => {
    const wrong = files.filter(
      ({ rows, stores, repeated, excluded, withoutStore }) =>
        stores + repeated + excluded + withoutStore !== rows,
    )
    return {
      passed: wrong.length === 0,
      metadata: {
        rows: total(files, 'rows'),
        repeated: total(files, 'repeated'),
        excluded: total(files, 'excluded'),
        without_store: total(files, 'withoutStore'),
        first_wrong: firstFew(namesOf(wrong)),
      },
    }
  },
  keys_unique: ({ storeIds }) => storesUnique(storeIds),
  stores_identified: ({ files }) => {
    const wrong = files.filter(({ withoutStore }) => withoutStore > 0)
    return {
      passed: wrong.length === 0,
      metadata: {
        rows_without_store: total(files, 'withoutStore'),
        files: files.length,
        first: firstFew(namesOf(wrong)),
      },
    }
  },
  one_row_per_store: ({ files }) => {
    const wrong = files.filter(({ repeated }) => repeated > 0)
    return {
      passed: wrong.length === 0,
      metadata: {
        repeated_rows: total(files, 'repeated'),
        rows: total(files, 'rows'),
        first: firstFew(namesOf(wrong)),
      },
    }
  },
  stores_in_all_files: ({ nInAll, nInSome, storeIds }) => ({
    passed: nInSome === 0,
    metadata: { stores: storeIds.length, in_all: nInAll, in_some: nInSome },
  }),
  cells_readable: ({ unreadable }) => everyCellReadable(unreadable),
  ids_written_alike: ({ ruleOffers }) => writtenAlike(ruleOffers),
  ids_told_apart: (value) => toldApart(value),
  same_columns_agree: ({ suffixed }) => ({
    passed: suffixed.length === 0,
    metadata: { columns: suffixed.length, first: firstFew(suffixed) },
  }),
}

function total(files: readonly File[], count: Exclude<keyof File, 'name'>): number {
  return files.reduce((sum, file) => sum + file[count], 0)
}

function namesOf(files: readonly File[]): readonly string[] {
  return files.map(({ name }) => name)
}

import { expect, test } from 'vitest'
import { csvName } from './save-csv'

test('csvName(parts) joins its parts; what a file system may refuse is percent-encoded', () => {
  expect(csvName(['stores', 'internal', 'Snacks'])).toBe('stores_internal_Snacks.csv')
  expect(csvName(['moved_stores', null])).toBe('moved_stores.csv')
  expect(csvName(['crossing', 'COCKTAILS/RTD'])).toBe('crossing_COCKTAILS%2FRTD.csv')
})

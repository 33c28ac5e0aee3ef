import type { ColumnProfile } from '../table/column-profile'
import { idWords } from './column-names'
import { wordsOf } from './column-words'
import {
  categoryNames,
  groupNames,
  marketWords,
  productNames,
  salesWords,
  storeNames,
  valueNames,
} from './role-names'
import type { Role, SourceColumns } from './source'

export type RoleGuess = {
  readonly role: Role
  readonly columns: SourceColumns
  /** Why, in one sentence. */
  readonly reason: string
}

const placeIds: ReadonlySet<string> = new Set(['zip', 'postal', 'fips', 'geoid', 'phone'])

/**
 * What a file is and which of its columns is what, from its names and its profile. Always a guess
 * that a person can change. Without `nRows` a store is not known to repeat.
 */
export function guessRole(
  fileName: string,
  columns: readonly ColumnProfile[],
  nRows?: number,
): RoleGuess {
  const product = named(columns, productNames)
  const store = named(columns, storeNames) ?? (product ? null : likelyStore(columns, nRows))
  const group = named(columns, groupNames)
  if (product && store) return guessSales(columns, store, product)
  if (product) {
    const columnsOfMap = { ...none, product: product.name, group: group?.name ?? null }
    const category = named(columns, categoryNames)?.name ?? null
    const reason = group
      ? `It gives each ${product.name} a ${group.name}.`
      : `It has products (${product.name}) and no store; choose the column of the need state.`
    return { role: 'product_map', columns: { ...columnsOfMap, category }, reason }
  }
  return guessStoreFile(fileName, columns, { store, nRows })
}

const none: SourceColumns = {
  store: null,
  product: null,
  category: null,
  value: null,
  group: null,
}

function guessSales(
  columns: readonly ColumnProfile[],
  store: ColumnProfile,
  product: ColumnProfile,
): RoleGuess {
  const numbers = columns.filter(({ type }) => type === 'number')
  const isKey = ({ name }: ColumnProfile) => name === store.name || name === product.name
  const value = named(numbers, valueNames) ?? numbers.find((column) => !isKey(column)) ?? null
  return {
    role: 'sales',
    columns: {
      ...none,
      store: store.name,
      product: product.name,
      category: named(columns, categoryNames)?.name ?? null,
      value: value?.name ?? null,
    },
    reason: `Each row is a product (${product.name}) in a store (${store.name}).`,
  }
}

type StoreFile = { readonly store: ColumnProfile | null; readonly nRows: number | undefined }

/** Market data or store metrics: the file name decides, then what most telling columns speak of. */
function guessStoreFile(
  fileName: string,
  columns: readonly ColumnProfile[],
  { store, nRows }: StoreFile,
): RoleGuess {
  const features = columns.filter((column) => column !== store)
  const market = firstWord([fileName], marketWords)
  const sales = firstWord([fileName], salesWords)
  const nMarket = features.filter(({ name }) => firstWord([name], marketWords)).length
  const nSales = features.filter(({ name }) => firstWord([name], salesWords)).length
  const isMarket = market !== null && sales !== null ? nMarket > nSales : market !== null
  const isExternal = isMarket || (sales === null && nMarket > 0 && nMarket >= nSales)
  const storeName = store?.name ?? null
  const key = storeName === null ? 'No column names the store; choose it.' : `Store: ${storeName}.`
  if (isExternal) {
    const word = market ?? firstWord(names(features), marketWords)
    const reason = `Its names speak of what surrounds a store ("${word}"). ${key}`
    return { role: 'external', columns: { ...none, store: storeName }, reason }
  }
  const repeats = store !== null && nRows !== undefined && store.nDistinct < nRows - store.nMissing
  const category = repeats ? (named(features, categoryNames)?.name ?? null) : null
  const row = category === null ? 'a store' : `a store in a ${category}`
  const reason = `A row is ${row}, with no product and nothing of the market. ${key}`
  return { role: 'store_metrics', columns: { ...none, store: storeName, category }, reason }
}

/** A column that names rows, where none is called store: a distinct id, else the first distinct one. */
function likelyStore(
  columns: readonly ColumnProfile[],
  nRows: number | undefined,
): ColumnProfile | null {
  const isDistinct = ({ nDistinct, nMissing }: ColumnProfile) =>
    nMissing === 0 && (nRows === undefined || nDistinct === nRows)
  const isId = (column: ColumnProfile) => {
    const words = wordsOf(column.name)
    const isCode = column.type === 'text' || (column.range?.isInteger ?? false)
    return isCode && words.some((word) => idWords.has(word) && !placeIds.has(word))
  }
  const distinct = columns.filter(isDistinct)
  const first = columns[0]
  return (
    distinct.find(isId) ??
    (nRows !== undefined ? distinct.find(({ type }) => type === 'text') : undefined) ??
    (first && isId(first) ? first : null)
  )
}

function named(columns: readonly ColumnProfile[], patterns: readonly RegExp[]) {
  for (const pattern of patterns) {
    const column = columns.find(({ name }) => pattern.test(squash(name)))
    if (column) return column
  }
  return null
}

function squash(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
}

function firstWord(texts: readonly string[], words: ReadonlySet<string>): string | null {
  for (const text of texts)
    for (const word of wordsOf(text.replace(/[^\p{L}\p{N}]/gu, ' ')))
      if (words.has(word)) return word
  return null
}

function names(columns: readonly ColumnProfile[]): readonly string[] {
  return columns.map(({ name }) => name)
}

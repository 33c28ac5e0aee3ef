import type { ColumnProfile } from '../table/column-profile'
import { foldAccents, squash, wordsOf } from './column-words'
import { firstFew } from './first-few'
import {
  categoryNames,
  groupNames,
  marketWords,
  productNames,
  storeNames,
  salesWords,
} from './role-names'
import type { Role, SourceColumns } from './source'
import { storeCandidates } from './store-column'
import { guessValue, type ValueGuess } from './value-column'

export type RoleGuess = {
  readonly role: Role
  readonly columns: SourceColumns
  /** Why, in one sentence. */
  readonly reason: string
  /** The names say so; else it is only what is left when nothing is said. */
  readonly isSure: boolean
  /** Every column that may name the store, the likeliest first. */
  readonly storeCandidates: readonly string[]
}

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
  const candidates = storeCandidates(columns, nRows).filter((column) => column !== product)
  const [likeliest] = candidates
  // Beside a product every other id is one of its own, unless it is called a store.
  const store = product === null || (likeliest && isStoreName(likeliest)) ? likeliest : undefined
  const guess = guessOf(fileName, columns, { product, store: store ?? null, nRows })
  return { ...guess, storeCandidates: candidates.map(({ name }) => name) }
}

type Keys = {
  readonly product: ColumnProfile | null
  readonly store: ColumnProfile | null
  readonly nRows: number | undefined
}
type Guess = Omit<RoleGuess, 'storeCandidates'>

function guessOf(
  fileName: string,
  columns: readonly ColumnProfile[],
  { product, store, nRows }: Keys,
): Guess {
  const group = named(columns, groupNames)
  if (product && store) return guessSales(columns, { product, store, nRows })
  if (!product && !(store && isStoreName(store)) && areCategories(columns))
    return guessCategories(columns, group)
  if (product) {
    const columnsOfMap = { ...none, product: product.name, group: group?.name ?? null }
    const category = named(columns, categoryNames)?.name ?? null
    const reason = group
      ? `It gives each ${product.name} a ${group.name}.`
      : `It has products (${product.name}) and no store; choose the column of the need state.`
    return { role: 'product_map', columns: { ...columnsOfMap, category }, reason, isSure: true }
  }
  return guessStoreFile(fileName, columns, { store, nRows })
}

function isStoreName({ name }: ColumnProfile): boolean {
  return storeNames.some((pattern) => pattern.test(squash(name)))
}

/** Most columns speak of categories: a table of what there is to sell. */
function areCategories(columns: readonly ColumnProfile[]): boolean {
  const speaking = columns.filter(({ name }) => wordsOf(name).includes('category'))
  return columns.length > 0 && speaking.length * 2 > columns.length
}

function guessCategories(columns: readonly ColumnProfile[], group: ColumnProfile | null): Guess {
  const category = named(columns, categoryNames)?.name ?? null
  return {
    role: 'product_map',
    columns: { ...none, category, group: group?.name ?? null },
    reason: 'Its columns are categories, with no store; choose the column of the product.',
    isSure: false,
  }
}

const none: SourceColumns = {
  store: null,
  product: null,
  category: null,
  value: null,
  group: null,
}

type SalesKeys = {
  readonly store: ColumnProfile
  readonly product: ColumnProfile
  readonly nRows: number | undefined
}

function guessSales(
  columns: readonly ColumnProfile[],
  { store, product, nRows }: SalesKeys,
): Guess {
  const category = named(columns, categoryNames)
  const keys = [store.name, product.name, category?.name ?? null]
  const value = guessValue(columns, keys, nRows)
  return {
    role: 'sales',
    columns: {
      ...none,
      store: store.name,
      product: product.name,
      category: category?.name ?? null,
      value: value.name,
    },
    reason: `Each row is a product (${product.name}) in a store (${store.name}). ${valueSentence(value)}`,
    isSure: true,
  }
}

function valueSentence({ name, rivals, isSure }: ValueGuess): string {
  if (name === null) return 'No column says what was sold; choose it.'
  if (isSure) return `Value: ${name}.`
  return rivals.length === 0
    ? `Value: ${name}, as nothing else is left.`
    : `Value: ${name}; ${firstFew(rivals) ?? ''} could be it as well.`
}

type StoreFile = { readonly store: ColumnProfile | null; readonly nRows: number | undefined }

/** Market data or store metrics: the file name decides, then what most telling columns speak of. */
function guessStoreFile(
  fileName: string,
  columns: readonly ColumnProfile[],
  { store, nRows }: StoreFile,
): Guess {
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
    return { role: 'external', columns: { ...none, store: storeName }, reason, isSure: true }
  }
  const repeats = store !== null && nRows !== undefined && store.nDistinct < nRows - store.nMissing
  const category = repeats ? (named(features, categoryNames)?.name ?? null) : null
  const row = category === null ? 'a store' : `a store in a ${category}`
  const reason = `A row is ${row}, with no product and nothing of the market. ${key}`
  const isSure = sales !== null || nSales > 0
  return { role: 'store_metrics', columns: { ...none, store: storeName, category }, reason, isSure }
}

function named(columns: readonly ColumnProfile[], patterns: readonly RegExp[]) {
  for (const pattern of patterns) {
    const column = columns.find(({ name }) => pattern.test(squash(name)))
    if (column) return column
  }
  return null
}

function firstWord(texts: readonly string[], words: ReadonlySet<string>): string | null {
  for (const text of texts)
    for (const word of wordsOf(foldAccents(text).replace(/[^\p{L}\p{N}]/gu, ' ')))
      if (words.has(word)) return word
  return null
}

function names(columns: readonly ColumnProfile[]): readonly string[] {
  return columns.map(({ name }) => name)
}

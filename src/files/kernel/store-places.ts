import { growInts } from './grow'

/**
 * The place + 1 of a store in a category, 0 where it has none. Pages of 64 stores, made where a store
 * of them sells in the category: as fast as a table of all pairs, and small where few pairs exist.
 */
export type StorePlaces = {
  pages: Int32Array
  nPages: number
  /** By category and page of stores: where the page begins in `pages`, 0 where it is not made yet. */
  readonly directories: Int32Array[]
}

const pageBits = 6
const pageSize = 1 << pageBits

export function createStorePlaces(): StorePlaces {
  // The first page stands for those that are not made.
  return { pages: new Int32Array(pageSize), nPages: 1, directories: [] }
}

/** Where in `pages` the place of a store is. */
export function indexOfStore(places: StorePlaces, category: number, store: number): number {
  const directory = (places.directories[category] ??= new Int32Array(16))
  const page = store >> pageBits
  const start = page < directory.length ? directory[page] : 0
  return (start === 0 ? addPage(places, category, page) : start) + (store & (pageSize - 1))
}

function addPage(places: StorePlaces, category: number, page: number): number {
  const start = places.nPages++ * pageSize
  places.pages = growInts(places.pages, start + pageSize)
  const directory = growInts(places.directories[category], page + 1)
  directory[page] = start
  places.directories[category] = directory
  return start
}

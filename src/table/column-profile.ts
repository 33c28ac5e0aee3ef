import type { ColumnType } from './table'

/**
 * What one pass over a whole file tells of one column. Decided over every row, never a sample;
 * small enough for the app state.
 */
export type ColumnProfile = {
  readonly name: string
  readonly type: ColumnType
  readonly nMissing: number
  /**
   * Cells that mean missing but are not empty (`NA`, `-`), each text once. A column of ids keeps
   * them: there only the empty cell is missing.
   */
  readonly nullTexts: readonly string[]
  /** Missing cells that are empty. */
  readonly nEmpty: number
  /** Distinct present cells; a lower bound where `distinctIsExact` is false. */
  readonly nDistinct: number
  readonly distinctIsExact: boolean
  /** Of a number column; null elsewhere and where every cell is missing. */
  readonly range: NumberRange | null
  /** Counts in 20 bins of equal width from min to max; empty where there is no range. */
  readonly histogram: readonly number[]
  /** Every distinct cell sorted by code units where `levelLimitOf` allows so many, else the first few seen. */
  readonly levels: readonly string[]
  readonly levelsAreComplete: boolean
  /** Cells of a number column that could not be read: how many, and the first of them. */
  readonly nRejected: number
  readonly rejected: readonly RejectedCell[]
}

export type NumberRange = {
  readonly min: number
  /** Of a uniform, deterministic sample of the present cells where there are very many. */
  readonly median: number
  readonly max: number
  readonly isInteger: boolean
  /** The most digits after the decimal sign. */
  readonly decimals: number
}

/** `line` is the 1-based line of the file on which the row starts. */
export type RejectedCell = { readonly line: number; readonly text: string }

/** How many levels are kept complete: any `few`, up to `many` where their texts are short enough. */
export type LevelLimit = {
  readonly few: number
  readonly many: number
  readonly characters: number
}

export const maxLevels = 2000
/** So that the ids of every store of a large chain are known before a run. */
const maxIds = 20_000
const maxCharacters = 400_000

/** Text and whole numbers may be ids; numbers with decimals are not, and few of them are kept. */
export function levelLimitOf(type: ColumnType, range: NumberRange | null): LevelLimit {
  const mayBeIds = type === 'text' || (type === 'number' && range?.isInteger === true)
  return { few: maxLevels, many: mayBeIds ? maxIds : maxLevels, characters: maxCharacters }
}

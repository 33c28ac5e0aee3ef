import { compareText } from './compare-text'
import { detachText } from './detach-text'
import { isSheetError } from './is-null-token'
import type { CellReading } from './read-cell'

/** Running counts of what the numbers of one column carried besides their digits. Flat memory. */
export type MarkTally = {
  /** `n` cells of one text. */
  readonly add: (
    reading: Pick<CellReading, 'marks' | 'point' | 'comma'>,
    text: string,
    n: number,
  ) => void
  readonly addMissing: (text: string, n: number) => void
  readonly read: () => MarkFacts
  /** Adds what follows. */
  readonly merge: (next: MarkFacts) => void
}

export type MarkFacts = {
  readonly nPercent: number
  /** Each currency as it is written, sorted by code units. */
  readonly currencies: readonly { readonly sign: string; readonly n: number }[]
  readonly nInParentheses: number
  readonly nOtherDigits: number
  /** Cells that both decimal signs read, with another value each; the first of them. */
  readonly nAmbiguous: number
  readonly firstAmbiguous: string
  /** Missing cells that hold an error of a spreadsheet: `#REF!`. */
  readonly nSheetErrors: number
}

const maxCurrencies = 20

export function createMarkTally(): MarkTally {
  const currencies = new Map<string, number>()
  let nPercent = 0
  let nInParentheses = 0
  let nOtherDigits = 0
  let nAmbiguous = 0
  let firstAmbiguous = ''
  let nSheetErrors = 0
  const addCurrency = (sign: string, n: number): void => {
    if (currencies.has(sign) || currencies.size < maxCurrencies)
      currencies.set(detachText(sign), (currencies.get(sign) ?? 0) + n)
  }
  return {
    add: ({ marks, point, comma }, text, n) => {
      if (point !== null && comma !== null && point !== comma) {
        if (nAmbiguous === 0) firstAmbiguous = detachText(text)
        nAmbiguous += n
      }
      if (marks === null) return
      const { currency } = marks
      if (marks.hasPercent) nPercent += n
      if (marks.isInParentheses) nInParentheses += n
      if (marks.hasOtherDigits) nOtherDigits += n
      if (currency !== '') addCurrency(currency, n)
    },
    addMissing: (text, n) => {
      if (isSheetError(text)) nSheetErrors += n
    },
    read: () => ({
      nPercent,
      currencies: [...currencies]
        .map(([sign, n]) => ({ sign, n }))
        .sort((a, b) => compareText(a.sign, b.sign)),
      nInParentheses,
      nOtherDigits,
      nAmbiguous,
      firstAmbiguous,
      nSheetErrors,
    }),
    merge: (next) => {
      nPercent += next.nPercent
      nInParentheses += next.nInParentheses
      nOtherDigits += next.nOtherDigits
      if (nAmbiguous === 0) firstAmbiguous = next.firstAmbiguous
      nAmbiguous += next.nAmbiguous
      nSheetErrors += next.nSheetErrors
      for (const { sign, n } of next.currencies) addCurrency(sign, n)
    },
  }
}

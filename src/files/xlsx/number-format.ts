/**
 * What a number under a cell's format is: a day (with or without a time), a time alone, an id that
 * is shown with so many digits at least, or a number.
 */
export type NumberKind = 'number' | DayKind | { readonly nDigits: number }
export type DayKind = 'date' | 'time'

export function isDayKind(kind: NumberKind): kind is DayKind {
  return kind === 'date' || kind === 'time'
}

/** The kind of a format that workbooks know by number, without its text. */
export function kindOfBuiltIn(id: number): NumberKind {
  if ((id >= 14 && id <= 17) || id === 22) return 'date'
  if ((id >= 27 && id <= 31) || (id >= 34 && id <= 36) || (id >= 50 && id <= 58)) return 'date'
  if ((id >= 18 && id <= 21) || id === 32 || id === 33 || id === 45 || id === 47) return 'time'
  return 'number'
}

/**
 * The kind of a format by its text. Only what the workbook itself shows as a date is one; a
 * duration such as `[h]:mm` stays the number that it is.
 */
export function kindOfFormat(code: string): NumberKind {
  // Only the part for positive numbers counts; quoted and escaped signs stand for themselves.
  const signs = code
    .replace(/"[^"]*"|\\.|_./g, '')
    .split(';', 1)[0]
    .toLowerCase()
  const zeros = /^(?:\[\$[^\]]*\])?(0{2,})$/.exec(signs)?.[1]
  if (zeros !== undefined && !/["\\_]/.test(code)) return { nDigits: zeros.length }
  if (/\[[hms]+\]/.test(signs)) return 'number'
  const bare = signs.replace(/\[[^\]]*\]/g, '').replace(/general|am\/pm|a\/p/g, '')
  // Digits beside the seconds are of the seconds; any other placeholder is of a number.
  if (/[#?]|e[+-]|(?<!s[.,]0*)0/.test(bare)) return 'number'
  if (/[yd]/.test(bare)) return 'date'
  if (/[hs]/.test(bare)) return 'time'
  return bare.includes('m') ? 'date' : 'number'
}

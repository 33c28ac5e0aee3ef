const time = String.raw`(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?: ?[AaPp][Mm])?(?:Z| ?[+-]\d{2}:?\d{2})?)?`
const month = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*'

const yearFirst = new RegExp(String.raw`^(\d{4})([-/.])(\d{1,2})(?:\2(\d{1,2}))?${time}$`)
const yearLast = new RegExp(String.raw`^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})${time}$`)
const dayName = new RegExp(String.raw`^\d{1,2}[- .]+${month}[- .,]+(?:\d{4}|\d{2})${time}$`, 'i')
const nameDay = new RegExp(String.raw`^${month}[- .]+\d{1,2}(?:, ?| |-)\d{4}${time}$`, 'i')

/**
 * True for a calendar day or month, with or without a time: 2024-01-05, 2024/1/5T10:00Z, 5.1.2024,
 * 1/5/24, 5 Jan 2024, January 5, 2024. Eight digits alone stay a number. Which of day and month
 * comes first is not decided here: a date column is kept as text.
 */
export function isDate(text: string): boolean {
  if (text.length < 6 || text.length > 40) return false
  const trimmed = text.trim()
  const iso = yearFirst.exec(trimmed)
  if (iso !== null) {
    // "2024.5" is a number; a year and a month need a dash or a slash.
    if (iso[4] === undefined) return iso[2] !== '.' && isMonth(iso[3])
    return isMonth(iso[3]) && isDay(iso[4])
  }
  const local = yearLast.exec(trimmed)
  if (local !== null) {
    const [, a, , b] = local
    return (isMonth(a) && isDay(b)) || (isDay(a) && isMonth(b))
  }
  return dayName.test(trimmed) || nameDay.test(trimmed)
}

function isMonth(text: string | undefined): boolean {
  return Number(text) >= 1 && Number(text) <= 12
}

function isDay(text: string | undefined): boolean {
  return Number(text) >= 1 && Number(text) <= 31
}

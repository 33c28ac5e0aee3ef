/** What stands around the digits of a number and is taken off, told so that nothing goes in silence. */
export type NumberMarks = {
  /** `$`, `EUR`, `kr`; empty where there is none. */
  readonly currency: string
  readonly hasPercent: boolean
  readonly isInParentheses: boolean
  /** Digits that are not 0 to 9: full-width, Arabic, Persian or Devanagari. */
  readonly hasOtherDigits: boolean
}

export type SignedText = {
  readonly sign: 1 | -1
  /** Digits, group signs, decimal sign, exponent; whatever else was there is left in it. */
  readonly body: string
  readonly marks: NumberMarks
}

const blank = '[ \\u00a0\\u2009\\u202f]*'
const codes = [
  'USD|EUR|GBP|CHF|JPY|CNY|RMB|CAD|AUD|NZD|SEK|NOK|DKK|ISK|PLN|CZK|HUF|RON|BGN|TRY|ILS|AED|SAR|EGP',
  'INR|IDR|MYR|PHP|SGD|HKD|TWD|THB|VND|KRW|BRL|MXN|ARS|CLP|COP|PEN|ZAR|NGN|KES|RUB|UAH',
  'US\\$|CA\\$|C\\$|AU\\$|A\\$|NZ\\$|HK\\$|NT\\$|S\\$|R\\$|Mex\\$|Rs\\.?|Rp\\.?|Fr\\.|kr\\.?|Kr\\.?|Kč|zł|Ft',
].join('|')
const currency = `\\p{Sc}|(?:${codes})(?![A-Za-z])|[円元원]`
const leading = new RegExp(`^(${currency}|%)${blank}`, 'u')
const trailing = new RegExp(`${blank}(${currency}|%)$`, 'u')

/** Blanks of any kind, and signs without width that programs put beside a number. */
const edge = '[\\s\\u061c\\u200b-\\u200f\\u202a-\\u202e\\u2060\\u2066-\\u2069]+'
const edges = new RegExp(`^${edge}|${edge}$`, 'g')

/**
 * Sign, parentheses, currency and percent taken off, each once: what is left must be a number.
 * `null` where two of a kind contradict, as in `$5%`.
 */
export function stripSigns(text: string): SignedText | null {
  let body = toAsciiSigns(text.replace(edges, ''))
  const hasOtherDigits = otherDigit.test(body)
  if (hasOtherDigits) body = toAsciiDigits(body)
  let [before, after] = ['', '']
  const takeUnits = (): void => {
    const first = before === '' && !startsWithDigit(body) ? leading.exec(body) : null
    if (first !== null) [before, body] = [first[1], body.slice(first[0].length)]
    const last = after === '' && !endsWithDigit(body) ? trailing.exec(body) : null
    if (last !== null) [after, body] = [last[1], body.slice(0, last.index)]
  }
  takeUnits()
  const isInParentheses = body.startsWith('(') && body.endsWith(')')
  const hasSign = body.startsWith('-') || body.startsWith('+')
  const isTrailingMinus = !isInParentheses && !hasSign && body.endsWith('-')
  const isNegative = isInParentheses || isTrailingMinus || body.startsWith('-')
  // Two signs, as in (-5) or -5-, are no number: the second one stays in the body and fails there.
  if (isInParentheses || hasSign) body = body.slice(1)
  if (isInParentheses || isTrailingMinus) body = body.slice(0, -1)
  if (isInParentheses || hasSign || isTrailingMinus) body = body.trim()
  takeUnits()
  if (before !== '' && after !== '' && !isAmountWithCode(before, after)) return null
  const hasPercent = before === '%' || after === '%'
  const unit = [before, after].filter((sign) => sign !== '' && sign !== '%').join(' ')
  const marks = { currency: unit, hasPercent, isInParentheses, hasOtherDigits }
  return { sign: isNegative ? -1 : 1, body, marks }
}

/** `$5 USD` is one amount; `$5 €` and `$5 %` are none. */
function isAmountWithCode(before: string, after: string): boolean {
  return before !== '%' && /^[A-Z]{3}$/.test(after)
}

function startsWithDigit(text: string): boolean {
  return text.charCodeAt(0) >= 48 && text.charCodeAt(0) <= 57
}

function endsWithDigit(text: string): boolean {
  const code = text.charCodeAt(text.length - 1)
  return code >= 48 && code <= 57
}

const otherDigit = /[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\uff10-\uff19]/

/** A minus sign of its own (U+2212), full-width signs and the Arabic percent sign, as in ASCII. */
function toAsciiSigns(text: string): string {
  if (!/[\u066a\u2212\uff01-\uff5e]/.test(text)) return text
  return text
    .replaceAll('\u2212', '-')
    .replaceAll('\u066a', '%')
    .replace(/[\uff01-\uff0f\uff1a-\uff5e]/g, (sign) =>
      String.fromCharCode(sign.charCodeAt(0) - 0xfee0),
    )
}

function toAsciiDigits(text: string): string {
  return text
    .replace(/[\u0660-\u0669\u06f0-\u06f9\uff10-\uff19]/g, (digit) =>
      String(digit.charCodeAt(0) & 15),
    )
    .replace(/[\u0966-\u096f]/g, (digit) => String(digit.charCodeAt(0) - 0x966))
}

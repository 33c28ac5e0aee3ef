import { FileError } from './failure'
import type { ReadOptions, ReadOverrides } from './source-profile'

/** How text becomes cells. */
export type Dialect = Pick<ReadOptions, 'delimiter' | 'quote' | 'escape'>

export function escapeOf(dialect: Dialect): string {
  return dialect.escape ?? dialect.quote
}

/** @throws FileError for signs chosen by hand that cannot part a text into cells. */
export function checkDialect(name: string, { delimiter, quote, escape }: ReadOverrides): void {
  if (delimiter !== undefined && (delimiter === '' || /["\r\n\ufeff]/.test(delimiter))) {
    throw badSign(name, `The delimiter ${JSON.stringify(delimiter)}`, 'such as , or ;')
  }
  for (const sign of [quote, escape]) {
    if (sign === undefined || (sign.length === 1 && sign !== delimiter && /\S/.test(sign))) continue
    throw badSign(
      name,
      `The quote or escape ${JSON.stringify(sign)}`,
      'one sign, other than the delimiter',
    )
  }
}

function badSign(name: string, what: string, use: string): FileError {
  return new FileError({
    code: 'bad_dialect',
    message: `${name}: ${what} cannot be used.`,
    path: name,
    hint: `Choose ${use}.`,
  })
}

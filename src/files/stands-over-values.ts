import { createNullTest, defaultNullTokens } from '../table/is-null-token'
import { isValue } from './is-value'

const isNull = createNullTest(defaultNullTokens)

/** Some cell of the row is none of the values that stand below it. */
export function standsOverValues(
  row: readonly string[],
  body: readonly (readonly string[])[],
): boolean {
  return row.some((cell, index) => {
    const cells = body.map((other) => other[index] ?? '').filter((text) => !isNull(text))
    return !isNull(cell) && !isValue(cell) && cells.length > 0 && cells.every(isValue)
  })
}

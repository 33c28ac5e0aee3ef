import type { Column } from '../../../table/table'
import { wordsOf } from '../../column-words'

const things = '(store|shop|site|outlet|location|branch|customer|account|record|row|line|index)'
const numbers = '(id|ids|identifier|nbr|no|num|number|code|key|index)'
const named = new RegExp(`^(${things}? ?${numbers}|store|row|index)$`)

/**
 * A column that numbers the rows though its name has no id word of its own, such as `storeid` or
 * `Row number`: whole numbers, all different, and the name of an id. Being different is not enough.
 */
export function isNumbering(column: Column): boolean {
  if (column.type !== 'number' || !named.test(wordsOf(column.name).join(' '))) return false
  const present = column.values.filter((value) => !Number.isNaN(value))
  return (
    present.length > 1 &&
    present.every(Number.isInteger) &&
    new Set(present).size === present.length
  )
}

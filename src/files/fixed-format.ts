import type { FixedFormat } from '../table/read-cell'
import { FileError } from './failure'
import type { ReadOverrides } from './source-profile'

/** @throws FileError where one sign is fixed as decimal and as group sign */
export function checkNumberSigns(name: string, { decimal, group }: ReadOverrides): void {
  if (decimal === undefined || decimal !== group) return
  throw new FileError({
    code: 'bad_number_signs',
    message: `${name}: "${decimal}" cannot be the decimal sign and the group sign of one number.`,
    path: name,
    hint: `Set group to another sign, or decimal to "${decimal === ',' ? '.' : ','}".`,
  })
}

/** What a person said of the numbers of a column, for it alone or for the file; `null` if nothing. */
export function fixedFormat(overrides: ReadOverrides, column: string): FixedFormat | null {
  const own = overrides.numberFormats?.find((format) => format.column === column)
  if (own !== undefined) return { decimal: own.decimal, group: own.group }
  const { group } = overrides
  const decimal = overrides.decimal ?? decimalBeside(group)
  if (decimal === undefined && group === undefined) return null
  return { decimal, group }
}

/** One sign cannot be both: points between groups leave the comma as the decimal sign. */
function decimalBeside(group: string | undefined): FixedFormat['decimal'] {
  if (group === '.') return ','
  return group === ',' ? '.' : undefined
}

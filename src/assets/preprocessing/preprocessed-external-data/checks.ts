import { useOfColumn } from '../../column-use'
import type { Checks } from '../../spec'
import type { Inputs } from './compute'
import type { preprocessedExternalData } from './spec'

export const checks: Checks<typeof preprocessedExternalData, Inputs> = {
  sensitive_attributes: ({ columns }) => {
    const names = columns
      .filter((column) => useOfColumn(column).isSensitive)
      .map(({ name }) => name)
    return {
      passed: names.length === 0,
      metadata: { count: names.length, columns: names.join(', ') },
    }
  },
}

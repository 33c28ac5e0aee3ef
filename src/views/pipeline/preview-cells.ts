import { formatCount, formatNumber } from '../../ui/number-format'
import type { PreviewCell } from './value-preview.model'

/** A cell in words: figures to four places, nothing for what is not there. */
export function cellText(cell: PreviewCell): string {
  if (cell === null || (typeof cell === 'number' && Number.isNaN(cell))) return ''
  if (typeof cell === 'boolean') return cell ? 'yes' : 'no'
  return typeof cell === 'string' ? cell : numberText(cell)
}

/** Whole numbers as they are, others with the places that their size needs. */
export function numberText(value: number): string {
  if (Number.isInteger(value)) return formatCount(value)
  return formatNumber(value, Math.abs(value) >= 100 ? 1 : Math.abs(value) >= 1 ? 2 : 4)
}

import { basename } from 'node:path'
import type { AssetFailure } from '../assets/failure'
import { firstFew } from '../assets/first-few'
import type { ClusteringModel } from '../assets/model-training/train-clustering-models/spec'
import { rejectedOf } from '../runs/open-source'
import { cellAddress } from '../table/cell-address'
import { compareText } from '../table/compare-text'
import { cellText, columnNamed } from '../table/table'
import { columnsOfModel } from './model-columns'
import type { StoresRead } from './read-store-rows'

type ModelColumn = ClusteringModel['preprocessing']['columns'][number]

/** Cells that tell the model nothing, by column: how many, where the first is, what is done with them. */
export function scoreDoubts(
  path: string,
  read: StoresRead,
  model: ClusteringModel,
): readonly AssetFailure[] {
  const file = basename(path)
  return [
    ...unreadableCells(file, read, model),
    ...model.preprocessing.columns.flatMap((column) => unknownLevels(file, read, column)),
  ]
}

function unreadableCells(
  file: string,
  { profile }: StoresRead,
  model: ClusteringModel,
): readonly AssetFailure[] {
  const wanted = columnsOfModel(model)
  return rejectedOf(profile.columns)
    .filter(({ column }) => wanted.get(column) === 'number')
    .map(({ column, place, count, line, text }) => {
      const cells = count === 1 ? '1 cell' : `${count} cells`
      const are = count === 1 ? 'is no number and counts' : 'are no number and count'
      const first = `${cellAddress(line, { name: column, place })}: ${text}`
      return {
        code: 'unreadable_cells',
        message: `${file}: ${cells} of "${column}" ${are} as unknown, the first in ${first}.`,
        path: column,
        hint: 'Mend them in the file, or say with --set decimal, group or null_tokens how it is read.',
      }
    })
}

function unknownLevels(
  file: string,
  { table, storeIds, profile }: StoresRead,
  { name, type, levels, encoding }: ModelColumn,
): readonly AssetFailure[] {
  const column = columnNamed(table, name)
  if (type === 'number' || column === null || column.type === 'number') return []
  const known = new Set(levels)
  const odd = storeIds.flatMap((storeId, row) => {
    const text = cellText(column, row)
    return text === null || known.has(text) ? [] : [{ storeId, text }]
  })
  const [first] = odd
  if (first === undefined) return []
  const place = profile.columns.findIndex((one) => one.name === name) + 1
  const texts = firstFew([...new Set(odd.map(({ text }) => text))].sort(compareText))
  const have = odd.length === 1 ? '1 store has' : `${odd.length} stores have`
  const counts = odd.length === 1 ? 'counts' : 'count'
  const taken =
    encoding === 'ordinal' ? `the first of the known ones, ${levels[0]}` : 'none of the known ones'
  return [
    {
      code: 'unknown_levels',
      message: `${file}: ${have} a text in "${name}" that the training did not know (${texts}), and ${counts} as ${taken}, the first being store ${first.storeId}, column ${place} "${name}": ${first.text}.`,
      path: name,
      hint: `Known are ${firstFew(levels, 12)}. Write them so in the file, or train a model that knows the new ones.`,
    },
  ]
}

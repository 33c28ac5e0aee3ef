import type { Column } from '../../../table/table'
import type { StageSpecs } from '../../branch'
import { useOfColumn } from '../../column-use'
import { conserveStores, storesOf } from '../../conserve-stores'
import { firstFew } from '../../first-few'
import type { CheckOutcome, Checks } from '../../spec'
import { isNumbering } from './numbering'
import type { Inputs } from './compute'
import { missingCells } from './missing-cells'
import { rareLevels, unknownLevels } from './odd-levels'
import type { Selection } from './selection/value'
import { unknownNameWords } from './unknown-names'

const mostMissing = 0.2

export const checks: Checks<StageSpecs['filtered'], Inputs> = {
  stores_conserved: (value, { table }) => conserveStores(storesOf(table), value),
  stores_left: ({ storeIds, columns, excluded }) => ({
    // With keep_features a store alone has features, and is a cluster.
    passed: hasStoresToCompare(storeIds) || columns.length > 0,
    metadata: {
      stores: storeIds.length,
      store: firstFew(storeIds),
      left_out: excluded.length,
      first: firstFew(excluded.map(({ storeId, reason }) => `${storeId} (${reason})`)),
    },
  }),
  features_left: ({ storeIds, columns, dropped }) => ({
    // Columns of a single store are constant whatever is in them: that is told of the stores.
    passed: columns.length > 0 || !hasStoresToCompare(storeIds),
    metadata: {
      features: columns.length,
      left_out: dropped.length,
      first: firstFew(dropped.map(({ name, detail }) => `${name} (${detail})`)),
    },
  }),
  few_cells_missing: (_, { table }) => {
    const { missing, cells, emptiest } = missingCells(table)
    const share = cells === 0 ? 0 : missing / cells
    return {
      passed: share <= mostMissing,
      metadata: { share, first: firstFew(emptiest), missing, cells },
    }
  },
  no_constant_features: ({ storeIds, dropped }) =>
    noneOf(
      hasStoresToCompare(storeIds)
        ? dropped.filter(({ code }) => code === 'constant').map(({ name }) => name)
        : [],
    ),
  no_id_features: ({ columns }) =>
    noneOf(namesWhere(columns, (one) => useOfColumn(one).use === 'id_like' || isNumbering(one))),
  no_geo_features: ({ columns }) =>
    noneOf(namesWhere(columns, (column) => useOfColumn(column).use === 'geo')),
  no_sensitive_features: ({ columns }) =>
    noneOf(
      namesWhere(columns, (column) => useOfColumn(column).isSensitive),
      Infinity,
    ),
  levels_are_common: ({ columns }) => noTexts(columns.flatMap(rareLevels)),
  levels_are_known: ({ columns }) => noTexts(columns.flatMap(unknownLevels)),
  names_are_known: ({ unknownNames }) => ({
    passed: unknownNames.length === 0,
    metadata: {
      count: unknownNames.length,
      names: firstFew(unknownNames.map(unknownNameWords)),
    },
  }),
  features_predict_clusters: ({ selection }) => predicts(selection),
}

function hasStoresToCompare(storeIds: readonly string[]): boolean {
  return storeIds.length > 1
}

/** Two standard errors above what the largest cluster would get right: not luck. */
function predicts(selection: Selection | null): CheckOutcome {
  if (selection === null) return { passed: true, metadata: { selected: false } }
  const { accuracy, baseline, category, nStores, skipped } = selection
  if (skipped !== null) return { passed: false, metadata: { category, skipped } }
  const luck = 2 * Math.sqrt((baseline * (1 - baseline)) / nStores)
  return {
    passed: accuracy > Math.min(baseline + luck, 1 - Number.EPSILON),
    metadata: { accuracy, baseline, category, stores: nStores },
  }
}

function namesWhere(
  columns: readonly Column[],
  isOne: (column: Column) => boolean,
): readonly string[] {
  return columns.filter(isOne).map(({ name }) => name)
}

function noneOf(names: readonly string[], most?: number): CheckOutcome {
  return {
    passed: names.length === 0,
    metadata: { count: names.length, columns: firstFew(names, most) },
  }
}

function noTexts(texts: readonly string[]): CheckOutcome {
  return { passed: texts.length === 0, metadata: { count: texts.length, texts: firstFew(texts) } }
}

import { makeCompute as makeImpute } from '../feature-engineering/imputed-features/compute'
import { compute as filter } from '../feature-engineering/filtered-features/compute'
import { AssetError } from '../failure'
import { compute as join } from '../preprocessing/external-features-data/compute'
import { externalFeaturesData } from '../preprocessing/external-features-data/spec'
import { compute as preprocess } from '../preprocessing/preprocessed-external-data/compute'
import { preprocessedExternalData } from '../preprocessing/preprocessed-external-data/spec'
import { external } from '../specs'
import { defaultsOf } from './defaults-of'
import { fixtureContext, fixtureSource } from './fixture-source'
import type { DrawnSettings } from './draw-settings'
import type { MadeTable } from './made-table'
import { runStages } from './run-stages'
import { silent } from './silent'

export type Clustered = Awaited<ReturnType<typeof computeAll>>

/**
 * All stages of a branch over a table as a file has it, from reading it to the clusters of its
 * stores; the code of the failure where a stage refuses it by name.
 */
export async function clusterTable(
  table: MadeTable,
  settings: DrawnSettings,
): Promise<Clustered | string> {
  try {
    return await computeAll(table, settings)
  } catch (error) {
    if (error instanceof AssetError) return error.failure.code
    throw error
  }
}

async function computeAll(table: MadeTable, settings: DrawnSettings) {
  const file = fixtureSource('market.csv', csvOf(table), { store: 'STORE' })
  const context = fixtureContext({ external: [file] })
  const joined = await join({}, defaultsOf(externalFeaturesData.params), context)
  const made = preprocess({ external: joined }, defaultsOf(preprocessedExternalData.params), silent)
  const asked = { ...defaultsOf(external.filtered.params), ...settings.filtered }
  const filtered = filter({ table: made }, asked, silent)
  const imputing = { ...defaultsOf(external.imputed.params), ...settings.imputed }
  const imputed = makeImpute('external')({ filtered }, imputing, silent)
  return { filtered, ...runStages(imputed, settings) }
}

function csvOf({ storeIds, columns }: MadeTable): string {
  const header = ['STORE', ...columns.map(({ name }) => name)]
  const rows = storeIds.map((id, row) => [id, ...columns.map(({ cells }) => cells[row])])
  return [header, ...rows].map((cells) => cells.join()).join('\n')
}

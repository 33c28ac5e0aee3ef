import { expect } from 'vitest'
import { type Clustered, clusterTable } from './cluster-table'
import { type Choices, type DrawnSettings, drawSettings, everyChoice } from './draw-settings'
import { lawSeeds } from './law-seeds'
import { createDraw, type Draw } from './made-up-chain'
import { type MadeTable, makeTable, type TableKind } from './made-table'

/** What may be done to a table without changing its clusters. */
export type Law = {
  readonly kind?: TableKind
  /** Methods that keep the law, where it is not all of them. */
  readonly choices?: Partial<Choices>
  readonly change: (table: MadeTable, draw: Draw) => MadeTable
  /** The settings of both tables. */
  readonly settings?: (drawn: DrawnSettings, table: MadeTable) => DrawnSettings
  /** Of the changed table alone, by what came of the first one. */
  readonly follow?: (from: {
    readonly settings: DrawnSettings
    readonly table: MadeTable
    readonly there: Clustered
  }) => DrawnSettings
  /** Expects that both are the same; `seed` is what a failure shall tell. */
  readonly same: (there: Clustered, here: Clustered, seed: string) => void
}

/**
 * Holds a law to all stages of a branch, on a table and settings of each seed. Where a stage refuses
 * a table by name, it must refuse the changed one for the same reason; most must not be refused.
 */
export async function expectLaw(law: Law): Promise<void> {
  const seeds = lawSeeds()
  let nRefused = 0
  for (const seed of seeds) {
    const table = makeTable(seed, law.kind)
    const drawn = drawSettings(seed, { ...everyChoice, ...law.choices })
    const settings = law.settings?.(drawn, table) ?? drawn
    const there = await clusterTable(table, settings)
    const followed =
      typeof there === 'string' ? undefined : law.follow?.({ settings, table, there })
    const changed = law.change(table, createDraw(seed + 2_000_003))
    const here = await clusterTable(changed, followed ?? settings)
    if (typeof there === 'string' || typeof here === 'string') {
      nRefused++
      // Without a first answer there are no settings to follow it.
      if (law.follow === undefined || typeof there !== 'string')
        expect(here, `seed ${seed}`).toBe(there)
    } else law.same(there, here, `seed ${seed}: ${wayOf(settings)}`)
  }
  expect(nRefused).toBeLessThan(1 + seeds.length / 5)
}

/** The methods, in short. */
function wayOf({ imputed, normalized, outliers, reduced, model }: DrawnSettings): string {
  const detected = outliers.outlier_detection === false ? 'no outliers' : outliers.outliers_method
  return [
    imputed.imputation_type,
    imputed.numeric_imputation,
    normalized.transform,
    normalized.norm_method,
    detected,
    reduced.pca_method ?? 'no pca',
    model.algorithm,
  ].join(', ')
}

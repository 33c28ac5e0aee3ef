import { AssetError } from '../../failure'

/**
 * Factor per feature, sqrt(w p / 100): `percents` names columns, p is the number of features.
 * A one-hot column's percent is split over its levels (`origins` tells them), unnamed features
 * share the rest equally, and where a named column was dropped its percent goes to that rest (to
 * the other named ones in proportion when nothing is unnamed). Without names every factor is 1.
 * @throws AssetError when the percents of kept columns are over 100, or nothing has any weight.
 */
export function weightFactors(
  origins: readonly string[],
  percents: { readonly [name: string]: number },
): Float64Array {
  const nFeatures = origins.length
  const named = new Map(Object.entries(percents))
  const nLevels = new Map<string, number>()
  for (const origin of origins) nLevels.set(origin, (nLevels.get(origin) ?? 0) + 1)

  const keptNames = [...nLevels.keys()].filter((origin) => named.has(origin))
  if (keptNames.length === 0) return new Float64Array(nFeatures).fill(1)
  const given = keptNames.reduce((sum, name) => sum + (named.get(name) ?? 0), 0)
  const nUnnamed = origins.filter((origin) => !named.has(origin)).length
  refuseImpossible(given, nUnnamed)

  const rest = nUnnamed === 0 ? 0 : (100 - given) / nUnnamed
  const whole = nUnnamed === 0 ? given : 100
  return Float64Array.from(origins, (origin) => {
    const percent = named.get(origin)
    const own = percent === undefined ? rest : percent / (nLevels.get(origin) ?? 1)
    return Math.sqrt((own * nFeatures) / whole)
  })
}

function refuseImpossible(given: number, nUnnamed: number): void {
  if (given <= 100 + 1e-9 && (given > 0 || nUnnamed > 0)) return
  throw new AssetError({
    code: given > 0 ? 'weights_over_100' : 'weights_all_zero',
    message:
      given > 0
        ? `The feature weights add up to ${given} %, more than 100 %.`
        : 'Every feature has weight 0, so no two stores would differ.',
    path: 'feature_weights',
    hint:
      given > 0
        ? 'Give percents that add up to at most 100; features without one share the rest equally.'
        : 'Give at least one feature more than 0 %, or take it out of feature_weights.',
  })
}

import { type AbsentAsset, type AssetGraph, graphParams } from '../assets/graph'
import type { AssetFailure } from '../assets/failure'
import type { Param } from '../assets/schema'
import type { Role } from '../assets/source'
import type { AnySpec, Dep } from '../assets/spec'
import { specs as everySpec } from '../assets/specs'

/** How a role is called in a sentence. */
export const roleWords: Readonly<Record<Role, string>> = {
  sales: 'a sales file',
  product_map: 'a product map',
  store_metrics: 'a store metrics file',
  external: 'an external file',
}

/**
 * The failure of a selection that needs files which are not there; `null` when all it needs is
 * there. An alternative that is not taken (store metrics beside sales) is not missed.
 */
export function missingRolesOf(
  selected: readonly AnySpec[],
  graph: AssetGraph,
  specs: readonly AnySpec[] = everySpec,
): AssetFailure | null {
  const spared = sparedSpecs(graph, specs)
  const missed = graph.absent.filter(
    ({ spec }) => selected.includes(spec) && (selected.length === 1 || !spared.has(spec)),
  )
  const names = [...new Set(missed.flatMap(({ missing }) => missing))]
  if (names.length === 0) return null
  const setting = settingBehind(missed)
  const files = names.map((role) => roleWords[role]).join(' and ')
  const hint = `Add a file with the role ${names.join(', ')}, or give one of the files that role`
  return {
    code: 'missing_role',
    message: `${setting?.words ?? 'This'} needs ${files}, and no file has that role.`,
    path: setting?.name ?? names.join(', '),
    hint: setting === null ? `${hint}.` : `${hint}; or set ${setting.name} to ${setting.default}.`,
  }
}

/** The parameter without which none of them would be absent, and what it is by default. */
function settingBehind(missed: readonly AbsentAsset[]) {
  const because = missed[0]?.because ?? null
  if (because === null || missed.some((one) => one.because === null)) return null
  const known = Object.entries<Param<unknown>>(graphParams).find(([name]) => name === because.param)
  const words = `${because.param} "${because.is}"`
  return { name: because.param, words, default: String(known?.[1].default) }
}

/** Specs that only feed alternatives which are not taken. */
function sparedSpecs(graph: AssetGraph, specs: readonly AnySpec[]): ReadonlySet<AnySpec> {
  const spared = new Set<AnySpec>()
  for (const spec of specs.toReversed()) {
    const readings = specs.flatMap((reader) =>
      Object.values<Dep>(reader.deps)
        .filter((dep) => mayRead(dep, spec))
        .map((dep) => ({ reader, isTaken: isTaken(dep, spec, graph) })),
    )
    if (
      readings.length > 0 &&
      readings.every(({ reader, isTaken }) => !isTaken || spared.has(reader))
    )
      spared.add(spec)
  }
  return spared
}

function mayRead(dep: Dep, spec: AnySpec): boolean {
  if ('oneOf' in dep) return dep.oneOf.includes(spec)
  if ('ifPresent' in dep) return dep.ifPresent === spec
  return ('when' in dep ? dep.spec : dep) === spec
}

/** False where another alternative than this one is taken. */
function isTaken(dep: Dep, spec: AnySpec, graph: AssetGraph): boolean {
  if (!('oneOf' in dep)) return true
  const taken = dep.oneOf.find(({ key }) => graph.byKey.has(key)) ?? dep.oneOf[0]
  return taken === spec
}

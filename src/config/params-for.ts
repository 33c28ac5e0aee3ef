import { graphParams } from '../assets/graph'
import { runParams } from '../assets/run-params'
import type { Param, ParamValues } from '../assets/schema'
import type { AnySpec } from '../assets/spec'
import { specs } from '../assets/specs'
import type { Configuration, Section, Settings } from './configuration'
import { presetOf } from './presets'

/** A parameter with the specs that read it (none: the graph or the run does) and where it can be set. */
export type KnownParam = {
  readonly name: string
  readonly param: Param<unknown>
  readonly specs: readonly AnySpec[]
  readonly sections: readonly Section[]
}

/** A value with the layer that it comes from. */
export type Resolved = { readonly value: unknown; readonly from: 'default' | 'preset' | Section }

/** The section that overrides `job_params` for a spec; `job_params` itself where there is none. */
export function sectionOf(spec: AnySpec): Section {
  if (spec.group === 'merging') return 'merging'
  return spec.branch ?? 'job_params'
}

/**
 * The values of exactly the parameters that a spec reads. Precedence: default < preset < preset's
 * section < `job_params` < section of the spec.
 */
export function paramsFor(spec: AnySpec, configuration: Configuration): Record<string, unknown> {
  return valuesOf(spec.params, sectionOf(spec), configuration)
}

/**
 * The values of the parameters that decide which assets and partitions there are; one that an asset
 * reads as well is what it is for that asset.
 */
export function graphParamsOf(configuration: Configuration): Record<string, unknown> {
  const entries = Object.entries<Param<unknown>>(graphParams).map(([name, param]) => {
    const reader = known.get(name)?.specs[0]
    const section = reader === undefined ? 'job_params' : sectionOf(reader)
    return [name, resolveParam({ name, param }, section, configuration).value]
  })
  return Object.fromEntries(entries)
}

/** The values of the parameters that a run reads itself, for what it says. */
export function runParamsOf(configuration: Configuration): ParamValues<typeof runParams> {
  const { value } = resolveParam(
    { name: 'max_input_age', param: runParams.max_input_age },
    'job_params',
    configuration,
  )
  return { max_input_age: typeof value === 'number' ? value : null }
}

function valuesOf(
  params: Readonly<Record<string, Param<unknown>>>,
  section: Section,
  configuration: Configuration,
): Record<string, unknown> {
  const entries = Object.entries(params).map(([name, param]) => [
    name,
    resolveParam({ name, param }, section, configuration).value,
  ])
  return Object.fromEntries(entries)
}

/** What one parameter is worth in a section, and which layer says so. */
export function resolveParam(
  known: { readonly name: string; readonly param: Param<unknown> },
  section: Section,
  configuration: Configuration,
): Resolved {
  const layer = layersOf(section, configuration).find(({ settings }) =>
    Object.hasOwn(settings, known.name),
  )
  if (layer === undefined) return { value: known.param.default, from: 'default' }
  return { value: layer.settings[known.name], from: layer.from }
}

/** Strongest first. */
function layersOf(section: Section, configuration: Configuration) {
  const preset = presetOf(configuration.preset)
  const layers: readonly { settings: Settings; from: Resolved['from'] }[] = [
    { settings: configuration[section], from: section },
    { settings: configuration.job_params, from: 'job_params' },
    { settings: preset[section], from: 'preset' },
    { settings: preset.job_params, from: 'preset' },
  ]
  return layers
}

const known = collectParams()

/** Every parameter by its name, which is unique over all sections; in the order of the stages. */
export function allParams(): ReadonlyMap<string, KnownParam> {
  return known
}

function collectParams(): ReadonlyMap<string, KnownParam> {
  const byName = new Map<string, KnownParam>()
  for (const [name, param] of Object.entries<Param<unknown>>({ ...graphParams, ...runParams }))
    byName.set(name, { name, param, specs: [], sections: ['job_params'] })
  for (const spec of specs)
    for (const [name, param] of Object.entries<Param<unknown>>(spec.params)) {
      const before = byName.get(name)
      const readers = [...(before?.specs ?? []), spec]
      const sections = new Set<Section>(['job_params', ...readers.map(sectionOf)])
      byName.set(name, { name, param, specs: readers, sections: [...sections] })
    }
  return byName
}

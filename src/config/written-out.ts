import type { Configuration, Section, Settings } from './configuration'
import { allParams, type KnownParam, resolveParam } from './params-for'

/**
 * The same configuration with every parameter written down, and in the section of a branch only
 * what differs there: a file to read and edit, which means what the short one means.
 */
export function writtenOut(configuration: Configuration): Configuration {
  const known = [...allParams().values()]
  const valueIn = (section: Section, param: KnownParam) =>
    resolveParam(param, section, configuration).value
  const valuesIn = (section: Section, isHere: (param: KnownParam) => boolean): Settings =>
    Object.fromEntries(
      known.filter(isHere).map((param) => [param.name, valueIn(section, param)] as const),
    )
  const differs = (section: Section) => (param: KnownParam) =>
    param.sections.includes(section) && valueIn(section, param) !== valueIn('job_params', param)
  return {
    ...configuration,
    job_params: valuesIn('job_params', (param) => !isOfMergingAlone(param)),
    internal: valuesIn('internal', differs('internal')),
    external: valuesIn('external', differs('external')),
    merging: valuesIn('merging', isOfMergingAlone),
  }
}

function isOfMergingAlone({ sections }: KnownParam): boolean {
  return (
    sections.every((section) => section === 'job_params' || section === 'merging') &&
    sections.includes('merging')
  )
}

import type { Configuration } from '../config/configuration'

/** The configuration as YAML; its library is loaded when it is first asked for. */
export async function configurationText(configuration: Configuration): Promise<string> {
  const { writeConfiguration } = await import('../config/yaml')
  return writeConfiguration(configuration)
}

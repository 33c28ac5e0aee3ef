import type { Configuration } from './configuration'
import type { DraftTexts } from './draft-texts'
import { patchYaml } from './patch-yaml'
import { writeConfiguration } from './yaml'

/**
 * The draft as YAML: the text that was written with what the form changed since then, else a text
 * made from the settings.
 */
export function draftText(configuration: Configuration, written: DraftTexts['written']): string {
  if (written === null) return writeConfiguration(configuration)
  return patchYaml(written.text, written.configuration, configuration)
}

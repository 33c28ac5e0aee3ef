import type { TextFacts } from '../../config/text-facts'
import type { ConfigSlice } from './config-slice'

// The library that reads and writes YAML is loaded when it is first asked for.

/** The draft as YAML. */
export async function configurationText({
  configuration,
  written,
}: Pick<ConfigSlice, 'configuration' | 'written'>): Promise<string> {
  const { draftText } = await import('../../config/draft-text')
  return draftText(configuration, written)
}

/** What an editor marks in a text. */
export async function readTextFacts(text: string): Promise<TextFacts> {
  const { textFacts } = await import('../../config/text-facts')
  return textFacts(text)
}

export const noFacts: TextFacts = { lines: [], variables: [] }

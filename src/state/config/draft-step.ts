import type { Configuration } from '../../config/configuration'
import type { WrittenText } from '../../config/draft-texts'

/** The draft settings at one moment: what undo brings back. */
export type DraftStep = {
  readonly configuration: Configuration
  /** Null where nobody wrote a text: then it is made from the settings. */
  readonly written: WrittenText | null
  /** The environment whose overlay was edited; null for the base. */
  readonly environment: string | null
}

export function stepOf({ configuration, written, environment }: DraftStep): DraftStep {
  return { configuration, written, environment }
}

import type { Configuration } from './configuration'
import type { Fault } from './fault'

/** A text as it was written, and the configuration that it says. */
export type WrittenText = { readonly text: string; readonly configuration: Configuration }

/** A text that cannot be read: kept as it is, beside the last settings that could. */
export type UnreadText = { readonly text: string; readonly faults: readonly Fault[] }

/** What a person wrote beside the settings themselves. */
export type DraftTexts = {
  /** Null where nobody wrote a text: then it is made from the settings. */
  readonly written: WrittenText | null
  readonly unread: UnreadText | null
  /** Values of `${env:NAME}`: kept with the desk and never written into the text. */
  readonly variables: ReadonlyMap<string, string>
}

import type { Checked } from '../../config/fault'
import type { OpenedConfiguration } from '../../config/open-configuration'
import type { AppState, Slice } from '../app-state'
import { attempt } from '../attempt'
import { configurationText } from './configuration-text'
import { stepOf } from './draft-step'
import { failureOf } from '../failure-of'
import { joinOverrides } from '../overrides/join-overrides'

/** Settings as a text, of ours or of the Python system; one that cannot be read changes no setting. */
export type ConfigurationText = {
  /** Takes over what was typed in the editor. */
  readonly editText: (text: string) => Promise<void>
  /** Takes over a file. @returns whether it could be read; if not, it is shown with its faults */
  readonly importText: (name: string, file: string | Blob) => Promise<boolean>
  readonly dismissImport: () => void
  /** Gives up a text that cannot be read: the settings are shown again as they are. */
  readonly discardText: () => void
  /** Says what `${env:NAME}` is, and reads the text again with it. */
  readonly setVariable: (name: string, value: string) => Promise<void>
}

export const createConfigurationText: Slice<ConfigurationText> = (set, get) => {
  let latest = 0
  /** Only the last text counts: an earlier one may take longer to be read. */
  const take = async (name: string | null, file: string | Blob): Promise<boolean> => {
    const turn = ++latest
    try {
      const text = typeof file === 'string' ? file : await file.text()
      const { openConfiguration, openTyped } = await import('../../config/open-configuration')
      const { variables } = get()
      const open = name === null ? openTyped : openConfiguration
      const opened = open(text, (variable) => variables.get(variable))
      if (turn === latest) set((state) => taken(state, { name, text, opened }))
      return opened.ok
    } catch (error) {
      set({ runFailure: failureOf(error) })
      return false
    }
  }
  return {
    editText: async (text) => {
      await attempt({ set }, async () => {
        const shown = await configurationText(get())
        if (text === shown) set({ unread: null })
        else await take(null, text)
      })
    },
    importText: take,
    dismissImport: () => set({ imported: null }),
    discardText: () => set({ unread: null }),
    setVariable: async (name, value) => {
      await attempt({ set }, async () => {
        const text = get().unread?.text ?? (await configurationText(get()))
        set(({ variables }) => ({ variables: withVariable(variables, name, value) }))
        await take(null, text)
      })
    },
  }
}

type Taken = {
  /** Of a file; null for what was typed. */
  readonly name: string | null
  readonly text: string
  readonly opened: Checked<OpenedConfiguration>
}

function taken(state: AppState, { name, text, opened }: Taken): Partial<AppState> {
  if (!opened.ok) return { unread: { text, faults: opened.faults } }
  const { configuration, imported } = opened.value
  const before = stepOf(state)
  return {
    configuration: joinOverrides(state.configuration, configuration),
    written: imported === null ? { text, configuration } : null,
    unread: null,
    // The report on a file stays while its settings are edited, until another file comes.
    imported: name === null ? state.imported : { name, report: imported, before },
    past: [...state.past, before],
    future: [],
  }
}

function withVariable(
  variables: ReadonlyMap<string, string>,
  name: string,
  value: string,
): ReadonlyMap<string, string> {
  const next = new Map([...variables].filter(([other]) => other !== name))
  return value === '' ? next : next.set(name, value)
}

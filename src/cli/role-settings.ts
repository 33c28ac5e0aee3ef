import { needs, type Role, roles } from '../assets/source'
import type { Settings } from '../config/configuration'
import { type Fault, unknownKey } from '../config/fault'
import { isReadOption } from '../config/read-option'
import { readOptionText } from '../config/read-option-text'

/** Read options, or columns by need, by the role of the files that they are for. */
export type RoleSettings = ReadonlyMap<Role, Settings>

export type SplitSettings = {
  readonly ofRoles: RoleSettings
  readonly columnsOfRoles: RoleSettings
  /** The settings of the configuration, in order. */
  readonly others: readonly string[]
  readonly faults: readonly Fault[]
}

/**
 * Parts `sales.delimiter=";"` and `sales.columns.store=Filiale` from the other settings of `--set`:
 * how the files of a role are read, and which of their columns is what. `external` is also a
 * section: there these go to the files, anything else to the section.
 */
export function splitRoleSettings(texts: readonly string[]): SplitSettings {
  const ofRoles = new Map<Role, Settings>()
  const columnsOfRoles = new Map<Role, Settings>()
  const others: string[] = []
  const faults: Fault[] = []
  for (const text of texts) {
    const found = roleOptionIn(text)
    if (found === null) {
      others.push(text)
      continue
    }
    const { role, option, value } = found
    if (isOfColumns(option)) {
      const need = needs.find((known) => `columns.${known}` === option)
      const column = value === 'null' ? null : value
      if (need === undefined) faults.push(unknownColumnKey(`${role}.${option}`))
      else columnsOfRoles.set(role, { ...columnsOfRoles.get(role), [need]: column })
      continue
    }
    const checked = readOptionText(role, option, value)
    if (checked.ok) ofRoles.set(role, { ...ofRoles.get(role), [option]: checked.value })
    else faults.push(...checked.faults)
  }
  return { ofRoles, columnsOfRoles, others, faults }
}

function roleOptionIn(text: string) {
  const cut = text.indexOf('=')
  const key = text.slice(0, Math.max(0, cut)).trim()
  const point = key.indexOf('.')
  const name = key.slice(0, Math.max(0, point)).replace('-', '_')
  const role = roles.find((known) => known === name)
  const option = key.slice(point + 1)
  if (role === undefined) return null
  if (role === 'external' && !isReadOption(option) && !isOfColumns(option)) return null
  return { role, option, value: text.slice(cut + 1) }
}

function isOfColumns(option: string): boolean {
  return option === 'columns' || option.startsWith('columns.')
}

function unknownColumnKey(path: string): Fault {
  const columns = needs.map((need) => `columns.${need}`)
  return { ...unknownKey(path, needs), hint: `Known here: ${columns.join(', ')}.` }
}

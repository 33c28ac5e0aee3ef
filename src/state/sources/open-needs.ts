import type { Need, Role } from '../../assets/source'
import type { Source } from '../../runs/contract'

/** Columns that a role asks for; without the needed ones the file cannot be used. */
export const needsOfRole: Readonly<
  Record<Role, readonly { readonly need: Need; readonly isNeeded: boolean }[]>
> = {
  sales: [
    { need: 'store', isNeeded: true },
    { need: 'product', isNeeded: true },
    { need: 'value', isNeeded: true },
    { need: 'category', isNeeded: false },
  ],
  product_map: [
    { need: 'product', isNeeded: true },
    { need: 'group', isNeeded: true },
  ],
  store_metrics: [
    { need: 'store', isNeeded: true },
    { need: 'category', isNeeded: false },
  ],
  external: [{ need: 'store', isNeeded: true }],
}

/** In the words of a person, as the screens name them. */
export const needLabels: Readonly<Record<Need, string>> = {
  store: 'Store',
  product: 'Product',
  category: 'Category',
  value: 'Money',
  group: 'Need state',
}

/** Needed columns that nobody has named yet. */
export function openNeeds(source: Source): readonly Need[] {
  return needsOfRole[source.role]
    .filter(({ need, isNeeded }) => isNeeded && source.columns[need] === null)
    .map(({ need }) => need)
}

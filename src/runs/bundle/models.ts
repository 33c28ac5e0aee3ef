import { external, internal } from '../../assets/specs'

const modelKeys: ReadonlySet<string> = new Set([internal.model.key, external.model.key])

/** Whether an asset is a trained model, of either branch. */
export function isModel({ key }: { readonly key: string }): boolean {
  return modelKeys.has(key)
}

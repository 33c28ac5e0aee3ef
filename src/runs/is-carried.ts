import { specs } from '../assets/specs'

const carrying: ReadonlySet<string> = new Set(
  specs.flatMap(({ key, carries }) => (carries === true ? [key] : [])),
)

/** Whether an asset reads its own value in the baseline run. */
export function isCarried({ key }: { readonly key: string }): boolean {
  return carrying.has(key)
}

import type { Scene } from './scene.model'

/** `stores_internal_Snacks.csv`: safe on every disk. */
export function fileNameOf(
  what: string,
  { branch, category }: Pick<Scene, 'branch' | 'category'>,
): string {
  const words = [what, branch, category ?? ''].filter((word) => word !== '').join('_')
  return `${words.replaceAll(/[^\p{L}\p{N}_-]+/gu, '_')}.csv`
}

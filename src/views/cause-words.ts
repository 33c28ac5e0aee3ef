import type { AssetView } from '../state/hooks'

type Cause = AssetView<unknown>['causes'][number]

const words: Readonly<Record<Cause['kind'], string>> = {
  code: 'the method was improved',
  params: 'a setting changed',
  data: 'a file changed',
  baseline: 'another run is the baseline',
  overrides: 'what people decided about stores changed',
  dependencies: 'something upstream changed',
}

/** What changed, each kind once. */
export function causeWords(causes: readonly Cause[]): readonly string[] {
  return [...new Set(causes.map(({ kind }) => words[kind]))]
}

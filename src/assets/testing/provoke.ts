import type { CheckOutcome } from '../spec'

type Given<V, I> = { readonly value: V; readonly inputs: I }
type Change<V, I> = { readonly value?: Partial<V>; readonly inputs?: Partial<I> }

/**
 * Every check of an asset, on a value that is good and on one that is not: a row of its name and
 * whether it passed on each. A check without a change that it must notice does not compile.
 */
export function provoke<N extends string, V extends object, I extends object>(
  checks: Readonly<Record<N, (value: V, inputs: I) => CheckOutcome>>,
  good: Given<V, I>,
  changes: Readonly<Record<N, Change<V, I>>>,
): readonly (readonly [name: string, good: boolean, changed: boolean])[] {
  return Object.keys(checks).map((key) => {
    const name = key as N
    const { value, inputs } = changes[name]
    const changed = checks[name]({ ...good.value, ...value }, { ...good.inputs, ...inputs })
    return [name, checks[name](good.value, good.inputs).passed, changed.passed]
  })
}

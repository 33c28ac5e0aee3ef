import type { AnySpec, CheckOutcome, ComputeContext } from './spec'

export type Inputs = Readonly<Record<string, unknown>>

/** A spec with what computes and checks it, as the runner sees it: all types erased at this border. */
export type Definition = {
  readonly spec: AnySpec
  readonly compute: (
    inputs: Inputs,
    params: Readonly<Record<string, unknown>>,
    context: ComputeContext,
  ) => unknown
  readonly checks: Readonly<Record<string, (value: unknown, inputs: Inputs) => CheckOutcome>>
}

import type { Params, ParamValues } from '../schema'

/** Defaults of a set of parameters, as plain data. */
export function defaultsOf<P extends Params>(params: P): ParamValues<P> {
  const entries = Object.entries(params).map(([name, param]) => [name, param.default])
  return Object.fromEntries(entries)
}

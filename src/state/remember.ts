/** Keeps the last answer while the arguments stay the same: for selectors that derive objects. */
export function remember<A extends readonly unknown[], R>(
  derive: (...args: A) => R,
): (...args: A) => R {
  let last: { readonly args: A; readonly result: R } | null = null
  return (...args) => {
    const kept = last
    if (kept !== null && kept.args.every((arg, i) => Object.is(arg, args[i]))) return kept.result
    const result = derive(...args)
    last = { args, result }
    return result
  }
}

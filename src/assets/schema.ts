import * as v from 'valibot'

/** How a form draws a parameter; data only, so that the screen and the YAML read the same source. */
export type Control =
  | { readonly kind: 'integer'; readonly min: number; readonly max: number }
  | { readonly kind: 'number'; readonly min: number; readonly max: number; readonly step: number }
  | { readonly kind: 'share' }
  | { readonly kind: 'switch' }
  | { readonly kind: 'choice'; readonly options: readonly Option[] }
  | { readonly kind: 'names' }
  | { readonly kind: 'weights' }
  | { readonly kind: 'pair' }
  | { readonly kind: 'scalar' }
  | { readonly kind: 'rules' }

export type Option = { readonly value: string; readonly label: string }

/**
 * One parameter of one or more assets: its schema, default, words and control.
 * `nullable` parameters are limits that `null` switches off.
 */
export type Param<T> = {
  readonly schema: v.GenericSchema<unknown, T>
  readonly default: T
  readonly label: string
  readonly help: string
  readonly control: Control
  readonly nullable: boolean
  /** Expected values in words, for error messages: "a whole number from 1 to 50". */
  readonly expects: string
  /** The parameter, and the values of it, without which this one is not read; else always. */
  readonly onlyWith?: Condition
}

export type Condition = { readonly name: string; readonly values: readonly unknown[] }

export type Params = { readonly [name: string]: Param<unknown> }

export type ParamValues<P> = {
  readonly [K in keyof P]: NonNullable<P[K]> extends Param<infer T> ? T : never
}

type Words = { readonly label: string; readonly help: string }

type Range = Words & { readonly min: number; readonly max: number }

/** A whole number from `min` to `max`, both allowed. */
export function integer(init: Range & { readonly default: number }): Param<number> {
  return {
    ...words(init),
    schema: v.pipe(v.number(), v.integer(), v.minValue(init.min), v.maxValue(init.max)),
    default: init.default,
    control: { kind: 'integer', min: init.min, max: init.max },
    nullable: false,
    expects: `a whole number from ${init.min} to ${init.max}`,
  }
}

/** A finite number from `min` to `max`, both allowed; `step` is that of its control. */
export function number(
  init: Range & { readonly default: number; readonly step: number },
): Param<number> {
  return {
    ...words(init),
    schema: v.pipe(v.number(), v.finite(), v.minValue(init.min), v.maxValue(init.max)),
    default: init.default,
    control: { kind: 'number', min: init.min, max: init.max, step: init.step },
    nullable: false,
    expects: `a number from ${init.min} to ${init.max}`,
  }
}

/** A switch: true or false. */
export function flag(init: Words & { readonly default: boolean }): Param<boolean> {
  return {
    ...words(init),
    schema: v.boolean(),
    default: init.default,
    control: { kind: 'switch' },
    nullable: false,
    expects: 'true or false',
  }
}

/** One of the given options; the type of the value is the union of theirs. */
export function choice<const O extends readonly Option[]>(
  init: Words & { readonly options: O; readonly default: O[number]['value'] },
): Param<O[number]['value']> {
  const values = init.options.map((option) => option.value)
  return {
    ...words(init),
    schema: v.picklist(values),
    default: init.default,
    control: { kind: 'choice', options: init.options },
    nullable: false,
    expects: `one of ${values.join(', ')}`,
  }
}

/** A list of names, of columns or stores; empty by default. */
export function names(init: Words): Param<readonly string[]> {
  return {
    ...words(init),
    schema: v.array(v.string()),
    default: [],
    control: { kind: 'names' },
    nullable: false,
    expects: 'a list of names',
  }
}

/** Any value with a schema of its own: `auto` or a number, a list or `all`, a map of weights. */
export function custom<T>(
  init: Words & {
    readonly schema: v.GenericSchema<unknown, T>
    readonly default: T
    readonly control: Control
    readonly expects: string
  },
): Param<T> {
  return { ...init, nullable: false }
}

/** The same parameter with `null` allowed: a limit that can be switched off. */
export function nullable<T>(param: Param<T>, fallback?: T | null): Param<T | null> {
  return {
    ...param,
    schema: v.nullable(param.schema),
    default: fallback === undefined ? param.default : fallback,
    nullable: true,
    expects: `${param.expects}, or null`,
  }
}

/** The same parameter, read only while another one has one of the given values. */
export function onlyWith<T>(name: string, values: readonly unknown[], param: Param<T>): Param<T> {
  return { ...param, onlyWith: { name, values } }
}

function words(init: Words): Words {
  return { label: init.label, help: init.help }
}

export type ParamReading<T> = { readonly ok: true; readonly value: T } | { readonly ok: false }

/** The value if the parameter allows it; `expects` says in words what it would allow. */
export function readParam<T>(param: Param<T>, value: unknown): ParamReading<T> {
  const result = v.safeParse(param.schema, value)
  return result.success ? { ok: true, value: result.output } : { ok: false }
}

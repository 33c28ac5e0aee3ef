import fc from 'fast-check'
import { type Configuration, emptyConfiguration, presetNames, type Section } from '../configuration'
import { allParams, type KnownParam } from '../params-for'
import { validateSetting } from '../validate-setting'

const awkward = ['00123', '1E5', 'a, b', '# no comment', 'x: y', '{z}', "it's", 'yes', '~', ' é "']

const values: fc.Arbitrary<unknown> = fc.oneof(
  fc.integer({ min: 1, max: 60 }),
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.boolean(),
  fc.constant(null),
  fc.array(fc.constantFrom(...awkward), { minLength: 1, maxLength: 3 }),
  fc.dictionary(fc.constantFrom(...awkward), fc.integer({ min: 1, max: 30 }), { maxKeys: 3 }),
)

/** A value that the parameter allows there: one of its choices, or what else was drawn and fits. */
function valueOf(section: Section, { name, param }: KnownParam): fc.Arbitrary<unknown> {
  const { control } = param
  const drawn =
    control.kind === 'choice'
      ? fc.constantFrom(...control.options.map(({ value }) => value))
      : values
  return drawn.map((value) => {
    const checked = validateSetting(section, name, value)
    return checked.ok ? checked.value : param.default
  })
}

function settingsOf(section: Section): fc.Arbitrary<Readonly<Record<string, unknown>>> {
  const known = [...allParams().values()].filter(({ sections }) => sections.includes(section))
  return fc
    .uniqueArray(fc.constantFrom(...known), { maxLength: 4 })
    .chain((some) =>
      fc.tuple(...some.map((one) => valueOf(section, one).map((v) => [one.name, v] as const))),
    )
    .map((entries) => Object.fromEntries(entries))
}

function overlayOf(): fc.Arbitrary<Readonly<Record<string, unknown>>> {
  return fc
    .record({ job_params: settingsOf('job_params'), internal: settingsOf('internal') })
    .map((overlay) =>
      Object.fromEntries(
        Object.entries(overlay).filter(([, settings]) => Object.keys(settings).length > 0),
      ),
    )
}

/** Any valid configuration, with awkward names and with values of every kind. */
export const randomConfiguration: fc.Arbitrary<Configuration> = fc
  .record({
    preset: fc.constantFrom(null, ...presetNames),
    job_params: settingsOf('job_params'),
    internal: settingsOf('internal'),
    external: settingsOf('external'),
    merging: settingsOf('merging'),
    environments: fc.dictionary(fc.constantFrom('dev', 'prod', 'a.b'), overlayOf(), {
      maxKeys: 2,
      noNullPrototype: true,
    }),
  })
  .map((parts) => ({ ...emptyConfiguration, ...parts }))

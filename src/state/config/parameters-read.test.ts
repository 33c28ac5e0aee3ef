import { expect, test } from 'vitest'
import { external, reassigned } from '../../assets/specs'
import { emptyConfiguration } from '../../config/configuration'
import { parametersReadBy } from './parameters-read'

test('a parameter is told with its value and the layer that says so', () => {
  const configuration = {
    ...emptyConfiguration,
    preset: 'python-package' as const,
    external: { normalize: false },
  }
  const read = parametersReadBy(external.normalized, configuration)
  const layer = (name: string) => {
    const one = read.find((each) => each.name === name)
    return [one?.value, one?.from]
  }
  expect(layer('normalize')).toEqual([false, 'external'])
  expect(layer('norm_method')).toEqual(['robust', 'preset'])
  expect(layer('feature_weights')).toEqual([{}, 'default'])
  expect(parametersReadBy(reassigned, configuration).map(({ label }) => label)).toContain(
    'Smallest merged cluster',
  )
})

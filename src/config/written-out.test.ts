import { describe, expect, it } from 'vitest'
import { specs } from '../assets/specs'
import { emptyConfiguration, presetNames } from './configuration'
import { paramsFor } from './params-for'
import { writtenOut } from './written-out'
import { readConfiguration, writeConfiguration } from './yaml'

describe('writtenOut(configuration)', () => {
  it('means what the short configuration means, for every preset and spec', () => {
    for (const preset of presetNames) {
      const short = { ...emptyConfiguration, preset }
      const read = readConfiguration(writeConfiguration(writtenOut(short)))
      if (!read.ok) throw new Error(JSON.stringify(read.faults))
      for (const spec of specs) expect(paramsFor(spec, read.value)).toEqual(paramsFor(spec, short))
    }
  })

  it('writes what concerns the merge alone under merging, and to a branch only what differs', () => {
    const written = writtenOut({ ...emptyConfiguration, preset: 'production-scripts' })
    expect(Object.keys(written.merging).toSorted()).toEqual([
      'block_weight',
      'merge_order',
      'min_cluster_size',
      'reassign',
    ])
    expect(written.internal).toEqual({ min_clusters: 3, min_model_cluster_size: 20 })
  })
})

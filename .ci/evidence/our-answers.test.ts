import { expect, test } from 'vitest'
import * as definitions from '../../src/assets/definitions'
import * as guessRole from '../../src/assets/guess-role'
import * as configuration from '../../src/config/configuration'
import * as digest from '../../src/files/digest'
import * as inspect from '../../src/files/inspect'
import * as adjustedRandIndex from '../../src/math/adjusted-rand-index'
import * as exp from '../../src/math/elementary/exp'
import * as log from '../../src/math/elementary/log'
import * as sinCos from '../../src/math/elementary/sin-cos'
import * as random from '../../src/math/random'
import * as address from '../../src/runs/address'
import * as memoryCache from '../../src/runs/cache/memory-cache'
import * as memoryRunStore from '../../src/runs/cache/memory-run-store'
import * as computeAsset from '../../src/runs/compute-asset'
import * as materialize from '../../src/runs/materialize'
import { chanceOf } from './evidence-code.mjs'
import { makeChain } from './made-chain.mjs'
import { ourAnswers } from './our-answers.mjs'

const read = { definitions, guessRole, configuration, digest, inspect }
const runs = { address, memoryCache, memoryRunStore, computeAsset, materialize }
const code = { ...read, ...runs, adjustedRandIndex, exp, log, sinCos, random }

test.each(['shares', 'market'] as const)(
  'a chain of %s is answered in every preparation, by every rule, and with its true k',
  async (kind) => {
    const chain = makeChain(chanceOf(code), { kind, number: 0, mostStores: 150 })
    const answers = await ourAnswers(code, chain, 1)
    expect(answers.map(({ preparation, rule }) => `${preparation}: ${rule}`)).toEqual([
      'python package: silhouette',
      'python package: combined',
      'production: silhouette',
      'production: combined',
      'recommended: silhouette',
      'recommended: combined',
      'recommended: true k',
      'clr or power: silhouette',
      'clr or power: combined',
      'clr or power: true k',
    ])
    const known = answers.filter(({ rule }) => rule === 'true k')
    expect(known.every(({ k }) => k === chain.nGroups)).toBe(true)
    expect(known.every(({ ari }) => ari > 0.5 && ari <= 1)).toBe(true)
  },
)

/**
 * A way to prepare the stores, by the settings of our pipeline; `with_sklearn.py` has the same ones
 * under the same names. What is not set is as recommended, the isolation forest of 5 % for one.
 * @typedef {object} Preparation
 * @property {string} name
 * @property {Readonly<Record<import('./made-chain.mjs').Kind, Readonly<Record<string, unknown>>>>} settings
 * @property {boolean} withTrueK
 */

/** @param {Readonly<Record<string, unknown>>} settings */
const forBoth = (settings) => ({ shares: settings, market: settings })
const bare = { transform: 'none', min_association: null }

/** @type {readonly Preparation[]} */
export const preparations = [
  {
    name: 'python package',
    settings: forBoth({ ...bare, norm_method: 'robust', pca_components: 0.8 }),
    withTrueK: false,
  },
  { name: 'production', settings: forBoth(bare), withTrueK: false },
  { name: 'recommended', settings: forBoth({}), withTrueK: true },
  {
    name: 'clr or power',
    settings: {
      shares: { transform: 'clr', normalize: false },
      market: { transform: 'none', norm_method: 'power' },
    },
    withTrueK: true,
  },
]

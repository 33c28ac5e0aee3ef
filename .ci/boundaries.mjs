import { pathToFileURL } from 'node:url'
import { cruise } from 'dependency-cruiser'
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config'
import configuration from '../.dependency-cruiser.cjs'
import { filesUnder } from './files-under.mjs'

/** @typedef {{ readonly rule: string, readonly from: string, readonly text: string }} Violation */

/**
 * Holds the arrows. The count of modules is asserted: a cruise that sees nothing finds nothing
 * wrong (it did, when its compiler was missing).
 * @param {string} root the folder that holds `src`
 * @returns {Promise<{ readonly nModules: number, readonly nFiles: number,
 *   readonly violations: readonly Violation[] }>}
 */
export async function checkBoundaries(root) {
  const { forbidden = [], options = {} } = configuration
  const ruleSet = /** @type {import('dependency-cruiser').IFlattenedRuleSet} */ ({ forbidden })
  const { output } = await cruise(
    ['src'],
    { ...options, baseDir: root, validate: true, ruleSet },
    undefined,
    { tsConfig: extractTSConfig('tsconfig.base.json') },
  )
  if (typeof output === 'string') throw new Error('dependency-cruiser gave text instead of data')
  return {
    nModules: output.modules.filter(({ source }) => isOurs(source)).length,
    nFiles: filesUnder(root, 'src').filter(isOurs).length,
    violations: output.summary.violations.map(({ rule, from, to, cycle }) => ({
      rule: rule.name,
      from,
      text: [from, ...(cycle?.map(({ name }) => name) ?? [to])].join(' -> '),
    })),
  }
}

/**
 * What is compiled to WebAssembly imports nothing but itself, and is no TypeScript to the cruiser.
 * @param {string} path
 */
function isOurs(path) {
  return /^src\/(?!files\/kernel\/wasm\/).+\.tsx?$/.test(path)
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { nModules, nFiles, violations } = await checkBoundaries(process.cwd())
  const comments = new Map(configuration.forbidden?.map(({ name, comment }) => [name, comment]))
  for (const { rule, text } of violations)
    console.error(`${rule}: ${text}\n  ${comments.get(rule)}`)
  if (nModules < nFiles) console.error(`Only ${nModules} of ${nFiles} files of src were seen.`)
  console.log(`${nModules} modules, ${violations.length} violations`)
  process.exitCode = violations.length === 0 && nModules >= nFiles ? 0 : 1
}

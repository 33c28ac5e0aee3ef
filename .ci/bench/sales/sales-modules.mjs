import { builtModules } from '../../built-modules.mjs'

const paths = {
  definitions: 'assets/definitions',
  fileBlob: 'cli/file-blob',
  guessRole: 'assets/guess-role',
  inspect: 'files/inspect',
  nodePorts: 'cli/node-ports',
  openSource: 'runs/open-source',
}

/**
 * Addresses of the modules of the engine that sum sales; they are built where the sources are newer.
 * @returns {Promise<ReadonlyMap<string, string>>}
 */
export function salesModules() {
  return builtModules({
    name: 'bench-sales',
    paths,
    listedIn: '.ci/bench/sales/sales-modules.mjs',
  })
}

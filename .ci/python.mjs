import { spawnSync } from 'node:child_process'

/** What to do where there is none. */
export const howToGetSklearn = 'On Debian: apt-get install python3-sklearn; else set PYTHON.'

/** @returns {string | undefined} the first Python that has scikit-learn */
export function findSklearnPython() {
  const pythons = [process.env['PYTHON'] ?? 'python3', '/usr/bin/python3', 'python']
  return pythons.find(
    (python) => spawnSync(python, ['-c', 'import sklearn'], { stdio: 'ignore' }).status === 0,
  )
}

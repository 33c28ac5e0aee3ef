import { readFile } from 'node:fs/promises'
import type { ClusteringModel } from '../assets/model-training/train-clustering-models/spec'
import { readWritten } from '../assets/read-written'
import { internal } from '../assets/specs'
import { InputError } from './input-error'

const hint =
  'Write one with export --out DIR --asset internal_train_clustering_models[PARTITION] --file model.json.'

/**
 * A model that `export --asset` wrote.
 * @throws {InputError} where the file cannot be read, is no JSON, or holds anything else
 */
export async function readModel(path: string): Promise<ClusteringModel> {
  const text = await readFile(path, 'utf8').catch((error: Error) => {
    const message = `${path} cannot be read: ${error.message}`
    throw new InputError([
      { code: 'unreadable_file', message, path, hint: 'Check the path and that you may read it.' },
    ])
  })
  const written = readWritten<ClusteringModel>(internal.model.value, jsonOf(text, path))
  if (written.ok) return written.value
  const { place, reason } = written
  throw notAModel(path, `${path} is not a model of this version: at ${place}, ${reason}.`)
}

function jsonOf(text: string, path: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw notAModel(path, `${path} is not JSON: ${reason}.`)
  }
}

function notAModel(path: string, message: string): InputError {
  return new InputError([{ code: 'not_a_model', message, path, hint }])
}

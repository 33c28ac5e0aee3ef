import { integer, nullable } from './schema'

/**
 * Parameters of a run that no asset reads: they decide what the run says, never what it makes, and
 * so are part of no data version.
 */
export const runParams = {
  max_input_age: nullable(
    integer({
      label: 'Warn about old files, after days',
      help: 'Warns where a file was last changed more than this many days before the run. It changes no result.',
      default: 30,
      min: 1,
      max: 36_500,
    }),
    null,
  ),
} as const

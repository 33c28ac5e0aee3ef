import { readableEndings } from '../../state/watch/readable-names'

/** What the file chooser offers first; the content decides, not the name. */
export const acceptedFiles = [
  ...readableEndings,
  'text/csv',
  'text/tab-separated-values',
  'text/plain',
  'application/json',
  'application/gzip',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
].join(',')

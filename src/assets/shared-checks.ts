import { stopping, warning } from './check-spec'

/** Checks of several assets: where the name is the same, so is what it says. */

export const rowsConserved = stopping({
  name: 'rows_conserved',
  description: 'Every row of the file is used, or left out for a counted reason.',
  next: 'Do not use this result: rows were lost while the file was read. Read it again, and keep the run bundle for a report.',
})

export const storesConserved = stopping({
  name: 'stores_conserved',
  description: 'Every store that came in is still here once, or listed as left out.',
  next: 'Do not use this result: a store was lost or doubled. Run again without the cache, and keep the run bundle for a report.',
})

export const moneyConserved = stopping({
  name: 'money_conserved',
  description: 'The amounts that came in go out, or are listed as left out, to the cent.',
  next: 'Do not use these shares: sales were lost or doubled. Look for repeated products in the product map, then run again.',
})

export const keysUnique = stopping({
  name: 'keys_unique',
  description: 'Every key has one row.',
  next: 'Do not hand this table over: a key is in it twice. Remove the repeated rows from the file, then run again.',
})

export const storesIdentified = warning({
  name: 'stores_identified',
  description: 'Every row names its store.',
  next: 'Fill the empty store cells of the file, or choose another store column for it: columns.store.',
})

export const oneRowPerStore = warning({
  name: 'one_row_per_store',
  description: 'No store has several rows in a file that should hold one row per store.',
  next: 'Look at the repeated stores in the file: keep the right row, or see that duplicate_stores combines them as meant.',
})

export const idsWrittenAlike = warning({
  name: 'ids_written_alike',
  description: 'No rule would match more ids between the files than were matched.',
  next: 'Look at the pairs that are named here: if they are the same stores, set id_match to a rule that matches more of them.',
})

export const idsToldApart = warning({
  name: 'ids_told_apart',
  description: 'The rules of id_match never make two ids of one file the same.',
  next: 'See which of the ids that are named here is right, mend it in the file, or choose fewer rules in id_match: until then they match only where they are equal.',
})

export const cellsReadable = warning({
  name: 'cells_readable',
  description: 'Every cell of a column of numbers is a number, or says that it is missing.',
  next: 'Mend the cells that are named here in the file, or fix the number format, the type or the null tokens of the file: until then they count as missing.',
})

export const statesKnown = warning({
  name: 'states_known',
  description: 'Every state that is named to be kept is in the file.',
  next: 'Write states as the file writes them; a file without a column of states keeps all of its stores.',
})

export const matrixFinite = stopping({
  name: 'matrix_finite',
  description: 'No cell is missing or infinite.',
  next: 'Choose another transform or norm_method, or leave the named feature out with ignore_features.',
})

export const noDominatingCluster = warning({
  name: 'no_dominating_cluster',
  description: 'No cluster holds more than nine stores in ten.',
  next: 'See what the largest cluster has in common; try a larger k, another transform, or fewer features that hardly differ.',
})

export const overridesHold = warning({
  name: 'overrides_hold',
  description:
    'Every override names stores and clusters that are here, and none contradicts another.',
  next: 'Read what came of the override that is named here, then revoke it or decide again.',
})

export const overridesMatter = warning({
  name: 'overrides_matter',
  description: 'Every override that parts, joins or leaves out stores changes something.',
  next: 'Revoke the overrides that change nothing, unless they are meant to hold in later runs.',
})

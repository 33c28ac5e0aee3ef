import fc from 'fast-check'

// That a change was noticed is all that is asked: no smaller example of it is looked for.
fc.configureGlobal({ endOnFailure: true })

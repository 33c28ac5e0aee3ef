/** A context whose words nobody hears. */
export const silent = { report: () => {}, log: () => {} } as const

/** The reason that is listed for a store that an override leaves out. */
export const excludedByOverride = 'excluded by override'

declare module 'react' {
  interface CSSProperties {
    // Custom properties carry a mark's colour into the style sheets.
    [name: `--${string}`]: string | number | undefined
  }
}

/** Joins class names; what is not a text is left out. */
export function classNames(...names: readonly (string | false | null | undefined)[]): string {
  return names.filter((name) => typeof name === 'string' && name !== '').join(' ')
}

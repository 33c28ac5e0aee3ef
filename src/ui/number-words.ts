const words = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']

/** A small count as it stands in a sentence: `three`; from 11 on in figures. */
export function inWords(n: number): string {
  return words[n] ?? String(n)
}

import type { NumberCase, NumberCases } from './number-cases'

const opening = `# What cells are read as numbers

There is one number parser (\`parse-number.ts\`). The decimal sign and the group signs of a column are
decided once, from all of its cells: the sign that reads cells which the other cannot. Where every
cell can be read with both (\`1.234\` and nothing else), the other columns of the file decide; where
they do not agree or say nothing, \`.\` is the decimal sign, or \`,\` if the column has cells such as
\`1,234\` and the file is parted by semicolons. A note says so each time, and a format can be fixed
by hand for a column or for the file.

A refused cell is missing, counted, and shown with its line. A column with more than one refused cell
in ten is text. So is a column with one cell such as \`00123\`, or with a whole number beyond 2^53: a
number would not give them back. What is dropped (currency, percent, parentheses) is counted in a note.

This page is made from \`testing/number-cases.ts\`, which the tests read:
\`UPDATE_NUMBERS=1 npx vitest run src/table/parse-number.test.ts\` writes it anew. A sign that cannot
be seen is written as its code point, such as \`{U+00A0}\`.
`

/** The published table of cases, as Markdown. */
export function numbersPage(sections: readonly NumberCases[]): string {
  return [opening, ...sections.map(sectionText)].join('\n')
}

function sectionText({ title, cases }: NumberCases): string {
  const sign = cases[0]?.decimal ?? '.'
  const rows = cases.map((each) => `| ${shown(each)} | ${valueText(each)} | ${each.why} |`)
  const head = `| cell, decimal sign \`${sign}\` | is read as | why |\n| --- | --- | --- |`
  return `## ${title}\n\n${head}\n${rows.join('\n')}\n`
}

function valueText({ value }: NumberCase): string {
  return value === null ? 'refused' : String(value)
}

function shown({ text }: NumberCase): string {
  if (text === '') return '(empty)'
  const visible = text.replace(/[^\S ]|[\u200b-\u200f\u2060]|^ | $/g, codePoint)
  return `\`${visible}\``
}

function codePoint(sign: string): string {
  return `{U+${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}}`
}

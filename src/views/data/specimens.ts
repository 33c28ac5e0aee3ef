/** What a file of each kind may look like: shown on the first page, no data of anyone. */
export type Specimen = {
  readonly name: string
  readonly need: string
  readonly what: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

export const specimens: readonly Specimen[] = [
  {
    name: 'Sales',
    need: 'Needed',
    what: 'What each store sold',
    head: ['STORE_NBR', 'SKU_NBR', 'SALES'],
    rows: [
      ['00123', '40051178', '18.40'],
      ['00123', '40051192', '6.25'],
      ['00124', '40051178', '31.10'],
    ],
  },
  {
    name: 'Product map',
    need: 'Needed',
    what: 'Need state per product',
    head: ['SKU_NBR', 'NEED_STATE'],
    rows: [
      ['40051178', 'SHARING CHIPS'],
      ['40051192', 'NUTS & SEEDS'],
      ['40051207', 'POPCORN'],
    ],
  },
  {
    name: 'Market data',
    need: 'Any number',
    what: 'What surrounds each store',
    head: ['store_id', 'urban', 'income'],
    rows: [
      ['00123', '78', '88,400'],
      ['00124', '24', '57,900'],
      ['00125', '98', '84,100'],
    ],
  },
]

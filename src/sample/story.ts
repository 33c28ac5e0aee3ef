/** What the made-up chain is about, as data: kinds of place, what sells there, what surrounds them. */

export const places = ['city', 'suburb', 'town', 'campus'] as const
export type Place = (typeof places)[number]

/** Stores of each kind, in the order of `places`. */
export const placeCounts: readonly number[] = [96, 92, 68, 44]

/** A product category: shares of sales per need state, in percent, for each group of stores. */
export type CategoryStory = {
  readonly name: string
  /** Average yearly sales of a store. */
  readonly volume: number
  readonly firstProduct: number
  readonly needStates: readonly string[]
  readonly groups: Readonly<Record<string, readonly number[]>>
  /** Which group a kind of place buys like; `station` is a city store beside one. */
  readonly groupOf: Readonly<Record<Place | 'station', string>>
}

export const categories: readonly CategoryStory[] = [
  {
    name: 'Snacks',
    volume: 82_000,
    firstProduct: 110_100,
    needStates: [
      'SINGLE SERVE',
      'PARTY SHARING',
      'LUNCHBOX MULTIPACKS',
      'BETTER FOR YOU',
      'SWEET TREATS',
      'MEAT SNACKS',
      'LATE NIGHT',
    ],
    groups: {
      onTheGo: [30, 8, 6, 22, 12, 10, 12],
      family: [8, 22, 28, 12, 16, 8, 6],
      hearty: [12, 26, 10, 5, 17, 24, 6],
      lateNight: [14, 20, 3, 7, 14, 5, 37],
    },
    groupOf: {
      city: 'onTheGo',
      station: 'onTheGo',
      suburb: 'family',
      town: 'hearty',
      campus: 'lateNight',
    },
  },
  {
    name: 'Beverages',
    volume: 108_000,
    firstProduct: 120_100,
    needStates: [
      'COFFEE TO GO',
      'ENERGY',
      'BULK WATER',
      'SODA MULTIPACKS',
      'JUICE FOR KIDS',
      'SPARKLING',
      'SPORTS',
    ],
    groups: {
      pickMeUp: [27, 20, 9, 8, 4, 22, 10],
      stockUp: [9, 6, 24, 19, 22, 8, 12],
      soda: [12, 13, 14, 38, 9, 4, 10],
    },
    groupOf: {
      city: 'pickMeUp',
      station: 'pickMeUp',
      suburb: 'stockUp',
      town: 'soda',
      campus: 'pickMeUp',
    },
  },
  {
    name: 'Health',
    volume: 61_000,
    firstProduct: 130_100,
    needStates: [
      'COLD AND FLU',
      'PAIN RELIEF',
      'VITAMINS',
      'BABY CARE',
      'FIRST AID',
      'DIGESTION',
      'SLEEP AID',
    ],
    groups: {
      wellness: [10, 18, 36, 4, 7, 10, 15],
      youngFamily: [16, 11, 14, 34, 12, 9, 4],
      household: [18, 28, 7, 10, 18, 16, 3],
      student: [24, 26, 12, 1, 13, 5, 19],
    },
    groupOf: {
      city: 'wellness',
      station: 'wellness',
      suburb: 'youngFamily',
      town: 'household',
      campus: 'student',
    },
  },
  {
    name: 'Beauty',
    volume: 46_000,
    firstProduct: 140_100,
    needStates: [
      'COLOR COSMETICS',
      'SKIN CARE',
      'HAIR CARE',
      'MENS GROOMING',
      'FRAGRANCE',
      'TRAVEL SIZES',
      'NAILS',
    ],
    groups: {
      premium: [13, 36, 9, 7, 24, 7, 4],
      express: [12, 14, 12, 20, 4, 33, 5],
      familyCare: [13, 19, 34, 15, 5, 5, 9],
      classic: [25, 9, 18, 12, 5, 3, 28],
      experiment: [46, 14, 6, 3, 14, 11, 6],
    },
    groupOf: {
      city: 'premium',
      station: 'express',
      suburb: 'familyCare',
      town: 'classic',
      campus: 'experiment',
    },
  },
]

/** A market column: mean per kind of place, in the order of `places`, and its spread. */
export type MarketColumn = {
  readonly name: string
  readonly means: readonly [city: number, suburb: number, town: number, campus: number]
  /** Standard deviation within a kind of place, as a share of the mean. */
  readonly spread: number
  readonly decimals: number
}

export const demographics: readonly MarketColumn[] = [
  { name: 'population_1mi', means: [31_000, 9_400, 2_600, 17_500], spread: 0.24, decimals: 0 },
  { name: 'median_income', means: [71_000, 84_000, 49_000, 38_000], spread: 0.1, decimals: 0 },
  { name: 'median_age', means: [35, 40, 45, 25], spread: 0.06, decimals: 1 },
  { name: 'children_share', means: [13, 31, 22, 8], spread: 0.13, decimals: 1 },
  { name: 'commuter_share', means: [46, 21, 8, 17], spread: 0.16, decimals: 1 },
  { name: 'student_share', means: [11, 6, 4, 47], spread: 0.18, decimals: 1 },
  { name: 'homes_owned_share', means: [31, 74, 68, 19], spread: 0.1, decimals: 1 },
]

export const footTraffic: readonly MarketColumn[] = [
  { name: 'weekday_visits', means: [2_150, 940, 520, 1_380], spread: 0.18, decimals: 0 },
  { name: 'weekend_share', means: [21, 39, 33, 24], spread: 0.1, decimals: 1 },
  { name: 'morning_share', means: [36, 22, 27, 12], spread: 0.13, decimals: 1 },
  { name: 'evening_share', means: [27, 24, 18, 45], spread: 0.12, decimals: 1 },
  { name: 'dwell_minutes', means: [7, 19, 15, 11], spread: 0.14, decimals: 1 },
  { name: 'competitors_1mi', means: [11, 5, 1.6, 6], spread: 0.25, decimals: 0 },
]

/** The usual site of a store in each kind of place. */
export const sites: Readonly<Record<Place, string>> = {
  city: 'street',
  suburb: 'strip mall',
  town: 'stand-alone',
  campus: 'street',
}

/** Middle of a city, in degrees, around which its stores, suburbs and campuses lie. */
export const cities: readonly { readonly name: string; readonly at: readonly [number, number] }[] =
  [
    { name: 'Harbor City', at: [41.9, -87.7] },
    { name: 'Millbrook', at: [39.1, -94.6] },
    { name: 'Fairview', at: [44.9, -93.2] },
    { name: 'Ashford', at: [39.9, -83.0] },
  ]

export const streets: Readonly<Record<Place, readonly string[]>> = {
  city: ['Station', 'Market Street', 'Exchange', 'Union Square', 'Riverfront', 'Old Post Office'],
  suburb: ['Oakdale', 'Maple Grove', 'Willow Creek', 'Cedar Park', 'Meadow Hills', 'Birchwood'],
  town: ['Main Street', 'County Road', 'Mill Lane', 'Depot', 'Courthouse', 'Grain Row'],
  campus: [
    'College Avenue',
    'Library Walk',
    'University Gate',
    'Stadium',
    'North Quad',
    'Dorm Row',
  ],
}

/**
 * Tests that compute for long: the counting of lines makes their loops up to three times as slow, so it is done
 * without them, and `check:long` runs them.
 */
export const longTests = [
  'src/assets/known-groups.test.ts',
  'src/assets/model-training/classic-scores.test.ts',
  'src/assets/model-training/every-algorithm.test.ts',
  'src/assets/model-training/predict.test.ts',
  'src/files/fuzz.test.ts',
  'src/files/kernel/tally-bytes.test.ts',
  'src/math/best-known.test.ts',
]

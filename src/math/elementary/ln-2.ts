/** log(2) in two parts: multiples of the first up to 2^20 are exact, the second is the rest. */
export const ln2High = 0.6931471803691238
export const ln2Low = 1.9082149292705877e-10

export { chunk, digits, ends, forms, lines, notFirst, repeats, slots, starts } from './memory'
export { readDigits } from './read-digits'
export { nLines, nRows, setLayout, setOrdinary, splitRows, taken } from './split-rows'

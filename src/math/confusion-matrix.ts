/**
 * How often each class was taken for each other one: nClasses x nClasses counts, row-major, rows are
 * the true classes, columns the predicted ones (scikit-learn `confusion_matrix`). Rows of which
 * either label is -1 are not counted.
 * @throws RangeError when the labels differ in number or one is not under `nClasses`
 */
export function confusionMatrix(
  actual: Int32Array,
  predicted: Int32Array,
  nClasses: number,
): Int32Array {
  if (actual.length !== predicted.length)
    throw new RangeError(`${actual.length} labels cannot be laid over ${predicted.length}.`)
  const counts = new Int32Array(nClasses * nClasses)
  for (let row = 0; row < actual.length; row++) {
    const [a, b] = [actual[row], predicted[row]]
    if (a === -1 || b === -1) continue
    if (a >= nClasses || b >= nClasses)
      throw new RangeError(`Row ${row} has a class that is not under ${nClasses}.`)
    counts[a * nClasses + b] += 1
  }
  return counts
}

/**
 * The number that an option of a command was given as a text.
 * @param {string} name of the option, for the error
 * @param {string} text
 * @param {number} least
 * @returns {number}
 * @throws {Error} saying what was asked for
 */
export function wholeNumber(name, text, least) {
  const number = Number(text)
  if (Number.isSafeInteger(number) && number >= least) return number
  throw new Error(`${name} needs a whole number from ${least} on, not "${text}".`)
}

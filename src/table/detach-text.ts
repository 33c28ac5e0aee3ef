/**
 * A copy that shares no memory with the block of text it was cut from: engines keep the whole block
 * alive for a long enough slice of it, so one rare cell a block would keep the whole file.
 */
export function detachText(text: string): string {
  return text.length < 13 ? text : ` ${text}`.slice(1)
}

/**
 * Ties go to the earlier: what reads as Shift_JIS or as Hangul mostly reads as GBK too (as rare
 * ideographs), and hardly ever the other way round.
 */
const eastAsian = ['shift_jis', 'euc-kr', 'gbk'] as const

/**
 * A code page for bytes that are not UTF-8: an East Asian one where it reads every byte and nearly
 * all it reads is everyday script, else windows-1252. Shown to the user, who can change it.
 */
export function guessLegacyEncoding(bytes: Uint8Array): string {
  if (looksWestern(bytes)) return 'windows-1252'
  const scores = eastAsian.map((encoding) => ({ encoding, share: everydayShare(bytes, encoding) }))
  const best = scores.reduce((a, b) => (b.share > a.share ? b : a))
  return best.share > 0.8 ? best.encoding : 'windows-1252'
}

/** Accented letters stand alone between ASCII ones; East Asian characters come as runs of bytes. */
function looksWestern(bytes: Uint8Array): boolean {
  let nHigh = 0
  let nAlone = 0
  for (let i = 0; i < bytes.length; i++) {
    if (bytes[i] < 0x80) continue
    nHigh++
    if (!(bytes[i - 1] >= 0x80) && !(bytes[i + 1] >= 0x80)) nAlone++
  }
  return nAlone > 0.5 * nHigh
}

/** The share of kana and ideographs, or Hangul, among the characters beyond ASCII. */
function everydayShare(bytes: Uint8Array, encoding: string): number {
  let text: string
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true })
  } catch {
    return 0
  }
  const script = encoding === 'euc-kr' ? hangul : kanaAndIdeographs
  const nBeyondAscii = text.match(/\P{ASCII}/gu)?.length ?? 0
  return nBeyondAscii === 0 ? 0 : (text.match(script)?.length ?? 0) / nBeyondAscii
}

const hangul = /[\uac00-\ud7a3]/g
/** Half-width kana are left out: they are what Chinese bytes become in Shift_JIS. */
const kanaAndIdeographs = /[\u3000-\u30ff\u4e00-\u9fff\uff00-\uff5e]/g

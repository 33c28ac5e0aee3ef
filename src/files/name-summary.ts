/** What the first text of a row says that the row is: a total, another measure of the rows, or null. */
export function nameSummary(text: string): 'total' | 'measure' | null {
  if (text.length > maxLength) return null
  const name = text
    .trim()
    .replace(/\s*:$/, '')
    .replace(/[\s_-]+/g, ' ')
    .toLowerCase()
  if (totals.has(name)) return 'total'
  return measures.has(name) ? 'measure' : null
}

const maxLength = 40

/** Of spreadsheet programs and reports, in the languages of their users. */
const totals = new Set(
  (
    'total|totals|grand total|grand totals|sum|sum total|overall|overall total|subtotal|sub total|' +
    'report total|net total|final total|page total|company total|chain total|group total|' +
    'store total|stores total|sales total|total all|total overall|total sum|total company|' +
    'total chain|total store|total stores|total all stores|total report|total sales|all stores|' +
    'all shops|summe|gesamt|gesamtsumme|gesamtergebnis|teilergebnis|zwischensumme|endsumme|' +
    'gesamtwert|insgesamt|summe gesamt|gesamt summe|alle filialen|filialen gesamt|' +
    'totaal|eindtotaal|algemeen totaal|totaal generaal|subtotaal|' +
    'totale|totale generale|totale complessivo|somma|subtotale|' +
    'total général|total general|sous total|somme|ensemble|' +
    'suma|suma total|total acumulado|total geral|soma|soma total|subtotal geral|' +
    'suma końcowa|suma ogółem|suma całkowita|razem|ogółem|łącznie|celkem|celkový součet|součet|' +
    'spolu|összesen|végösszeg|ukupno|skupaj|toplam|genel toplam|' +
    'totalt|totalsumma|totalsum|i alt|hovedtotal|sammanlagt|yhteensä|loppusumma|kokonaissumma|' +
    'итого|всего|общий итог|всього|разом|загальний підсумок|σύνολο|γενικό άθροισμα|' +
    '合計|総計|総合計|小計|总计|总和|合计|小计|總計|合計額|합계|총합계|총계'
  ).split('|'),
)

/** They mean something beside a total only: a store may well be called Max. */
const measures = new Set(
  (
    'average|averages|avg|mean|median|count|number|n|min|minimum|max|maximum|std|stdev|std dev|' +
    'standard deviation|variance|' +
    'mittelwert|durchschnitt|mittel|anzahl|standardabweichung|' +
    'moyenne|médiane|nombre|écart type|media|mediana|promedio|média|contagem|cuenta|conteggio|' +
    'gemiddelde|aantal|średnia|liczba|průměr|počet|medelvärde|medel|antal|gennemsnit|' +
    'среднее|количество|平均|件数|平均值|计数|평균|개수'
  ).split('|'),
)

/** Words of column names, lower case, accents folded. Those of four letters and more end words too. */
type Words = ReadonlySet<string>

const words = (text: string): Words => new Set(text.trim().split(/\s+/))

/** What was sold, in money. */
export const salesOfMoney: Words = words(`
  sales sale sls revenue revenues rev turnover nsv gsv rsv
  umsatz umsatze umsaetze erlos erlose erloes verkauf verkaufe verkaeufe
  ventes vente chiffre ventas venta facturacion ingresos vendas faturamento receita
  vendite fatturato ricavi incasso omzet verkoop verkopen sprzedaz obrot obroty przychod
  omsattning forsaljning omsetning omsaetning 売上 売上高 销售额 매출
`)

/** An amount of money, of whatever. */
export const money: Words = words(`
  amount amt dollars dollar dlrs usd eur euro euros gbp chf pln $ € £ ¥
  value val spend spent money proceeds betrag wert montant valeur importe valor importo valore
  bedrag waarde kwota wartosc 金額 金额
`)

/** Says money where nothing else is said. */
export const wholes: Words = words(`
  total ttl tot net gross ext extended netto brutto gesamt summe sum totaal suma totale
`)

/** What was sold, in pieces. */
export const pieces: Words = words(`
  units unit qty quantity quantities volume vol sold pieces pcs items count cnt
  menge stuck stueck absatz anzahl quantite quantites cantidad unidades quantidade
  quantita pezzi aantal stuks ilosc sztuki 数量
`)

/** Numbers of sales that are not what was sold: taken only where nothing else is left. */
export const besides: Words = words(`
  cost costs cogs kosten cout couts coste costo koszt
  discount discounts disc rabatt remise descuento sconto korting rabat markdown
  tax taxes vat mwst steuer tva iva btw gst
  margin marge margen margine profit gewinn gp
  weight gewicht poids peso
  pct percent percentage prozent % share anteil rate ratio index rank score
  avg average mean median std durchschnitt
  budget plan target forecast fcst ziel soll
  return returns refund refunds retouren
  stock inventory bestand onhand
  size area sqft sqm distance temperature age
  growth change diff delta variance yoy shipping freight fee
`)

/** Never what was sold, wherever the word stands. */
export const neverValue: Words = words(`
  price prices mrp msrp rrp asp preis prix precio prezzo prijs cena preco
  lat lon lng latitude longitude
  zip zipcode postal postcode plz postleitzahl
  id ids sku upc ean gtin fips geoid phone
`)

/** Never what was sold, as the last word: a code, or who, where and how it was sold. */
export const neverLast: Words = words(`
  nbr nr no num number nummer numero code cd key row line seq flag
  type class channel method status person rep clerk employee staff org region district
  customer invoice ticket order transaction
`)

export const times: Words = words(`
  week weeks wk month mth year yr quarter qtr period day days date dt hour time timestamp
  woche kw monat jahr quartal tag datum semaine mois annee trimestre jour
  fecha semana mes ano dia settimana mese anno giorno maand jaar dag tydzien miesiac rok
`)

/** Of two columns that are named alike, this year's before one of no year before last year's. */
export const thisYear: Words = words('ty cy current this')
export const lastYear: Words = words('ly py last prior previous ya vj vorjahr')

/** Several words that mean one, in the order in which they are replaced. */
export const phrases: readonly (readonly [RegExp, string])[] = [
  [/ to date /g, ' ytd '],
  [/ (this|current) (year|yr) /g, ' ty '],
  [/ (last|prior|previous) (year|yr) /g, ' ly '],
  [/ (year|yr) ago /g, ' ly '],
  [/ n 1 /g, ' ly '],
  [
    / (excl|ex|excluding|incl|inc|including|with|without|before|after|no|ohne|inkl|exkl|hors) (tax|taxes|vat|gst|mwst|ust|tva|iva|btw|discount|discounts|returns) /g,
    ' ',
  ],
  [/ (per|pro|par|por) \S+ /g, ' '],
  [/ unit (retail|cost|value|amount|amt) /g, ' price '],
  // What a line costs in all, not one piece.
  [/ (ext|extended|total|line) price /g, ' amount '],
]

/** Whole names without their year; squashed. One that is no more than this is the plainest. */
export const plainNames: readonly RegExp[] = [
  /^(total|ttl|net|gross)?(sales|sls|revenue|turnover)(amount|amt|value|dollars|usd|eur)?$/,
  /^(total|net|gross|ext|extended)?(amount|amt|value|spend)$/,
  /^(total|net|gross)?(units|quantity|qty|volume)(sold)?$/,
]

const idEnding = '(id|ids|nbr|no|num|number|code|key|cd)?'

/** `Code magasin`, `Número de tienda`, `Filial-Nr.`, `Artikelnummer`: accents are folded before. */
const idBefore =
  '((id|n|nr|no|num|numero|numer|nummer|cod|code|codice|codigo|kod)(de|del|du|da|do|di|la|le)*)?'
const idAfter = '(id|nr|no|num|numero|numer|nummer|cod|code|codice|codigo|kod|key|kennung)?'
const nameAfter =
  '(id|nr|nummer|name|bezeichnung|code|kod|codigo|codice|nom|nombre|nome|naam|nazwa)?'

const idCalled = (stems: string) => new RegExp(`^${idBefore}(${stems})${idAfter}$`)
const called = (stems: string) => new RegExp(`^${idBefore}(${stems})${nameAfter}$`)

/**
 * Column names by what they mean, compared without case, accents, spaces and signs. The first list
 * that has a match wins: the earlier a pattern, the surer.
 */
export const storeNames: readonly RegExp[] = [
  new RegExp(`^(store|shop)${idEnding}$`),
  new RegExp(`^(outlet|branch|site|location)${idEnding}$`),
  new RegExp(`^(retailer|dealer|pharmacy|restaurant)${idEnding}$`),
  idCalled('filial|filiale|filialen|filiaal|markt|laden|geschaft|geschaeft|verkaufsstelle'),
  idCalled('magasin|boutique|pointdevente|pdv|succursale'),
  idCalled('tienda|sucursal|puntodeventa|establecimiento|loja'),
  idCalled('winkel|vestiging|negozio|puntovendita|sklep|sklepu|placówka|placowka|placowki|oddział'),
  idCalled('standort|butik|butikk'),
]

export const productNames: readonly RegExp[] = [
  new RegExp(`^(sku|product|prod|item|upc|ean|gtin|article|material)${idEnding}$`),
  /^art(nr|no|id|code)$/,
  idCalled('artikel|produkt|produit|produto|producto|prodotto|produktu'),
  idCalled('article|articulo|articolo|artigo|artykuł|artykułu|towar|towaru|referencia|reference'),
]

export const categoryNames: readonly RegExp[] = [
  /^(product)?(category|cat)(id|nbr|name|dsc|desc|description|code|key)?$/,
  /^(category|cat)(major|main|large|level1|l1|1)(name|dsc|desc|description)$/,
  /^(category|cat)(major|main|large|level1|l1|1)(id|nbr|cd|code|key)?$/,
  /^(department|dept|family|class|segment|brand)(id|nbr|name|dsc|desc|description|code|key)?$/,
  called('warengruppe|warengruppen|kategorie|hauptkategorie|hauptwarengruppe|produktkategorie'),
  called('categorie|categoria|kategoria|kategorii|kategori'),
  called('abteilung|sortiment|rayon|famille|familia|famiglia|departamento|reparto|afdeling|dział'),
]

export const groupNames: readonly RegExp[] = [
  /^needstates?(id|name|dsc|desc)?$/,
  /^(category|cat)(small|minor|level3|l3|3)(name|dsc|desc|description)$/,
  /^(productgroup|group|subcategory|subcat|segment)(id|name|dsc|desc)?$/,
  called('bedarf|bedarfsgruppe|kundenbedarf|besoin|besoinclient|necesidad|necessidade'),
  called('behoefte|bisogno|potrzeba'),
  called('produktgruppe|artikelgruppe|untergruppe|unterkategorie|unterwarengruppe|productgroep'),
  called(
    'souscategorie|sousfamille|subcategoria|subfamilia|subcategorie|sottocategoria|podkategoria',
  ),
]

/** Words of file or column names that speak of what surrounds a store. */
export const marketWords: ReadonlySet<string> = new Set([
  'external',
  'market',
  'demo',
  'demos',
  'demographic',
  'demographics',
  'storedemo',
  'census',
  'county',
  'placer',
  'placerai',
  'urbanicity',
  'urbancity',
  'cotenants',
  'tenant',
  'tenants',
  'competitor',
  'competitors',
  'competition',
  'comp',
  'foottraffic',
  'visitors',
  'visits',
  'dwell',
  'population',
  'pop',
  'household',
  'households',
  'income',
  'hhi',
  'poverty',
  'unemployment',
  'education',
  'educ',
  'ethnic',
  'latitude',
  'longitude',
  'lat',
  'lon',
  'lng',
  'drive',
  'parking',
  'address',
  'city',
  'zip',
  'einwohner',
  'bevolkerung',
  'bevoelkerung',
  'einkommen',
  'kaufkraft',
  'habitants',
  'habitantes',
])

/** Words that speak of what a store sells. */
export const salesWords: ReadonlySet<string> = new Set([
  'internal',
  'sales',
  'sold',
  'revenue',
  'turnover',
  'units',
  'spend',
  'basket',
  'customer',
  'items',
  'umsatz',
  'absatz',
  'ventes',
  'ventas',
  'omzet',
  'vendite',
  'fatturato',
  'sprzedaz',
  'vendas',
])

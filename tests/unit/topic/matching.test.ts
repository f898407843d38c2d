import { describe, expect, test } from 'vitest';
import { compileTopic } from '../../../src/topic/matcher.ts';
import { termsIn, topicOf } from '../../../src/topic/parse-lines.ts';
import { tokensIn, wordsOf } from '../../../src/topic/text-words.ts';

/** The terms found in a text; null where an excluded word stands there. */
function found(topic: string, text: string): string[] | null {
  const matcher = compileTopic(topicOf(termsIn(topic), null));
  const terms = matcher.find(wordsOf(tokensIn(text)), null);
  return terms && [...terms].map((term) => matcher.terms[term]?.text ?? '');
}

const forms: [language: string, forms: string][] = [
  ['en', 'invoice invoices invoiced invoicing'],
  ['en', 'photographer photographers photography'],
  ['ru', 'свадьба свадьбы свадьбе свадьбу свадьбой свадеб свадьбам'],
  ['ru', 'щенок щенка щенку щенки щенков'],
  ['ru', 'учёт учета учету'],
  ['uk', 'рахунок рахунка рахунки рахунків'],
  ['uk', 'зарплата зарплати зарплат зарплату'],
  ['uk', 'дорога дороги доріг'],
  ['de', 'Mittelwand Mittelwände Mittelwaende'],
  ['de', 'Königin Königinnen Koeniginnen'],
  ['fr', 'facture factures facturation'],
  ['fr', 'comptable comptables comptabilité'],
  ['es', 'factura facturas facturación facturacion'],
  ['es', 'contable contabilidad'],
  ['el', 'τιμολόγιο τιμολόγια τιμολογίου τιμολογίων ΤΙΜΟΛΟΓΙΟ'],
  ['el', 'γάμος γάμοι γάμου γάμων'],
  ['pl', 'faktura faktury fakturze faktur fakturę'],
  ['pl', 'podatek podatku podatki podatków'],
  ['pl', 'węgiel węgla węglem węgle'],
  ['pl', 'okno okna okien'],
  ['tr', 'fatura faturalar faturası faturanın faturayı FATURALARI'],
  ['tr', 'köpek köpekler köpeği kopegin'],
  ['tr', 'fabrika fabrikamız fabrikamızın fabrikalarımız'],
];

test.each(forms)('forms of one word in %s: %s', (language, words) => {
  const [term = '', ...others] = words.split(' ');
  for (const other of others) expect(found(`${language}: ${term}`, `… ${other} …`), other).toEqual([term]);
});

test.each([
  ['en: wedding', 'A Wednesday in town'],
  ['en: groom', 'Bridegroomed hedges'],
  ['de: Beute', 'Der Beutel hängt am Haken, die Ausbeute war gut'],
  ['de: Beleg', 'Das Belegschaftsfest'],
  ['pl: smycz', 'Smyczek do skrzypiec'],
  ['ru: касса', 'Кассета и кассетница'],
  ['tr: fırın', 'Bir fırça'],
  ['tr: kar', 'Karadeniz kıyısı'],
  ['pl: cukier', 'Cukinia z targu'],
])('look-alikes are none: %s in "%s"', (topic, text) => {
  expect(found(topic, text)).toEqual([]);
});

test.each([
  ['de: Varroa', 'Die Varroabehandlung im Herbst'],
  ['de: Beute', 'Unsere Bienenbeuten'],
  ['de: Hochzeit', 'Hochzeitsfotos ohne Eile'],
  ['de: "Honig schleudern"', 'Beim Honigschleudern im Hof'],
  ['de: Farbe', 'Farbtöpfe im Keller'],
])('compounds hold %s: %s', (topic, text) => {
  expect(found(topic, text)).toHaveLength(1);
});

describe('phrases', () => {
  test.each([
    ['en: "late invoice"', 'The late invoices of May', 1],
    ['en: late invoice', 'Late-invoice fees', 1],
    ['en: "late invoice"', 'Late again; invoice attached', 0],
    ['en: "late invoice"', 'The invoice came late', 0],
    ['en: "late invoice"', 'Late. Invoice attached', 0],
    ['ru: "первый танец"', 'После первого танца', 1],
    ['ru: "первый танец"', 'Танец был первым', 0],
    ['fr: "tour de potier"', 'Un tour de potier d’occasion', 1],
    ['fr: "tour de potier"', 'Un tour en barque, le potier', 0],
  ])('%s in "%s": %i', (topic, text, count) => {
    expect(found(topic, text)).toHaveLength(count);
  });
});

test.each([
  ['en: queen, "queen rearing"', 'Look #queenRearing', ['queen', 'queen rearing']],
  ['en: foundation wax', 'Look #foundationwax', ['foundation wax']],
  ['en: wedding, photographer', 'Look #weddingphotographer', ['wedding', 'photographer']],
  ['el: γάμος', 'Δείτε #Γαμος', ['γάμος']],
  ['en: kiln, "raku firing"', 'Read https://kiln.example/2026/raku-firing-41.html?ref=glaze', ['raku firing']],
  ['ru: свадьба', 'https://paper.example/%D1%81%D0%B2%D0%B0%D0%B4%D1%8C%D0%B1%D1%8B', ['свадьба']],
])('hashtags and addresses: %s in "%s"', (topic, text, terms) => {
  expect(found(topic, text)).toEqual(terms);
});

test.each([
  ['en: kiln, -toy', 'A toy kiln'],
  ['en: kiln, -cake-topper', 'Kiln-fired cake-toppers'],
  ['de: Glasur, -Kuchen', 'Glasur für Kuchen'],
])('an excluded word takes a text out: %s in "%s"', (topic, text) => {
  expect(found(topic, text)).toBe(null);
});

test('a query is found where its words of content stand in a text, in the idea of the shortest', () => {
  const written = ['wedding', 'wedding in the park', 'photographer for the wedding'].map((text) => ({
    text,
    language: 'en',
    isExcluded: false,
    isQuery: true,
  }));
  const matcher = compileTopic(topicOf(written, null));
  const terms = matcher.find(wordsOf(tokensIn('In this park, weddings are free')), null) ?? new Set();
  expect([...terms]).toEqual([0, 1]);
  expect(new Set([...terms].flatMap((term) => matcher.terms[term]?.ideas))).toEqual(new Set([0]));
  expect(matcher.ideasIn(null)).toBe(1);
});

describe('words of other scripts in the addresses of articles', () => {
  test.each([
    ['ru: налог', 'kak-uchest-nalogi-v-2026-godu'],
    ['ru: налоговый', 'nalogovyj-vychet'],
    ['ru: налоговый', 'nalogovyy-vychet.html'],
    ['ru: бухгалтерия', 'bukhgalterii'],
    ['ru: бухгалтерия', 'buhgalteriya'],
    ['ru: щенок', 'kormim-shchenka'],
    ['ru: щенок', 'schenki-i-ih-sny'],
    ['ru: пчела', 'pchelami'],
    ['ru: жюри', 'zhuri-i-uchastniki'],
    ['ru: юрист', 'jurist'],
    ['ru: юрист', 'yuristy'],
    ['ru: семья', 'v-seme'],
    ['ru: цех', 'v-tsehe'],
    ['uk: зарплата', 'zarplaty-na-seli'],
    ['uk: рахунок', 'rakhunky'],
    ['uk: город', 'horodu'],
    ['uk: підприємець', 'pidpryiemtsi'],
    ['el: τιμολόγιο', 'timologia'],
    ['el: τιμολόγιο', 'to-timologio-sas'],
    ['el: γάμος', 'gamou'],
    ['el: γάμος', 'gamoy'],
    ['el: μελίσσι', 'ta-melissia'],
    ['el: ευχή', 'efxes'],
    ['el: μπάντα', 'mpanta'],
    ['el: εξοχή', 'ekdromes-stin-eksoxi'],
  ])('%s in /%s', (topic, slug) => {
    expect(found(topic, `https://news.example/2026/${slug}/`)).toEqual([topic.slice(4)]);
  });

  test('phrases and exclusions are found there, too', () => {
    expect(found('ru: "налоговый вычет"', 'https://news.example/kak-poluchit-nalogovye-vychety')).toEqual([
      'налоговый вычет',
    ]);
    expect(found('ru: налог, -группа', 'https://news.example/nalog-novaya-gruppa')).toBeNull();
  });

  test.each([
    ['ru: налог', 'analog-sistemy'],
    ['ru: налог', 'nalogopad'],
    ['ru: мёд', 'medicina'],
    ['ru: мёд', 'med'],
    ['ru: сад', 'sadness'],
    ['ru: дом', 'domination'],
    ['ru: кот', 'kotlety'],
  ])('%s is not in /%s', (topic, slug) => {
    expect(found(topic, `https://news.example/${slug}`)).toEqual([]);
  });

  test('only addresses are read so, not what a text says in Latin letters', () => {
    expect(found('ru: налог', 'nalog nalogi #nalog')).toEqual([]);
  });
});

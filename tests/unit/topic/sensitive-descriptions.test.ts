import { describe, expect, test } from 'vitest';
import { createPageReader } from '../../../src/topic/read-page.ts';

const read = createPageReader(null);
const subjectsIn = (description: string): string[] =>
  read({ title: null, description, url: 'https://page.example' }, []).sensitive.map(({ subject }) => subject);

describe('a people and a word of belonging', () => {
  test.each([
    'News of the Roma community in Elder Vale',
    'Vietnamese community of Elder Vale',
    'Black women in tech, Elder Vale',
    'A diaspora of Eritreans and their Eritrean families',
    'Somali Women’s Network, Elder Vale',
    'Türkische Community Erlenstadt',
    'Deutsch-Türkische Familien in Erlenstadt',
    'Gemeinschaft der Armenier in Erlenstadt',
    'Communauté vietnamienne de Valfleur',
    'Femmes noires de Valfleur',
    'Comunidad senegalesa de Valdeoro',
    'Familias rumanas de Valdeoro',
    'Сообщество армян Ольхового',
    'Узбекская община Ольхового',
    'Спільнота вірмен Вільхового',
    'Społeczność wietnamska Olszyna',
    'Κοινότητα Ρομά της Σκλήθρας',
    'Οικογένειες Αλβανών στη Σκλήθρα',
    'Kürt kültürü ve şarkıları',
    'Kızılağaç Suriyeli topluluğu',
    'Gürcü kültür derneği',
  ])('shows an origin: %s', (description) => expect(subjectsIn(description)).toEqual(['ethnic_origin']));

  test.each([
    'Vietnamese cooking for busy evenings',
    'A community for Vietnamese cooking in Elder Vale',
    'Learn Turkish with a community of Turkish learners',
    'Greek Football Club community page',
    'Türkische Küche für zu Hause',
    'Vietnamesisch lernen: die Community für Sprachkurse',
    'Cuisine vietnamienne et recettes de famille',
    'Voyage au Vietnam, la communauté des voyageurs',
    'Cocina senegalesa para familias',
    'Армянская кухня дома',
    'Сообщество изучающих турецкий язык',
    'Wietnamska kuchnia dla rodzin',
    'Κουζίνα Βιετνάμ για οικογένειες',
    'Kore mutfağı ve tarifleri',
    'Nail polish community of Elder Vale',
    'Black women’s shoes and bags',
    'Men in black, a film evening',
    'Community of Greek wine lovers',
    'Verein für indische Laufenten',
    'Gemeinde Schwarze Pumpe',
    'People of the Black Forest',
    'Black cats of Elder Vale and the women who feed them',
    'Русское сообщество разработчиков',
  ])('shows none where it is of food, languages, travel or sport: %s', (description) =>
    expect(subjectsIn(description)).toEqual([]),
  );
});

test.each([
  'Parents of trans kids, Elder Vale',
  'Eltern von trans Kindern in Erlenstadt',
  'Parents d’enfants trans à Valfleur',
  'Familias de niños trans en Valdeoro',
  'Rodzice dzieci trans, Olszyn',
  'Trans çocukların aileleri, Kızılağaç',
])('the family of trans people shows sexuality: %s', (description) =>
  expect(subjectsIn(description)).toContain('sexuality'),
);

test.each([
  'Elder Vale Conservative Association',
  'Plaid Cymru Elder Vale',
  'Die Grünen Ortsverband Erlenstadt',
  'Les Républicains de Valfleur',
  'Partido Popular de Valdeoro',
  'Единая Россия, Ольховое',
  'Слуга Народу, Вільхове',
  'PiS Olszyn',
  'Νέα Δημοκρατία Σκλήθρας',
  'AK Parti Kızılağaç',
])('the name of a party shows politics: %s', (description) => expect(subjectsIn(description)).toEqual(['politics']));

test.each([
  'Die grünen Gärten von Erlenstadt',
  'Die linke Hand am Klavier',
  'Tant pis pour la pluie à Valfleur',
  'Pis havada yürüyüş',
  'Новая единая карта города',
])('the same words in small letters show none: %s', (description) => expect(subjectsIn(description)).toEqual([]));

describe('a namesake', () => {
  test.each([
    'Christian Berg, photographer',
    'Portraits by Christian Ahlgren and friends',
    'Jesus Navas, right back',
    'Jesús Valdeoro, fotógrafo de bodas',
    'Ислам Ольховский, фотограф',
    'Ramazan Kızılağaç, fotoğrafçı',
    'Χριστιάνα Σκλήθρου, φωτογράφος',
    'Market days in Bishop Auckland',
    "Trains from Bishop's Stortford",
    'Wandern um Bischofshofen',
    'San Luis Obispo, fotos de la costa',
    'Cancer zodiac',
    'Horoscope: Leo, Cancer and Gemini this week',
    'Sternzeichen Krebs',
    'Krebs und Garnelen vom Grill',
    'Знак зодиака Рак',
    'Depression glass, bought and sold',
    'Tropische Depression über dem Meer',
    'Великая депрессия в кино',
    'Indigenous plants for small gardens',
    'Plantas indígenas del valle',
    'Plantes autochtones de la vallée',
    'Messe für Gartenbau',
    'Messe de Lyon',
    'Messe de Francfort, le salon du jardin',
  ])('shows nothing: %s', (description) => expect(subjectsIn(description)).toEqual([]));

  test.each([
    ['religion', 'Christian Fellowship Elder Vale'],
    ['religion', 'Christian Hiking Elder Vale'],
    ['religion', 'Muslim Elder Vale'],
    ['religion', 'Young Christians of Elder Vale'],
    ['religion', 'Jesus Christ is risen'],
    ['religion', 'The Bishop of Elder Vale'],
    ['religion', 'Jesus lebt in Erlenstadt'],
    ['religion', 'Ислам сегодня'],
    ['religion', 'Ramazan duaları'],
    ['religion', 'Messe du dimanche à Valfleur, la paroisse'],
    ['health', 'Cancer: a year after'],
    ['health', 'Leben mit Krebs'],
    ['health', 'Depression and how we live with it'],
    ['health', 'Депрессия: записки'],
    ['ethnic_origin', 'Indigenous peoples and their songs'],
    ['ethnic_origin', 'Коренные народы севера'],
    ['ethnic_origin', 'Peuples autochtones du nord'],
  ])('the subject itself still shows %s: %s', (subject, description) =>
    expect(subjectsIn(description)).toContain(subject),
  );
});

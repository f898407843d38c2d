import { describe, expect, test } from 'vitest';
import { type OutreachSettings, adviseOn, numbered } from '../../../src/outreach/advice.ts';
import { countWords } from '../../../src/outreach/quote.ts';
import { strangerAmong } from '../../../src/report/text-language.ts';
import { topicOf } from '../../../src/topic/parse-lines.ts';
import type { Post } from '../../../src/types/resource.ts';
import { chatter, now, page, post } from './pages.ts';

const nothing: OutreachSettings = {
  specialization: '',
  experience: '',
  headline: [],
  benefit: '',
  sample: [],
  author: '',
};
const told: OutreachSettings = {
  specialization: 'soil tests for small farms.',
  experience: 'nine seasons, three hundred fields',
  headline: ['Reading a soil report in ten minutes', 'When lime does harm', 'Cover crops after potatoes'],
  benefit: 'fewer bags of fertiliser',
  sample: ['https://fields.example/one', 'https://fields.example/two'],
  author: 'Ida Rook',
};

const advise = (posts: readonly Post[], settings = told, given = {}, evidence: Parameters<typeof page>[1] = []) =>
  adviseOn(page(given, evidence), posts, settings, { topic: null, now, strangerAmong });

const lacks = (language: string, settings: OutreachSettings): string | undefined =>
  advise(talk(language), settings).pitch?.missing.join();

const talk = (language = 'en'): Post[] => (chatter[language] ?? []).map((text, index) => post(text, 20 + index));

describe('the pitch', () => {
  test('has the texts of the marketer, words of a recent post, what is new for the page and one question', () => {
    const posts = [post('New: the lime tables of 2026 are out. Get yours!', 2), ...talk()];
    const pitch = advise(posts).pitch;
    expect(pitch?.text).toBe(
      [
        'Hello Garden Weekly,',
        '',
        'On November 26 you wrote: “the lime tables of 2026 are out”',
        '',
        'My field: soil tests for small farms. My experience: nine seasons, three hundred fields.',
        '',
        'I can write one of these for your readers:',
        '- Reading a soil report in ten minutes',
        '- When lime does harm',
        '- Cover crops after potatoes',
        'I found nothing of the kind in your latest posts.',
        '',
        'What your readers get: fewer bags of fertiliser.',
        'Published work: https://fields.example/one, https://fields.example/two',
        '',
        'Which of them would suit you?',
        '',
        'Ida Rook',
      ]
        .join('\n')
        .replace('“the lime', '“New: the lime'),
    );
    expect(pitch?.missing).toEqual([]);
  });

  test('every empty slot is flagged, in the text and beside it', () => {
    const { pitch } = advise([], nothing);
    expect(pitch?.missing).toHaveLength(7);
    for (const slot of pitch?.missing ?? []) expect(pitch?.text).toContain(`[[${slot}]]`);
    expect(pitch?.missing.join()).toMatch(
      /quoted exactly.*--specialization.*--experience.*--headline.*--benefit.*--sample.*--author/,
    );
  });

  test.each(Object.keys(chatter))('in %s it is written in that language, and quotes it exactly', (language) => {
    const posts = talk(language);
    const { pitch } = advise(posts, { ...told, headline: [] });
    const [, quote = ''] = /[“„«]\s?([^”“»]+?)\s?[”“»]/.exec(pitch?.text ?? '') ?? [];
    expect(posts.some(({ text }) => text.includes(quote))).toBe(true);
    expect(countWords(quote)).toBeGreaterThan(3);
    const greetings = {
      en: 'Hello',
      ru: 'Здравствуйте',
      uk: 'Вітаю',
      el: 'Γεια',
      de: 'Guten',
      fr: 'Bonjour',
      es: 'Hola',
    };
    expect(pitch?.text.split(/[\s,]/)[0]).toBe(new Map(Object.entries(greetings)).get(language));
    expect(pitch?.missing.some((what) => what.includes('in the language of the page'))).toBe(language !== 'en');
  });

  test('a language without sentences gets English ones, and is told', () => {
    const polish = ['Pierwszy mróz przyszedł wcześnie i fasola tego nie przeżyła, ale kapusta była bardzo zadowolona.'];
    const { pitch } = advise(polish.map((text) => post(text)));
    expect(pitch?.text).toMatch(/^Hello/);
    expect(pitch?.missing.join()).toContain('(pl)');
  });

  test('texts in another language than that of the page are told, whatever their letters', () => {
    const german: OutreachSettings = {
      ...told,
      specialization: 'Bodenproben für kleine Höfe, die mit der Hand gezogen werden',
      experience: 'neun Jahre und dreihundert Felder, auf denen wir gemessen haben',
      headline: ['Wie man einen Bodenbericht in zehn Minuten liest'],
      benefit: 'weniger Dünger, der nicht gebraucht wird',
    };
    expect(lacks('en', german)).toBe('your own texts in the language of the page (en): they seem to be in German');
    expect(lacks('de', german)).toBe('');
    expect(lacks('ru', told)).toMatch(/^your own texts in the language of the page \(ru\): they seem to be in /);
  });

  test('stays under 150 words by leaving out topics and samples, and says what else to shorten', () => {
    const long = 'many words that say a little more than anybody would want to read in one go '.repeat(2);
    const fits = advise(talk(), { ...told, experience: `${long}${long}` }).pitch;
    expect(fits?.words).toBeLessThan(150);
    expect(fits?.text).not.toContain('Cover crops');
    const never = advise(talk(), { ...told, experience: long.repeat(6) }).pitch;
    expect(never?.words).toBe(countWords(never?.text ?? ''));
    expect(never?.missing.join()).toMatch(/it has \d{3} words: shorten/);
  });

  test('long sentences are cut between words, and adverts, draws and mourning are not quoted', () => {
    const long = Array.from({ length: 40 }, (_, index) => `word${index}`).join(' ');
    expect(advise([post(long)]).pitch?.text).toContain(
      `“${Array.from({ length: 20 }, (_, index) => `word${index}`).join(' ')}”`,
    );
    const posts = [
      post('Sponsored: the best spade that money can buy', 1, { ad: true }),
      post('Win a spade in our big autumn raffle today', 2),
      post('Short one', 3),
      post('Somebody else wrote this about their own garden', 4, { kind: 'repost' }),
      ...talk(),
    ];
    const quoted = advise(posts).pitch?.text ?? '';
    expect(quoted).toContain('The first frost came early');
  });

  test('none is written to a page that takes no texts, or only sells places', () => {
    const refusal = {
      rule: 'refuses_texts',
      class: 'own_only',
      url: 'https://page.example',
      at: null,
      quote: 'We take no guest posts',
      author: '',
    } as const;
    expect(advise(talk(), told, {}, [refusal])).toMatchObject({
      pitch: null,
      noPitch: 'it says that it takes no texts: “We take no guest posts”',
    });
    const { thirdParty } = page();
    expect(advise(talk(), told, { thirdParty: { ...thirdParty, kind: 'paid_only' } }).noPitch).toContain(
      'sells places',
    );
  });
});

describe('topics', () => {
  test('one that a recent post is about is left out and shown, in any form of its words', () => {
    const posts = [post('How you read soil reports, and what the minutes cost', 3), ...talk()];
    const { topics, pitch } = advise(posts);
    expect(topics.covered).toEqual([{ topic: 'Reading a soil report in ten minutes', url: posts[0]?.url }]);
    expect(pitch?.text).not.toContain('- Reading a soil report');
    expect(pitch?.text).toContain('When lime does harm');
  });

  test('in inflected languages, too', () => {
    const posts = [post('Почему известь на грядках вредит капусте', 3), ...talk('ru')];
    const { topics } = advise(posts, { ...told, headline: ['Вред извести для капусты', 'Сидераты после картофеля'] });
    expect(topics).toMatchObject({ topics: ['Сидераты после картофеля'], compared: true });
  });

  test('what is written in another script is not called new', () => {
    const { topics, pitch } = advise(talk('el'));
    expect(topics).toMatchObject({ compared: false, covered: [] });
    expect(pitch?.text).not.toContain('Δεν το βρήκα');
  });

  test('where all were covered, or none named, the slot says so; words of the field that are not used are shown', () => {
    const posts = [post('When lime does harm to a field', 3), ...talk()];
    expect(advise(posts, { ...told, headline: ['When lime does harm'] }).pitch?.missing).toEqual([
      'a topic that it has not had lately (--headline)',
    ]);
    const topic = topicOf(
      [
        { language: 'en', text: 'kale', excluded: false, words: ['kale'], together: true },
        { language: 'en', text: 'lime', excluded: false, words: ['lime'], together: true },
      ] as never,
      null,
    );
    const { topics } = adviseOn(page(), talk(), nothing, { topic, now });
    expect(topics.unused).toEqual(['lime']);
  });
});

describe('posts worth a comment', () => {
  test('two of the page’s own, those with most to say to first, with why', () => {
    const guest = post('A day with Nora Pell, who mends old spades', 5);
    const posts = [
      post('The kale is in and the shed is full of boxes', 1),
      post('Which hedge do you cut in December, and why?', 3),
      guest,
      post('Win a spade: name your favourite hedge', 4),
      ...talk(),
    ];
    const evidence = [
      { rule: 'interview', class: 'interviews', url: guest.url, at: guest.at, quote: '', author: 'Nora Pell' } as const,
    ];
    expect(advise(posts, told, {}, evidence).comments.map(({ post: { text }, why }) => [text, why])).toEqual([
      ['Which hedge do you cut in December, and why?', 'it asks its readers something; posted 3 days ago'],
      ['A day with Nora Pell, who mends old spades', 'it presents an outsider, Nora Pell; posted 5 days ago'],
    ]);
  });

  test('the same words again are no second post', () => {
    const asked = 'Reader question: when is a hedge too tall for one man?';
    const tips = advise([post(asked, 3), post(asked, 30, { url: 'https://page.example/again' }), ...talk()]).comments;
    expect(tips.map(({ post: { text } }) => text)).toEqual([asked, talk()[0]?.text]);
  });

  test('a post of long ago is none; nor is one of others', () => {
    const posts = [
      post('Is this still of any use to anybody here?', 90),
      post('Their words, not ours at all', 1, { kind: 'repost' }),
    ];
    expect(advise(posts).comments).toEqual([]);
  });
});

describe('questions for an interview', () => {
  test('are in the language of the page, and none that its posts have asked already', () => {
    const all = advise(talk()).questions;
    expect(all).toHaveLength(4);
    const asked = post(
      'Five questions to Nora Pell. What question do readers ask again and again? How did the page begin?',
      3,
    );
    const rest = advise([asked, ...talk()]).questions;
    expect(all).toContain('Which question do readers ask you again and again?');
    expect(rest).not.toContain('Which question do readers ask you again and again?');
    expect(rest).toHaveLength(4);
    expect(advise(talk('el')).questions.every((question) => /\p{Script=Greek}.*;$/u.test(question))).toBe(true);
  });

  test('stand one to a line, with their numbers', () => {
    expect(numbered(['How did it begin?', 'Who writes?'])).toBe('1. How did it begin?\n2. Who writes?');
    expect(numbered([])).toBe('');
  });

  test('name a word of the field where the page has one', () => {
    const { questions } = advise(talk(), told, { matchedTerms: ['lime'] });
    expect(questions).toContain('What do your readers still get wrong about lime?');
    expect(questions.join()).not.toContain('{');
  });
});

const callAt = (url: string) =>
  ({ rule: 'asks_for_texts', class: 'suggest_box', url, at: null, quote: '', author: '' }) as const;

describe('rules for authors', () => {
  test.each([
    [
      'en',
      'Write for us: desk@page.example. 600 to 900 words, unpublished. No links in the text. Nothing written by AI.',
    ],
    [
      'ru',
      'Присылайте нам статьи: desk@page.example. До 5000 знаков, только неопубликованные тексты. Без ссылок в тексте. Нейросети не берём.',
    ],
    [
      'de',
      'Schickt uns eure Texte: desk@page.example. 600 bis 900 Wörter, unveröffentlicht. Keine Links im Text. Nichts von einer KI.',
    ],
    [
      'fr',
      'Envoyez-nous vos articles : desk@page.example. De 600 à 900 mots, textes inédits. Pas de liens dans le texte. Rien qui vienne d’une IA.',
    ],
    [
      'es',
      'Envíanos tus artículos: desk@page.example. De 600 a 900 palabras, textos inéditos. Sin enlaces en el texto. Nada de IA.',
    ],
    [
      'uk',
      'Надсилайте нам свої тексти: desk@page.example. До 5000 знаків, лише неопубліковані. Без посилань у тексті. Нейромережі не беремо.',
    ],
    [
      'el',
      'Στείλτε μας τα κείμενά σας: desk@page.example. 600 ως 900 λέξεις, αδημοσίευτα. Χωρίς συνδέσμους στο κείμενο. Τίποτα από τεχνητή νοημοσύνη.',
    ],
  ])('in %s they are quoted word for word, and what follows from them is said', (language, description) => {
    const given = { description, url: 'https://page.example' };
    const { rules, pitch } = advise(talk(language), told, given, [callAt('https://page.example')]);
    expect(rules.length).toBeGreaterThan(1);
    for (const { quote, url } of rules) {
      expect(description).toContain(quote);
      expect(url).toBe('https://page.example');
    }
    expect(new Set(rules.flatMap(({ kinds }) => kinds))).toEqual(
      new Set(['length', 'exclusive', 'links', 'artificial']),
    );
    expect(rules.flatMap(({ sendTo }) => sendTo ?? [])).toEqual(['desk@page.example']);
    expect(pitch?.words).toBeLessThan(150);
  });

  test('a page that wants new texts is offered one; what is no call has no rules', () => {
    const description = 'We publish essays by our readers. They must be unpublished.';
    expect(advise(talk(), told, { description }).pitch?.text).toContain('appear nowhere else');
    expect(advise(talk(), told, { description: 'Links and words about gardens. 900 words a day.' }).rules).toEqual([]);
  });

  test('calls in posts count where the evidence names them', () => {
    const call = post('Send us your garden stories! 300 words are enough.', 4);
    expect(advise([call, ...talk()], told, {}, [callAt(call.url)]).rules.map(({ quote }) => quote)).toEqual([
      'Send us your garden stories',
      '300 words are enough',
    ]);
    expect(advise([call, ...talk()]).rules).toEqual([]);
  });
});

import type { Row } from '../../../src/types/report.ts';
import type { Post } from '../../../src/types/resource.ts';
import { row } from '../outputs/example-report.ts';

/** The day on which these tests play. */
export const now = Date.parse('2026-11-28T12:00:00Z');

/** A post of a page's own, some days ago. */
export const post = (text: string, days = 1, more: Partial<Post> = {}): Post => ({
  url: `https://page.example/posts/${days}-${text.length}`,
  at: new Date(now - days * 86_400_000).toISOString(),
  kind: 'own',
  author: 'did:plc:page',
  text,
  ...more,
});

type Evidence = Row['thirdParty']['evidence'];

export const page = (given: Partial<Row> = {}, evidence: Evidence = []): Row => {
  const plain = row({ description: null, matchedTerms: [], ...given });
  return { ...plain, thirdParty: { ...plain.thirdParty, evidence, ...given.thirdParty } };
};

/** Enough text for its language to be known. */
export const chatter: Record<string, string[]> = {
  en: [
    'The first frost came early and the beans did not like it at all, but the kale was happy.',
    'We have been asked how to keep a hedge low without a machine, and this is what we do.',
  ],
  ru: [
    'Первый мороз пришёл рано, и фасоль этого не пережила, но капуста была очень довольна.',
    'Нас спросили, как держать изгородь низкой без машины, и вот что мы делаем каждый год.',
  ],
  uk: [
    'Перший мороз прийшов рано, і квасоля цього не пережила, але капуста була дуже задоволена.',
    'Нас запитали, як тримати живопліт низьким без машини, і ось що ми робимо щороку.',
  ],
  el: [
    'Ο πρώτος παγετός ήρθε νωρίς και τα φασόλια δεν τον άντεξαν, αλλά το λάχανο ήταν μια χαρά.',
    'Μας ρώτησαν πώς κρατάμε τον φράχτη χαμηλό χωρίς μηχάνημα, και να τι κάνουμε κάθε χρόνο.',
  ],
  de: [
    'Der erste Frost kam früh, und die Bohnen haben das nicht überlebt, aber der Kohl war zufrieden.',
    'Man hat uns gefragt, wie wir die Hecke ohne Maschine niedrig halten, und das machen wir so.',
  ],
  fr: [
    'Le premier gel est venu tôt et les haricots ne l’ont pas supporté, mais le chou était content.',
    'On nous a demandé comment garder une haie basse sans machine, et voici ce que nous faisons.',
  ],
  es: [
    'La primera helada llegó pronto y las judías no la aguantaron, pero la col estaba muy contenta.',
    'Nos han preguntado cómo mantener bajo un seto sin máquina, y esto es lo que hacemos cada año.',
  ],
};

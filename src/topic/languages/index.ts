import { germanTopic } from './de.ts';
import { greekTopic } from './el.ts';
import { englishTopic } from './en.ts';
import { spanishTopic } from './es.ts';
import { frenchTopic } from './fr.ts';
import type { TopicLanguage } from './language.ts';
import { polishTopic } from './pl.ts';
import { russianTopic } from './ru.ts';
import { turkishTopic } from './tr.ts';
import { ukrainianTopic } from './uk.ts';

/** A further language is one more file, and its name here. */
export const topicLanguages: readonly TopicLanguage[] = [
  englishTopic,
  russianTopic,
  ukrainianTopic,
  germanTopic,
  frenchTopic,
  spanishTopic,
  greekTopic,
  polishTopic,
  turkishTopic,
];

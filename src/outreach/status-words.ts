import { lookup } from '../text/lookup.ts';
import { normaliseHeading } from '../text/normalise.ts';
import type { OutreachStatus, StepCells } from './steps.ts';

/** The words for each status in English, Russian, Ukrainian, Greek, German, French and Spanish, commas between. */
const statusWords: Record<OutreachStatus, string> = {
  pitched: `pitched, sent, written to, contacted, waiting, отправлено, написали, ждём ответа, надіслано, στάλθηκε,
    angeschrieben, gesendet, envoyé, contacté, enviado, contactado`,
  accepted: `accepted, agreed, yes, согласны, согласились, принято, погодились, прийнято, δέχτηκαν, δεκτό, angenommen,
    zugesagt, accepté, aceptado`,
  placed: `placed, published, live, размещено, опубликовано, вышло, опубліковано, розміщено, δημοσιεύτηκε, veröffentlicht,
    erschienen, publié, publicado`,
  declined: `declined, refused, rejected, no, отказ, отказали, отказались, отклонено, відмова, відмовили, απόρριψη,
    αρνήθηκαν, abgelehnt, absage, refusé, rechazado`,
  no_answer: `no answer, no reply, no response, silent, нет ответа, не ответили, без ответа, немає відповіді,
    не відповіли, καμία απάντηση, δεν απάντησαν, keine antwort, pas de réponse, sans réponse, sin respuesta`,
  do_not_contact: `do not contact, don t contact, dnc, excluded, competitor, не писать, не контактировать, конкурент, не писати,
    μην επικοινωνήσεις, nicht anschreiben, nicht kontaktieren, konkurrent, ne pas contacter, concurrent, no contactar,
    competidor`,
};

const byWord: Readonly<Record<string, OutreachStatus>> = Object.fromEntries(
  Object.entries(statusWords).flatMap(([status, words]) =>
    words.split(/,\s+/).map((word) => [normaliseHeading(word), status as OutreachStatus]),
  ),
);

/** What a status cell means: null where it is blank, `unknown` where its word is not known. */
export function statusOf(cell: string): OutreachStatus | 'unknown' | null {
  const word = normaliseHeading(cell);
  return word === '' ? null : (lookup(byWord, word) ?? 'unknown');
}

/** Words that say that a step is still open. */
const openWords = new Set(
  `todo, to do, open, planned, later, not yet, no, false, 0, нет, ещё нет, позже, запланировано, ні, ще ні, пізніше, όχι, όχι
    ακόμα, αργότερα, offen, nein, später, noch nicht, non, pas encore, plus tard, todavía no, más tarde`
    .split(/,\s+/)
    .map(normaliseHeading),
);

/** A step is done where anything stands beside it, but for a word that says that it is not. */
export const isDone = ({ state, date }: StepCells): boolean =>
  state === '' ? date !== '' : !openWords.has(normaliseHeading(state)) && normaliseHeading(state) !== '';

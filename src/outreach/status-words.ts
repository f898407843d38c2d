import { lookup } from '../text/lookup.ts';
import { foldHeading } from '../text/normalise.ts';
import type { OutreachStatus, StepCells } from './steps.ts';

/** The words for each status in English, Russian, Ukrainian, Greek, German, French and Spanish, commas between. */
const statusWords: Record<OutreachStatus, string> = {
  pitched: `pitched, sent, written to, contacted, waiting, emailed, отправлено, отправлен, отправили, написали, написано, ждём ответа, ждём, ожидание,
    надіслано, написано, чекаємо, чекаємо на відповідь, στάλθηκε, αναμονή, περιμένουμε, angeschrieben, gesendet, warten, wartet, envoyé,
    contacté, en attente, enviado, contactado, esperando, en espera`,
  accepted: `accepted, agreed, yes, approved, согласны, согласен, согласна, согласились, принято, да, погодились, прийнято, так, δέχτηκαν, δεκτό, ναι, angenommen,
    zugesagt, zusage, ja, accepté, d'accord, oui, aceptado, sí`,
  placed: `placed, published, posted, live, размещено, размещён, размещена, опубликовано, опубликован, опубликована, вышло, вышла, вышел, опубліковано, розміщено, вийшло, δημοσιεύτηκε, δημοσιεύθηκε, veröffentlicht,
    erschienen, online, publié, publiée, paru, en ligne, publicado, publicada`,
  declined: `declined, refused, rejected, no, нет, отказ, отказали, отказались, отказано, отклонено, отклонили, відмова, відмовили, відхилено, ні, απόρριψη,
    αρνήθηκαν, απορρίφθηκε, όχι, abgelehnt, absage, nein, refusé, refus, non, rechazado, rechazo`,
  no_answer: `no answer, no reply, no response, silent, нет ответа, не ответили, без ответа, немає відповіді,
    не відповіли, καμία απάντηση, δεν απάντησαν, keine antwort, pas de réponse, sans réponse, sin respuesta`,
  do_not_contact: `do not contact, don t contact, dnc, excluded, competitor, не писать, не контактировать, конкурент, не писати,
    μην επικοινωνήσεις, nicht anschreiben, nicht kontaktieren, konkurrent, ne pas contacter, concurrent, no contactar,
    competidor`,
};

const byWord: Readonly<Record<string, OutreachStatus>> = Object.fromEntries(
  Object.entries(statusWords).flatMap(([status, words]) =>
    words.split(/,\s+/).map((word) => [foldHeading(word), status as OutreachStatus]),
  ),
);

/** What a status cell means: null where it is blank, `unknown` where its word is not known. */
export function statusOf(cell: string): OutreachStatus | 'unknown' | null {
  const word = foldHeading(cell);
  return word === '' ? null : (lookup(byWord, word) ?? 'unknown');
}

/** Words that say that a step is still open. */
const openWords = new Set(
  `todo, to do, open, planned, later, not yet, no, false, 0, нет, ещё нет, позже, запланировано, ні, ще ні, пізніше, όχι, όχι
    ακόμα, αργότερα, offen, nein, später, noch nicht, non, pas encore, plus tard, todavía no, más tarde`
    .split(/,\s+/)
    .map(foldHeading),
);

/** A step is done where anything stands beside it, but for a word that says that it is not. */
export const isDone = ({ state, date }: StepCells): boolean =>
  state === '' ? date !== '' : !openWords.has(foldHeading(state)) && foldHeading(state) !== '';

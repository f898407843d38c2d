const wordsOf = (list: string): string[] => list.trim().split(/\s+/);

/** Words for an empty cell, in the languages that headings are known in; none of them is anybody's handle. */
const blank = new Set(
  wordsOf(`n/a n.a k.a k/a none null нет немає отсутствует нету keine keiner kein keins ninguno ninguna aucun aucune
    nessuno nessuna nenhum nenhuma κανένα κανένας καμία geen brak žádný žádné`),
);

/** Answers to "what do you follow": nothing at all. */
const nothing = new Set(
  wordsOf(`nothing nobody no nichts niemand niemandem nada nadie rien personne niente ничего никого никаких нічого нікого
    τίποτα κανέναν όχι niets nic nikogo`),
);

const plain = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replace(/[.!]{1,3}$/, '');

/** Whether what stands in a cell stands for an empty one. */
export const isBlankWord = (text: string): boolean => /^[-–—−/.·?]+$/u.test(text.trim()) || blank.has(plain(text));

/** Whether an answer says that its giver follows nothing. */
export const isNothing = (text: string): boolean => isBlankWord(text) || nothing.has(plain(text));

const wordsOf = (list: string): string[] => list.trim().split(/\s+/);

const phrasesOf = (list: string): string[] => list.trim().split(/,\s+/);

/** Words for an empty cell, in the languages that headings are known in; none of them is anybody's handle. */
const blank = new Set([
  ...wordsOf(`n/a n.a k.a k/a none null нет немає отсутствует нету keine keiner kein keins ninguno ninguna aucun aucune
    nessuno nessuna nenhum nenhuma κανένα κανένας καμία geen brak žádný žádné undefined nan nil tbd tba tbc empty blank unknown unbekannt inconnu desconocido sconosciuto
    desconhecido неизвестно невідомо άγνωστο άγνωστος nieznany #n/a #na #null! #ref! #name? #value! #nv #н/д`),
  ...phrasesOf(`not set, not available, not applicable, not provided, not specified, not given, not known, not found,
    no data, no value, no name, no profile, no account, no answer, keine angabe, keine angaben, nicht angegeben,
    nicht vorhanden, nicht bekannt, k. a, non renseigné, non spécifié, pas de compte, sin especificar, no especificado,
    sin datos, no disponible, no tiene, non specificato, non disponibile, não informado, não especificado, sem dados,
    не указано, не указан, не указана, не задано, не задан, не заполнено, нет данных, нет аккаунта, нет профиля,
    нет страницы, пусто, не вказано, немає даних, δεν υπάρχει, δεν έχει, δεν ορίστηκε, χωρίς, nie podano, brak danych,
    niet ingevuld, niet bekend, belirtilmemiş, belirtilmedi, yok`),
]);

/** Answers to "what do you follow": nothing at all; and that somebody was asked. */
const nothing = new Set([
  ...wordsOf(`nothing nobody no nope nichts niemand niemandem nada nadie rien personne niente ничего никого никаких никакие
    нічого нікого τίποτα κανέναν όχι niets nic nikogo asked`),
  ...phrasesOf(`none of them, i don't, i do not, i don't follow any, i don't read any, i don't read anything, don't know,
    i don't know, don't remember, i don't remember, can't remember, no idea, not sure, не знаю, не помню, затрудняюсь ответить,
    ничего не читаю, не читаю, не подписан, не подписана, ни на что, ни на кого, не слушаю, нет таких, не слежу,
    не пам'ятаю, нічого не читаю, не читаю нічого, weiß nicht, weiß ich nicht, keine ahnung, gar keine, gar nichts,
    ich lese keine, je ne sais pas, je ne lis rien, aucune idée, pas du tout, no sé, no leo nada, no leo ninguno,
    no sigo a nadie, no recuerdo, δεν ξέρω, δεν θυμάμαι, δεν διαβάζω, δεν ακολουθώ, non lo so, nessuno in particolare`),
]);

const plain = (text: string): string => {
  const trimmed = text.trim().toLowerCase().replaceAll('’', "'");
  const bare = /^[([<{].*[)\]>}]$/s.test(trimmed) ? trimmed.slice(1, -1).trim() : trimmed;
  return bare.replace(/[.!]{1,3}$/, '');
};

/** Whether what stands in a cell stands for an empty one. */
export const isBlankWord = (text: string): boolean => /^[-–—−/.·?]+$/u.test(text.trim()) || blank.has(plain(text));

/** Whether an answer says that its giver follows nothing. */
export const isNothing = (text: string): boolean => isBlankWord(text) || nothing.has(plain(text));

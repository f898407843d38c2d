import { foldHeading } from '../text/normalise.ts';
import { isBlankWord } from './blank-words.ts';

/**
 * What stands in the place of an employer where there is none, or where nobody is to know it: it is the name of nobody,
 * and makes no two people one. In the languages of LinkedIn, which proposes such words to its members.
 */
const none = new Set(
  `anonymous, anonym, anonyme, anónimo, anonimo, аноним, анонимно, анонімно, ανώνυμος, ανώνυμα, self employed, selfemployed, self, myself, freelance, freelancer, freelancing, freelance work, independent,
  independent consultant, independent contractor, independent professional, own business, my own business, own company,
  sole trader, sole proprietor, private, private person, private practice, private client, individual, retired,
  unemployed, student, various, various clients, multiple, confidential, undisclosed, stealth, stealth startup,
  stealth mode startup, unknown, other, others, not applicable, not available, not specified, not provided, no company,
  no name, noname, career break, between jobs, open to work, looking for work, home, selbstständig, selbständig,
  selbstständige, freiberuflich, freiberufler, freiberuflerin, freie mitarbeit, privat, privatperson, arbeitslos,
  rentner, rentnerin, unbekannt, indépendant, indépendante, travailleur indépendant, à mon compte, auto entrepreneur,
  autoentrepreneur, micro entrepreneur, en freelance, profession libérale, sans emploi, retraité, retraitée, particulier,
  autónomo, autónoma, trabajador autónomo, trabajadora autónoma, trabajo autónomo, por cuenta propia, cuenta propia,
  independiente, particular, jubilado, jubilada, desempleado, desempleada, autônomo, autônoma, trabalhador autônomo,
  por conta própria, conta própria, profissional liberal, profissional autônomo, independente, aposentado, aposentada,
  libero professionista, libera professionista, lavoratore autonomo, lavoratrice autonoma, in proprio, partita iva,
  privato, disoccupato, disoccupata, pensionato, pensionata, zelfstandig, zelfstandige, zelfstandig ondernemer, zzp,
  zzper, zzp er, eigen bedrijf, particulier persoon, werkloos, samozatrudnienie, samozatrudniony, samozatrudniona,
  własna działalność, własna działalność gospodarcza, własna firma, działalność gospodarcza, jednoosobowa działalność
  gospodarcza, wolny strzelec, wolny zawód, osoba prywatna, emeryt, emerytka, bezrobotny, bezrobotna, самозанятый,
  самозанятая, самозанятость, фриланс, фрилансер, ип, индивидуальный предприниматель, частное лицо, частный клиент,
  частная практика, физлицо, физ лицо, физическое лицо, безработный, безработная, временно не работаю, не работаю,
  пенсионер, пенсионерка, студент, студентка, на себя, работаю на себя, свой бизнес, собственный бизнес, неизвестно,
  без названия, не указано, не указана, не задано, самозайнятий, самозайнята, самозайнятість, фоп, фріланс, фрілансер,
  приватна особа, фізична особа, фізособа, приватний підприємець, на себе, ελεύθερος επαγγελματίας,
  ελεύθερη επαγγελματίας, αυτοαπασχολούμενος, αυτοαπασχολούμενη, αυτοαπασχόληση, ιδιώτης, συνταξιούχος, άνεργος, άνεργη,
  serbest, serbest meslek, serbest çalışan, kendi işim, kendi hesabına, bireysel, emekli, işsiz, osvč, živnostník,
  na volné noze, egenföretagare, egen företagare, eget företag, frilans, frilansare, selvstændig, selvstændig
  erhvervsdrivende, selvstendig, selvstendig næringsdrivende, frilanser, yrittäjä, itsenäinen yrittäjä, pfa,
  liber profesionist, pe cont propriu, egyéni vállalkozó, szabadúszó, samozaposlen, samozaposlena, obrtnik, свободна
  практика, на свободна практика, самонает, wiraswasta, pekerja lepas, 自営業, 個人事業主, フリーランス, 自由职业, 自由职业者,
  个体户, 自雇, 프리랜서, 자영업, عمل حر, يعمل لحسابه الخاص, עצמאי, עצמאית`
    .split(/,\s+/)
    .map(foldHeading),
);

/** Whether what stands where somebody is named names nobody: `Self-employed`, `n/a`. */
export const isNobody = (text: string): boolean =>
  isBlankWord(text) || (text.length <= longest && none.has(foldHeading(text)));

const longest = 60;

import { type LanguageSigns, knownSigns, languageFinder } from '../judgement/detect.ts';
import { topicLanguages } from './languages/index.ts';
import { type Script, scriptOf, spell } from './spelling.ts';

/** The commonest words of languages that have no rules, so that none of them is taken for a neighbour. */
const further: readonly LanguageSigns[] = [
  {
    code: 'it',
    common: `il lo la i gli le un uno una di del della dei delle degli da dal dalla in nel nella con su sul sulla per tra fra e o ma che chi non più è sono era ha hanno si ci come quando dove perché anche ancora già molto
      questo questa questi queste nostro nostra tutti tutto ogni dopo prima oggi domani ieri al alla ai alle`,
  },
  {
    code: 'pt',
    common: `o a os as um uma de do da dos das em no na nos nas por pelo pela com sem para ao à e ou mas que quem não mais é são era foi tem há se como quando onde porque também ainda já muito este esta isso nosso nossa
      todos tudo cada depois antes hoje amanhã ontem até você seu sua`,
  },
  {
    code: 'nl',
    common: `de het een en of maar van in op aan bij met voor door uit naar over onder tussen is zijn was waren wordt werd heeft hebben niet geen ook nog al zo wat wie waar wanneer hoe dat die dit deze er we wij jullie
      ons onze mijn jouw zich te om als dan weer nu vandaag morgen gisteren`,
  },
  {
    code: 'sv',
    common: `och att det en ett som på är av för med till den de inte om var men har hade från så vi ni jag du han hon de vår våra sin sina när där här hur vad vem nu idag igen också bara efter före under över mellan eller`,
  },
  {
    code: 'da',
    common: `og at det en et som på er af for med til den de ikke om var men har havde fra så vi jeg du han hun vores sin når der her hvor hvad hvem nu i dag igen også kun efter før under over mellem eller blev bliver skal kan`,
  },
  {
    code: 'cs',
    least: 0.1,
    letters: { lacks: /[ąęłśźćńľĺŕôäñ]/, has: /[ěščřžýáíéůú]/ },
    common: `a i v ve na s se z ze do od po za pod nad před při pro bez u si je jsou byl byla bylo být není ne to ten ta tento tato které který která co kdo jak kde kdy proč že aby nebo ale už ještě jen také my vy on ona
      náš naše váš svůj nový dnes zítra včera`,
  },
  {
    code: 'ro',
    common: `și sau dar de la în pe cu din pentru prin fără un o unei unui este sunt era au are nu se că ce cine când unde cum mai foarte tot toate noi voi ei ea el nostru noastră acest această azi mâine ieri după înainte al ale`,
  },
  {
    code: 'hu',
    least: 0.1,
    common: `a az egy és is nem hogy de van volt lesz meg el ki be le fel mint már még csak vagy ha mert itt ott most ma holnap tegnap minden ez ezt ezek mi ti ők mi a nagyon után előtt között új jó`,
  },
  {
    code: 'bg',
    least: 0.1,
    letters: { lacks: /[ыэёіїєґўјљњћџђ]/, has: /ъ/ },
    common: `и в на с за от до по при без под над че да не е са беше бяха ще се си го я ги ни ви им това този тази тези които който която какво как кога къде защо или но още вече само много ние вие той тя те наш ваш днес утре вчера след преди`,
  },
];

const signs = [...knownSigns, ...further];
const find = languageFinder(signs);

/** A language is the page's own where it has this much of what the first has, and may stand in some texts from less. */
const ownShare = 0.7;
const someShare = 0.25;

const scriptByLanguage = new Map<string, Script>(topicLanguages.map(({ code, script }) => [code, script]));

export const scriptOfLanguage = (language: string): Script => scriptByLanguage.get(language) ?? 'Latin';

const kin = ['es pt it ro fr', 'de nl', 'sv da', 'pl cs', 'ru uk bg'].map((codes) => codes.split(' '));

/** Languages that share so many words that one is easily taken for another; a language alone is its own. */
export const kinOf = (language: string): string => kin.find((codes) => codes.includes(language))?.[0] ?? language;

export interface PageLanguages {
  /** Languages that the page is in; none where that cannot be told. */
  own: ReadonlySet<string>;
  /** All that may stand in some of its texts; null where any of its script may. */
  some: ReadonlySet<string> | null;
  script: Script | null;
}

/** Characters that show a page's languages: some forty posts. */
const enoughText = 8000;

/** What languages a page's texts are in. */
export function pageLanguagesOf(text: string): PageLanguages {
  const start = text.slice(0, enoughText);
  const found = find(start);
  const script = scriptOf(start);
  // There is one language of this script.
  if (script === 'Greek')
    return { own: new Set(['el']), some: new Set(['el', ...found.map(({ code }) => code)]), script };
  const most = found[0]?.count ?? 0;
  const from = (share: number): Set<string> =>
    new Set(found.filter(({ count }) => count >= most * share).map(({ code }) => code));
  return { own: from(ownShare), some: found.length === 0 ? null : from(someShare), script };
}

const commonWords = new Map<string, ReadonlySet<string>>();

/** Whether a word of a language says nothing of a subject. */
export function isCommon(language: string, spelled: string): boolean {
  const known =
    commonWords.get(language) ??
    new Set(
      signs
        .filter(({ code }) => code === language)
        .map(({ common }) => common)
        .join(' ')
        .split(/\s+/)
        .map(spell),
    );
  commonWords.set(language, known);
  return known.has(spelled);
}

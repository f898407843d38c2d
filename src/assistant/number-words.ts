import { type WordTable, compileWords } from '../judgement/lexicon.ts';

/** Words for numbers from eleven on, by language; of smaller ones every text has some that count nothing. */
const words: Readonly<Record<string, string>> = {
  en: `eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twent* thirt* fort* fift* sixt* sevent*
    eight* ninet* hundred* thousand* million* billion* dozen* percent* twofold threefold tenfold`,
  de: `zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn zwanzig* dreißig* vierzig* fünfzig* sechzig*
    siebzig* achtzig* neunzig* hundert* tausend* million* milliarde* dutzend* prozent*`,
  fr: `onze douze treize quatorze quinze seize vingt* trente* quarante* cinquante* soixante* cent cents centaine* mille
    milliers million* milliard* douzaine* pourcent* pour_cent`,
  es: `once doce trece catorce quince dieciséis veint* treinta* cuarenta* cincuenta* sesenta* setenta* ochenta* noventa*
    cien ciento* cientos mil miles millón millones docena* porciento`,
  ru: `одиннадцат* двенадцат* тринадцат* четырнадцат* пятнадцат* шестнадцат* семнадцат* восемнадцат* девятнадцат*
    двадцат* тридцат* сорок* пятьдесят* шестьдесят* семьдесят* восемьдесят* девяност* сто сотн* двести триста четыреста
    пятьсот тысяч* миллион* миллиард* дюжин* процент*`,
  uk: `одинадцят* дванадцят* тринадцят* чотирнадцят* п'ятнадцят* шістнадцят* сімнадцят* вісімнадцят* дев'ятнадцят*
    двадцят* тридцят* сорок* п'ятдесят* шістдесят* сімдесят* вісімдесят* дев'яност* сто сотн* двісті триста тисяч*
    мільйон* мільярд* дюжин* відсот*`,
  el: `έντεκα δώδεκα δεκατρ* δεκατέσσερ* δεκαπέντε δεκαέξι δεκαεπτά δεκαοκτώ δεκαεννιά είκοσι τριάντα σαράντα πενήντα
    εξήντα εβδομήντα ογδόντα ενενήντα εκατό* διακόσι* χίλι* χιλιάδ* εκατομμύρι* δισεκατομμύρι* ντουζίν*`,
  pl: `jedenaście dwanaście trzynaście czternaście piętnaście szesnaście siedemnaście osiemnaście dziewiętnaście
    dwadzieścia trzydzieści czterdzieści pięćdziesiąt sześćdziesiąt sto setk* setek dwieście trzysta tysiąc* tysięc*
    milion* miliard* tuzin* procent*`,
};

const table: WordTable<'number'> = compileWords([['number', Object.values(words).join(' ')]]);

/** Whether a folded word is a number from eleven on, in one of the languages. */
export const isNumberWord = (word: string): boolean => table.classesOf(word).size > 0;

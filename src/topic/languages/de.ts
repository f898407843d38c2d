import { stemmer } from '@orama/stemmers/german';
import type { TopicLanguage } from './language.ts';
import { endings, takeEnding } from './suffixes.ts';

/** Umlauts written with two letters, except where these are two sounds: neue, Bauer, Quelle. */
const twoLetters = /(?<![aeq])([aou])e/g;
/** Königin, Königinnen. */
const women = endings('inn', 3, 'in');

export const germanTopic: TopicLanguage = {
  code: 'de',
  script: 'Latin',
  stem: (word) => takeEnding(stemmer(word.replaceAll(twoLetters, '$1')), women),
  particles: `der die das den dem des ein eine einen einem einer eines und oder aber in im an am auf aus bei mit nach von vom zu zum zur fur uber unter durch ohne um ist sind war
 als wie was wer wo wann nicht kein keine es er sie wir ihr ich du man sich mein dein sein unser euer`,
  compounds: {
    links: ['', 's', 'es', 'n', 'en', 'er', 'e', 'ns', 'ens'],
    onset:
      /^(?:[bcdfghjklmnprstvwxz]|b[lr]|ch|chr|cl|cr|d[rw]|f[lr]|g[lnr]|k[lnr]|pf|pf[lr]|ph|p[lrs]|qu|rh|s[cklmnptw]|sch|sch[lmnrw]|sp[lr]|str|t[rw]|th|wr|zw)?[aeiouy]/,
    endings: /^(?:schaft|lich|heit|keit|haft|isch|chen|lein)/,
    prefixes: new Set(
      'ab an auf aus be bei dar durch ein ent er fort ge her hin hinter los miss mit nach neben ober her herum heraus hinaus nieder um un unter ur ver vor weg wider wieder zer zu zurecht zuruck zusammen uber'.split(
        ' ',
      ),
    ),
  },
  sensitive: {
    health: {
      sure: `krebs krebskrank* krebsdiagnose* krebspatient* krebserkrank* krebsselbsthilfe* chemotherapie* diabet* insulin* asthma* inhalator* sklerose depression* depressiv* bipolar* schizophren* autis* adhs epilep* hiv hiv-positiv demenz* alzheimer* parkinson* schlaganfall* dialyse* migrane* arthrit* rheuma* crohn* zoliak*
 endometriose* unfruchtbar* fehlgeburt* leukam* tumor* hepatitis* fibromyalg* long_covid essstorung* magersucht* bulimi* psoriasis neurodermitis chronisch_krank* chronische_schmerz* rollstuhl* schwerhorig* sehbehinder* selbsthilfegruppe* selbsthilfe* anonyme_alkoholiker suchtkrank* trockene_alkoholiker panikattacke* hospiz* palliativ* wechseljahr* brustkrebs* kinderwunschklinik*`,
      likely: `patient* diagnos* symptom* krankheit* erkrank* klinik* krankenhaus* arzt arzte arztin* medikament* therap* reha ruckfall* behinder* kranke schmerzen schmerzpatient* operation* psychisch* tabletten betroffene*`,
      trade: `zahn* zahne kieferorthop* implantat* zahnspange* physio* massage* ernahrung* apothek* optiker* hebamm* fitness yoga`,
    },
    religion: {
      sure: `furbitt* synagoge* rabbi rabbiner* tora sabbat koscher* moschee* imam* koran* ramadan* halal* muslim* islam* pfarrgemeinde* kirchengemeinde* bistum* bischof* bischofe katholi* evangelisch* protestant* methodist* baptist* luther* freikirch* christ christen christlich* jesus evangelium bibel* bibelkreis* rosenkranz* messdiener* ministrant* kommunion*
 konfirmation konfirmand* wallfahrt* pilger* monch monche monchen nonne* buddhis* hindu* judisch* judentum* gebet gebete gebets* beten gottesdienst* predigt* psalm* taufe andacht* kirchenchor* seelsorge* hochamt abendmahl*`,
      likely: `kirche* kapelle* priester* pfarrer* pastor* gott glaube* glauben heilig* segen* altar advent fastenzeit gemeinde* religio* spirituell* kloster*`,
    },
    politics: {
      sure: `ortsverband_der_partei parteitag* parteimitglied* unsere_partei wahlkampf* wahlprogramm* wahlstand* spd cdu csu fdp afd linkspartei sozialdemokrat* sozialist* kommunist* bundnis_90 gemeinderatswahl* kandidier* rechtsextrem* linksextrem* antifa* parteibuch*`,
      likely: `partei* kandidat* wahl wahlen wahlt wahle abstimm* abgeordnete* minister* regierung* burgermeister* politik* protest* demo demonstr* aktivist* ortsverband* flugblatt* werben volksentscheid* petition* ortsverein* kreisverband* bundestag* landtag* politisch*`,
    },
    sexuality: {
      sure: `lgbt* lesbe lesben lesbisch* bisexuell* transgender* transfrau* transmann* transident* trans_kind* trans-kind* trans_jugend* trans-jugend* trans_person* trans-person* trans_menschen transkind* transjugend* queer* nichtbinar* nicht-binar* csd pride-* coming-out coming_out gleichgeschlecht* homosexuell* drag_queen* drag-show* asexuell* intergeschlecht* regenbogenfamil* homoehe*`,
      likely: `pride regenbogen* gender* geschlecht* pronomen sexuell* trans drag orientierung* outing`,
    },
    trade_unions: {
      sure: `gewerkschaft* betriebsrat* betriebsrate* ver.di ig_metall streik* warnstreik* tarifverhandlung* tarifrunde* tarifvertrag* vertrauensleute* dgb urabstimmung* streikkasse* personalrat*`,
      likely: `tarif* solidar* lohnforderung*`,
    },
    ethnic_origin: {
      sure: `diaspora* sinti roma_und sinti_und migrationshintergrund* spataussiedler* aussiedler* deutschturk* turkische_gemeinde* kurden kurdisch* kurdin* schwarze_menschen afrodeutsch* volksgruppe* ethnisch* minderheitensprache* sorben sorbisch* russlanddeutsch* indigen* people_of_color vertriebene* landsmannschaft*`,
      likely: `migrant* fluchtling* gefluchtet* herkunft* minderheit* muttersprache* wurzeln rassis* heimat* abstammung* zuwander*`,
    },
  },
};

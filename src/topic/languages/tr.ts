import type { TopicLanguage } from './language.ts';
import { endings, takeEnding } from './suffixes.ts';

/**
 * Endings of nouns, without the marks that people leave out, from the last one inwards: case, person, number. The
 * stemmer of the package needs the marks, and then stems texts that lack them in another way.
 */
const inflection = [
  ...endings('ler lar', 3),
  ...endings('den dan ten tan nin nun', 3),
  ...endings('de da te ta ye ya yi yu si su ni nu ne na', 4),
  ...endings('imiz umuz iniz unuz', 3),
  ...endings('miz muz', 4),
  ...endings('lik luk ligi lugu', 4),
  ...endings('ci cu', 4),
  ...endings('in un im um yle yla', 4),
  ...endings('i u e a', 3),
];
const mostEndings = 6;

/** The last sound is a soft one before a vowel: köpek, köpeği. */
const soft: ReadonlyMap<string, string> = new Map([
  ['g', 'k'],
  ['b', 'p'],
  ['d', 't'],
]);

export const turkishTopic: TopicLanguage = {
  code: 'tr',
  script: 'Latin',
  stem(word) {
    let stem = word;
    for (let taken = 0; taken < mostEndings; taken++) {
      const shorter = takeEnding(stem, inflection);
      if (shorter === stem) break;
      stem = shorter;
    }
    const last = soft.get(stem.slice(-1));
    return last === undefined ? stem : stem.slice(0, -1) + last;
  },
  particles: `ve ile veya ya da de ki mi mu bir bu su o icin gibi kadar daha en cok her ne nasil neden nerede kim hangi ama fakat ancak degil var yok ben sen biz siz onlar benim bizim sizin`,
  sensitive: {
    health: {
      sure: `kanser* kemoterapi* diyabet* seker_hastal* insulin* astim* inhaler* skleroz* depresyon* bipolar* sizofren* otizm* otistik* dehb epilepsi* hiv aids demans* alzheimer* parkinson* diyaliz* migren* artrit* romatiz* colyak* endometrioz* kisirlik* tup_bebek dusuk_yapan losemi* tumor* hepatit* fibromiyalji* anoreksi* bulimi*
 sedef_hastal* egzama* kronik_hastal* kronik_agri* tekerlekli_sandalye* engelli* isitme_engelli gorme_engelli destek_grubu adsiz_alkolik* bagimlilik* panik_atak* palyatif* menopoz*`,
      likely: `hasta* hastalar* teshis* hastalik* klinik* hastane* doktor* hemsire* ilac* terapi* tedavi* remisyon* ruh_sagligi ameliyat* rehabilitasyon*`,
      trade: `dis disler disci* ortodonti* implant* dis_teli fizyoterapi* masaj* beslenme* diyetisyen* eczane* optik* yoga`,
    },
    religion: {
      sure: `sinagog* haham* tevrat sabat koser cami camii camiye camide caminin camiler* camii mescit* imam imamlar imamin kuran_kursu kurani kuranin ramazan* helal musluman* islam* cemaat* namaz* ezan* oruc* iftar* mevlit* hutbe* umre hacilar hac_yolculugu kilise_korosu piskopos* katolik* ortodoks* protestan* hristiyan* incil isa_mesih manastir* rahip* rahibe* budis* budist* hindu* yahudi* musevi*
 dua dualar* ilahi* cemevi* aleviler* alevilik* tarikat* muftu* tefsir* hadis hadisler*`,
      likely: `kilise* sapel* papaz* allah* tanri* iman inanc* kutsal* aziz* ibadet* din dini dinin* manevi* tapinak*`,
    },
    politics: {
      sure: `siyasi* siyaset* partimiz* parti_uyeleri parti_subesi ilce_teskilati il_teskilati secim_kampanyasi secim_calismasi milletvekil* sosyalist* komunist* akp chp mhp hdp iyi_parti asiri_sag asiri_sol antifasist* oy_verin sandik_basi secim_sandigi miting*`,
      likely: `parti* aday* secim* secti seciyor oy oylar* hukumet* belediye_baskan* cumhurbaskan* politik* protesto* gosteri* aktivist* bildiri* referandum* muhalefet*`,
    },
    sexuality: {
      sure: `lgbt* lgbti* gey geyler* lezbiyen* biseksuel* transseksuel* trans_kadin* trans_erkek* trans_cocuk* trans_genc* trans_birey* kuir* queer* ikili_olmayan onur_yuruyusu onur_haftasi acilma_hikaye* escinsel* drag_queen* aseksuel* interseks*`,
      likely: `pride gokkusag* cinsiyet* cinsel* trans zamir*`,
    },
    trade_unions: {
      sure: `sendika* turk-is hak-is kesk grev* grevci* toplu_sozlesme* toplu_is_sozlesme* is_birakma isyeri_temsilci*`,
      likely: `dayanisma*`,
    },
    ethnic_origin: {
      sure: `diaspora* roman_mahallesi romanlar cingene* kurt_halki kurtler* kurtce ermeni* rum_cemaati rumlar* suryani* laz_kulturu lazca cerkes* arnavut_gocmen* etnik* yerli_halk* azinlik_haklari gocmen_dernegi hemsin*`,
      likely: `azinlik_haklari gocmen* multeci* siginmaci* anadil* irkci* atalar*`,
    },
  },
};

import { stemmer } from '@orama/stemmers/english';
import type { TopicLanguage } from './language.ts';
import { endings, takeEnding } from './suffixes.ts';

/** Photography and photographer, pottery and potter. */
const derived = endings('i', 5);

export const englishTopic: TopicLanguage = {
  code: 'en',
  script: 'Latin',
  stem: (word) => takeEnding(stemmer(word), derived),
  particles: `a an the and or but nor of to in on at for from by with without into onto over under about near as is are was were be been
 do does did me my i you your we our us it its this that these those how what where when who why which not no vs`,
  sensitive: {
    health: {
      sure: `cancer chemo* diabet* insulin asthma* inhaler* sclerosis depression depressive bipolar schizophren* autis* adhd epilep* hiv aids_patients dementia alzheimer*
 parkinson* stroke_survivor* dialysis migraine* arthrit* rheumat* crohn* coeliac celiac endometrios* infertil* miscarriage* leukaemia leukemia lymphoma tumour* tumor* hepatitis
 fibromyalg* long_covid eating_disorder* anorexi* bulimi* psoriasis eczema chronic_illness* chronic_pain chronically_ill wheelchair* hearing_loss sight_loss amput*
 self-help_group* support_group* alcoholics sobriety addict addicts addiction addictions panic_attack* ptsd hospice palliative kidney_disease heart_failure cystic_fibrosis dyslexi* menopaus* ivf`,
      likely: `patients diagnos* symptom* illness* disease* clinic clinics hospital* doctor* nurse* medication* medicine* therap* remission relapse* disabilit* disabled
 surgery treatment* mental_health recovery carers chronic pills flare flares`,
      trade: `dent* tooth teeth orthodont* implant* braces physio* massage* nutrition* dietit* pharmac* optician* optometr* midwi* fitness yoga`,
    },
    religion: {
      sure: `synagogue* rabbi rabbis rabbinic* torah shabbat kosher mosque* imam* quran koran ramadan halal muslim* islam* hajj diocese* bishop* catholic* protestant* methodist* baptist* lutheran*
 anglican* quaker* evangelical* pentecostal* christian* jesus gospel* bible* scripture* rosary vespers evensong holy_mass communion pilgrim* monaster* convent monks nun nuns buddhis* hindu* sikh* gurdwara*
 jewish judaism bar_mitzvah orthodox_church prayer* pray sunday_service congregation* hymn* psalm* sermon* vicar vicars vicarage worship* baptism* eucharist`,
      likely: `church* chapel* priest* pastor* god faith holy saint saints temple* blessing* altar advent lent cathedral* religio* spiritual* parish*`,
    },
    politics: {
      sure: `canvass* doorstep_campaign canvassing left-wing right-wing conservatives labour_party green_party democrats republicans socialist* communist* liberal_party leaflet_for campaign_rally
 party_conference party_branch our_party party_members vote_for elect_us ballot_box constituency polling_station far-right far-left anti-fascist* antifa populist* hustings`,
      likely: `party candidate* elect elects elected election* vote* voting voter* parliament* minister* government councillor* mayor* senator* congress politic* campaign* protest* rally demonstrat*
 referendum democra* activis* petition* opposition manifesto* manifesto parliamentary`,
    },
    sexuality: {
      sure: `lgbt* lgbtq* gay lesbian* bisexual* transgender trans_people trans_women trans_men trans_kid* trans_child* trans_youth trans_teen* trans_person trans_famil* trans_son* trans_daughter* queer* nonbinary non-binary pride_march pride_parade pride_month coming_out same-sex drag_queen* drag_show asexual*
 homosexual* polyamor* pansexual* intersex rainbow_families gender_identity transition_clinic`,
      likely: `pride rainbow drag gender* pronouns sexual* trans closet partner* orientation`,
    },
    trade_unions: {
      sure: `trade_union* trades_union* labor_union* labour_union* union_member* union_branch shop_steward* strike_ballot picket* union_dues union_rep* our_union industrial_action collective_bargaining works_council* strike_fund
 unionis* unioniz* union_meeting teamsters picket_line*`,
      likely: `union unions strike* ballot* bargaining solidarity comrades wage_claim walkout*`,
    },
    ethnic_origin: {
      sure: `roma_families roma_people romani sinti traveller_community irish_travellers diaspora* black_lives black_communit* black_british black-owned black_culture black_history african_american* afro-* latino* latina* latinx chinese_community turkish_community
 polish_community somali_community kurdish kurds indigenous aboriginal first_nations native_american* maori ethnic_minorit* ethnic_group* refugees migrants_like our_ancestors afrodescend* tatar* armenian_community heritage_language`,
      likely: `ethnic* racis* minorit* migrant* immigrant* refugee* heritage homeland mother_tongue roots origin tribe* tribal community people_of_colour ancestor*`,
    },
  },
};

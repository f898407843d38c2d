import { stemmer } from '@orama/stemmers/spanish';
import type { TopicLanguage } from './language.ts';
import { endings, takeEnding } from './suffixes.ts';

/** The stemmer knows this ending with its accent only. */
const accented = /cion$/;
/** Contable and contabilidad. */
const derived = endings('abil', 3, 'abl');

export const spanishTopic: TopicLanguage = {
  code: 'es',
  script: 'Latin',
  stem: (word) => takeEnding(stemmer(word.replace(accented, 'ción')), derived),
  particles: `el la los las un una unos unas de del a al y e o u pero en con sin por para sobre entre desde hasta hacia es son era fue ser esta estan hay no si que quien cual cuando
 donde como porque este estos estas ese esa lo le les se me te nos su sus mi mis tu tus`,
  sensitive: {
    health: {
      sure: `cancer quimio quimioterap* diabet* insulina asma asmatic* inhalador* esclerosis depresion* depresiv* bipolar* esquizofren* autis* tdah epileps* epilept* vih sida demencia alzheimer* parkinson* ictus dialisis migrana migranas artrit* reuma* crohn* celiac* endometriosis infertil* aborto_espontaneo
 leucemia* tumor* hepatitis fibromialg* covid_persistente anorexi* bulimi* psoriasis eczema enfermedad_cronica enfermedades_cronicas dolor_cronico silla_de_ruedas discapac* sordera grupo_de_apoyo ayuda_mutua alcoholicos_anonimos adiccion* sobriedad ataque_de_panico ataques_de_panico cuidados_paliativos menopausia`,
      likely: `paciente* diagnostic* sintoma* enfermedad* enfermo* enferma* clinica* hospital* medico* enfermer* medicament* terap* remision recaida* operacion* salud_mental pastillas`,
      trade: `dent* diente* ortodon* implante* brackets fisio* masaje* nutricion* dietist* farmac* optic* matrona* yoga`,
    },
    religion: {
      sure: `sinagoga* rabino* tora sabat kosher mezquita* coran* ramadan* halal musulman* islam* parroqui* diocesis obispo* catolic* protestant* metodist* bautist* luteran* evangelic* evangelio* cristianos cristianas cristianismo jesus biblia* rosario visperas eucarist* comunion* peregrin*
 monasterio* convento* monje* monja* budis* hindu* judio judios judaismo oracion* rezar rezamos rezo rezos salmo salmos sermon* homilia* bautizo* bautismo* catequesis cofradia* procesion* misa misas hermandad*`,
      likely: `iglesia* capilla* sacerdote* parroco* pastor* dios fe santo santos santa bendicion* altar adviento cuaresma templo* religios* espiritual* virgen`,
    },
    politics: {
      sure: `agrupacion_del_partido nuestro_partido afiliados_del_partido mitin mitines programa_electoral campana_electoral socialista* comunista* psoe izquierda_unida extrema_derecha extrema_izquierda antifascist* colegio_electoral vota_a congreso_del_partido`,
      likely: `partido candidat* eleccion* electo vota votar voto votos votacion* diputad* ministr* gobierno alcald* senad* politic* manifestacion* protest* referendum* peticion* panfleto* oposicion activis* militan*`,
    },
    sexuality: {
      sure: `lgbt* gay gais gays lesbian* bisexual* transgenero* mujeres_trans hombres_trans personas_trans nin*_trans hij*_trans infancias_trans jovenes_trans adolescentes_trans queer* no_binari* marcha_del_orgullo orgullo_gay salir_del_armario mismo_sexo homosexual* drag_queen* asexual* intersexual* homoparental*`,
      likely: `orgullo pride arcoiris pronombre* sexual* trans orientacion* armario`,
    },
    trade_unions: {
      sure: `sindicat* sindical* ccoo ugt cnt huelga* huelguist* piquete* comite_de_empresa convenio_colectivo delegad*_sindical* caja_de_resistencia`,
      likely: `solidar*`,
    },
    ethnic_origin: {
      sure: `diaspora* pueblo_gitano gitan* romani afrodescendiente* comunidad_negra comunidad_china comunidad_armenia indigena* pueblos_originarios quechua* mapuche* aymara* maya_hablantes minoria_etnica minorias_etnicas etnic* etnia* kurd* bereber* amazig*`,
      likely: `minoria* migrante* refugiad* inmigr* origen* lengua_materna raices racis* antepasado* ancestr* comunidad*`,
    },
  },
};

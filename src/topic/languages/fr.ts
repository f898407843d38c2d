import { stemmer } from '@orama/stemmers/french';
import type { TopicLanguage } from './language.ts';
import { endings, takeEnding } from './suffixes.ts';

/** Comptable and comptabilité, whose accent is lost. */
const derived = endings('abilit', 3, 'abl');

export const frenchTopic: TopicLanguage = {
  code: 'fr',
  script: 'Latin',
  stem: (word) => takeEnding(stemmer(word), derived),
  particles: `le la les l un une des du de d et ou mais a au aux en dans sur sous par pour avec sans chez vers entre est sont etait qui que quoi quand comment pourquoi si ce cette ces
 son sa ses leur notre nos votre vos mon ma mes ton ta tes se s y n qu c j m t ne pas je tu il elle on nous vous ils elles`,
  sensitive: {
    health: {
      sure: `cancer* chimio chimiotherap* diabet* diabete insuline asthm* inhalateur* sclerose* depression* depressi* bipolaire* schizophren* autis* tdah epilep* vih sida demence* alzheimer* parkinson* avc dialyse* migraine* arthrite* rhumat* crohn* coeliaque* endometriose* infertil* fausse_couche
 fausses_couches leucemie* tumeur* hepatite* fibromyalg* covid_long anorexi* boulimi* psoriasis eczema maladie_chronique maladies_chroniques douleur_chronique douleurs_chroniques fauteuil_roulant handicap* malentendant* malvoyant* groupe_de_parole alcooliques_anonymes addiction* sobriete crise_de_panique hospice palliatif* menopause pma`,
      likely: `patient* diagnosti* symptom* maladie* malade* clinique* hopital* medecin* infirmi* medicament* therap* remission rechute* operation* sante_mentale soignant* cachets`,
      trade: `dent* orthodont* implant* kine kines kinesitherap* massage* nutrition* dietetic* pharmac* opticien* sage-femme* yoga`,
    },
    religion: {
      sure: `synagogue* rabbin* torah chabbat casher mosquee* imam* coran* ramadan* halal musulman* islam* paroisse* paroissial* diocese* eveque* catholi* protestant* eglise_baptiste lutherien* evangeli* chretien* jesus evangile* bible* rosaire chapelet vepres messe_de_minuit messe_de_noel messe_de_paques messe_de_requiem messe_du_dimanche messe_du_soir messe_du_jour messe_dominicale communion* pelerin*
 monaster* couvent couvents moine moines religieuses bouddhis* bouddhiste* hindou* juif juifs juive* judaisme priere* prier prions psaume* sermon* homelie* bapteme* eucharistie catechis* aumonerie`,
      likely: `eglise* chapelle* pretre* pasteur* dieu seigneur foi saint saints sainte messe messes benediction* autel avent careme temple* religi* spirituel* priant culte*`,
    },
    politics: {
      sure: `tractez tractons tractage tracter section_du_parti notre_parti adherents_du_parti meeting_politique programme_electoral campagne_electorale socialiste* communiste* ecologistes republicains insoumis* front_national rassemblement_national extreme_droite extreme_gauche antifascis* bureau_de_vote circonscription votez_pour legislatives municipales`,
      likely: `parti candidat* election* elire elu elus elue vote* voter depute* ministre* gouvernement maire* senat* politi* campagne* manifest* referendum* petition* tract* opposition militant*`,
    },
    sexuality: {
      sure: `lgbt* gay gays lesbien* bisexuel* transgenre* femmes_trans hommes_trans personnes_trans enfant*_trans jeunes_trans ado*_trans queer* non-binaire* marche_des_fiertes fiertes coming_out coming-out meme_sexe homosexuel* drag_queen* asexuel* intersexe* homoparent*`,
      likely: `fierte pride arc-en-ciel pronom* sexuel* trans orientation* placard`,
    },
    trade_unions: {
      sure: `syndicat* syndical* cgt cfdt force_ouvriere fsu sud-rail preavis_de_greve piquet_de_greve piquets_de_greve greve greves greviste* comite_d'entreprise delegues_du_personnel convention_collective`,
      likely: `solidar* debrayage*`,
    },
    ethnic_origin: {
      sure: `diaspora* roms tsigane* gens_du_voyage afro-descendant* afrodescendant* communaute_noire communaute_armenienne communaute_turque communaute_chinoise kurde* kabyle* berbere* amazigh* minorite_ethnique minorites_ethniques ethnique* autochtone* peuples_premiers antillais* harkis`,
      likely: `minorite* migrant* refugie* immigr* origine* langue_maternelle racines racis* ancetre* ethni* communaute*`,
    },
  },
};

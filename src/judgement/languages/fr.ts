import type { Language } from './language.ts';

export const french: Language = {
  code: 'fr',
  words: {
    common: `le la les un une des du de d l et ou mais à au aux en dans sur sous par pour avec sans chez vers entre est sont était être
      a ont avait avoir il elle ils elles on nous vous je tu ne pas plus que qui quoi dont où quand comment pourquoi si ce cette ces
      son sa ses leur leurs notre nos votre vos mon ma mes ton ta tes se s y n qu c j m t tout tous toute toutes autre même très
      aussi encore déjà toujours bien bon bonne bons nouveau nouvelle nouveaux nouvelles vieux vieille vieilles premier première
      dernier grand grande petit petite deux trois quatre cinq dix aujourd hui demain hier matin soir nuit jour jours an ans année
      semaine mois printemps été automne hiver rue ville village ici là merci bonjour chère cher voici voilà après avant plus moins
      lisez voyez regardez écoutez`,
    not: `pas ne n aucun aucune jamais ni sans rien non personne nul nulle`,
    harmless: `pas_plus_tard pas_seulement n_hésitez n_hésite hésitez_pas hésite_pas pas_besoin sans_expérience sans_tarder n_oubliez n_oublie oubliez_pas pas_plus_de pourquoi_pas n_ayez_pas ayez_pas ne_ratez ne_manquez pas_encore ne_tardez`,
    we: `nous on je j`,
    our: `notre nos mon ma mes`,
    us: `nous rédaction moi messagerie mp adresse`,
    you: `vous tu votre vos ton ta tes te t vôtre`,
    what: `ce quoi tout que`,
    want: `voulez veux envie souhait* aim* rêv* prêt* intéress* avez as`,
    every: `chaque hebdomadaire* mensuel* tous toutes nouveau nouvelle`,
    other: `autre* prochain* différent* quelqu tour change* suivant* relais nouveau nouvelle puis suivante`,
    period: `semaine* mois jour* hebdo`,
    with: `avec w feat ft`,
    by: `par de d du`,
    about: `sur à autour concernant pourquoi comment`,
    weekday: `lundi* mardi* mercredi* jeudi* vendredi* samedi* dimanche* week-end`,
    month: `janvier février mars avril mai juin juillet août septembre octobre novembre décembre`,
    here: `ici bonjour suis salut moi`,
    piece: `article* essai* histoire* récit* chronique* tribune* poème* poésie* nouvelle nouvelles lettre* courrier* témoignage* reportage* critique* recension* mémoire* journal_intime édito* opinion* carnet* conte*
 prose fiction confession* portrait* enquête* dossier* fil papier billet billets`,
    text: `texte* post posts actualité* info infos nouvelles contenu* contribution* manuscrit* brouillon* idée* sujet* proposition* recette* travaux travail expérience* trouvaille* note* paragraphe* écrit* soumission* matière matériau* thème* bonnes_feuilles synopsis
      brève* mots page_blanche annonce* recherche* recueil* anthologie* propositions envoi* croquis brouillons`,
    author: `auteur* autrice* auteure* contribut* rédact* chroniqueu* blogueu* plume* signature* correspondant* pigiste* écrivain* voix poète* essayiste* conteur* conteuse* collaborateur* collaboratrice* débutant* pigistes`,
    writer: `auteur autrice auteure écrivain écrivaine chroniqueur chroniqueuse journaliste poète essayiste blogueur historien historienne`,
    guest: `invité* invitée* hôte convié* accueill* carte_blanche`,
    reader: `lecteur* lectrice* abonné* membre* auditeur* auditrice* spectateur* habitant* voisin* communauté usager* praticien* confrère* collègue_de`,
    outside: `extérieur* externe* tiers tierce* étranger* invité* autrui autres_auteurs non_sollicit* spontané* d_extérieur`,
    anyone: `chacun chacune tout_le_monde quiconque n_importe_qui tous_peuvent toutes_et_tous tous_les_membres ouvert_à_tous ouvert_à_toutes qui_veut les_membres écrit_ici_qui qui_veut qui_le_souhaite l_un_de_vous l_une_de_vous un_d_entre_vous`,
    person: `personne* quelqu_un gens bibliothécaire* hôte* animateur* voix plume* auteur* scientifique* enseignant* invité* médecin* tête* paire`,
    send: `envoy* envoie* adress* transmet* transmett* expédi* écrivez-nous écris-nous écrivez-moi faites_parvenir fais_parvenir faites-nous remett* confi* apport* partag* soumet* soumett* glissez dépos* arriv* parvien*`,
    write: `écri* rédig* signer fait_de fait_par remplissent`,
    tell: `racont* partag* confi* dites dites-nous dis-nous`,
    pitch: `propos* soumet* soumett* pitch* suggér* inscri* postul* candidat* participe*`,
    publish: `publi* imprim* diffus* relay* paraît* paraitre paru* accueill* héberg* mett*_en_ligne met_en_avant montr* post* édit* passons paraiss* sort sortent l_un_de_vous l_une_de_vous imprimons publiez publiez_chez`,
    accept: `accept* pren* recev* reçoi* lis lisons lit lire accueill* attend* bienvenu* examin* étudi* ouvert* recueill*`,
    receive: `acceptons accepte recevons reçoit bienvenu* accueillons attendons lisons demandé* lirons accepté* acceptées`,
    need: `cherch* recherch* besoin attend* manqu* bienvenu* recrut* appel* rassembl* recueill* collect* invit* sollicit* recevons reste places demandées`,
    become: `deven* rejoign* rejoin* inscri* particip* venez viens`,
    call: `appel appel_à appels`,
    rules: `consigne* règle* conditions charte date_limite modalité* comment_proposer comment_contribuer comment_soumettre`,
    open: `ouvert* ouvr*`,
    closed: `fermé* clos close closes clôtur* suspendu* terminé* interrompu* pause`,
    only: `seul* uniquement exclusivement tout tous toutes que rien_que chaque_ligne chaque_mot`,
    ourselves: `nous-mêmes équipe* rédaction interne maison notre_équipe notre_rédaction soi-même moi-même salarié*`,
    host: `tient tenir prend_le_compte prends_le_compte prends_les_rênes anim* aux_commandes relais clés compte les_rênes gère manettes barre volant passe_le prend_la_main prends_la_main le_compte`,
    byline: `texte auteur autrice auteure écrit rédigé signé plume mots récit tribune chronique essai billet propos_recueillis pour_nous spécialement_pour raconte article opinion`,
    speak: `écrit raconte explique souvient rappelle partage répond avoue dit pense décrit défend analyse évoque revient livre confie propose plaide nous_parle parle`,
    ask: ` question* répond* réponse* interrog* demandé demandons demandions`,
    interview: `interview* entretien_avec questions_à questions_pour rencontre_avec rencontré rencontrons demandé interrogé discuté discutons dialogue_avec conversation_avec répond portrait_de parlé échange_avec échangé face_à posées tête-à-tête rendu_visite visité visite_à la_parole_à au_micro en_portrait questions réponses`,
    talk: `conversation* rencontre* minutes_avec heure_avec matinée_avec matin_avec journée_avec café_avec soirée_avec balade_avec discussion* échange* chez entrevue* thé_avec après-midi_avec`,
    episode: `épisode* podcast* numéro saison* émission* hors-série`,
    credit: `photo* image* cliché* illustr* dessin* visuel* caméra vidéo* musique* chanson* traduction* traduit* montage son graphisme* mise_en_page source* agence* afp reuters crédit* crédits affiche* couverture sculpture* peint* tableau* voix_off lecture
      réalis* filmé* film © décor* recette_de carte`,
    contact: `contact* adresser adressez téléphone* tél appel* réserv* renseignement* joindre infos inscriptions whatsapp responsable demander_à`,
    hire: `poste_à emploi* recrut* offre_d cdi cdd salaire* candidature* cv alternance stage* carrière* embauch* recruteur* employeur*`,
    event: `concert* spectacle* billet_d billets billetterie entrée scène* représentation* atelier* conférence* projection* festival* exposition* vernissage* première* tournée* joue chante quatuor* trio groupe chorale messe sermon match entraînement* cours visite* soirée*
      dédicace* lecture_par lecture_publique salle démonstration* stage_de`,
    win: `gagn* vainqueur* lauréat* prix concours félicitation* bravo tirage* tombola loterie lots remport* palmarès médaille* félicit*`,
    staff: `équipe* fondat* directeur* directrice* patron* employé* salarié* gérant* responsable* rédacteur_en_chef rédactrice_en_chef présid* stagiaire* apprenti* chef cheffe propriétaire* pdg manager* bénévole* collègue* associé* notre_boulanger animateur* animatrice* animé*`,
    press: `courrier* gazette* journal presse radio télé* tv magazine antenne émission* quotidien* figaro une_de reportage_sur dans_ouest on_parle_de parle_de_nous hebdomadaire_local rédaction_de`,
    life: `né née mort décès anniversaire* hommage obsèques funérailles mariage* but buts marqué à_la_mémoire mémoire_de a_marqué`,
    customer: `client* command* acheté* achat* livraison* colis avis satisf* ravi* merci_@ délice superbe boîte reçu`,
    company: `sarl sas sa société* entreprise* club* musée* école* université* institut* église* hôtel* restaurant* café* boutique* magasin* librairie* galerie* théâtre* orchestre* radio* agence* banque* assurance* bibliothèque* fondation* syndicat* parti ministère* mairie
      courrier gazette matin`,
    errand: `formulaire* dossier_d déclaration* impôt* tva facture* relevé* compteur* candidature* commande* réclamation* défectueu* cassé* retour* remboursement* garantie* devoir* examen* copie_d bulletin* pièce* justificatif* passeport* reçu_d contrat*
 inscription_au attestation* certificat* devis paiement* adresse_postale mot_de_passe mesure* dossiers demande_de abonnez* abonne commentaire* pièce_cassée retours dépôt devis`,
    meme: `mème* meme* blague* humour drôle* rigol* gag* vanne*`,
    marked: `publicité_: #publicité #pub sponsorisé* collaboration_commerciale #collab partenariat_rémunéré publi-rédactionnel publirédactionnel #ad annonce_payée contenu_sponsorisé communiqué_payant code_promo #partenariat publicité`,
    sell: `publicit* annonceur* annoncer kit_média kit_media sponsor* tarif* partenariat* encart* emplacement* régie payant* parrain*`,
  },
};

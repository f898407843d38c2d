import type { Language } from './language.ts';

export const french: Language = {
  code: 'fr',
  endings: { we: 'ons', you: 'ez' },
  words: {
    common: `le la les un une des du de d l et ou mais à au aux en dans sur sous par pour avec sans chez vers entre est sont était être
      a ont avait avoir il elle ils elles on nous vous je tu ne pas plus que qui quoi dont où quand comment pourquoi si ce cette ces
      son sa ses leur leurs notre nos votre vos mon ma mes ton ta tes se s y n qu c j m t tout tous toute toutes autre même très
      aussi encore déjà toujours bien bon bonne bons nouveau nouvelle nouveaux nouvelles vieux vieille vieilles premier première
      dernier grand grande petit petite deux trois quatre cinq dix aujourd hui demain hier matin soir nuit jour jours an ans année
      semaine mois printemps été automne hiver rue ville village ici là merci bonjour chère cher voici voilà après avant plus moins
      lisez voyez regardez écoutez`,
    not: `pas ne n aucun aucune jamais ni sans rien non personne nul nulle
      refus* déclin*
      ailleurs autre_blog mauvaise_adresse`,
    harmless: `pas_plus_tard pas_seulement n_hésitez n_hésite hésitez_pas hésite_pas pas_besoin sans_expérience sans_tarder n_oubliez n_oublie oubliez_pas pas_plus_de pourquoi_pas n_ayez_pas ayez_pas ne_ratez ne_manquez pas_encore ne_tardez
      pas_écrivain pas_professionnel sans_prétention sans_limite pas_trop pas_de_panique ne_restez n_attendez
      ne_soyez pas_timide rien_à_perdre pas_de_longueur pas_simplement sans_engagement pas_grave
      expérience_non expérience_pas aucune_expérience non_sollicit* pas_nécessaire pas_requis*
      ne_gardez ne_garde
      une_personne nouvelle_personne autre_personne la_personne une_autre_personne
      jamais_imprimé* jamais_publié* personne_n_a
      sans_filtre pas_de_filtre
      ne_payons ne_rémunérons jamais_paru jamais_publi* pas_encore_publi*
      jamais_imprimé* jamais_publié* jamais_écrit`,
    we: `nous on je j`,
    our: `notre nos mon ma mes`,
    us: `nous rédaction moi messagerie mp adresse
      boîte_aux_lettres boite_aux_lettres courriel privé dm
      l'admin à_l'admin modérateur* modération formulaire_de_contact notre_boîte la_rédac rédac`,
    you: `vous tu votre vos ton ta tes te t vôtre
      savez connais connaissez`,
    what: `ce quoi tout que
      quelque_chose ce_que tout_ce`,
    want: `voulez veux envie souhait* aim* prêt* intéress* avez as
      envie_de souhaitez rêvez rêves aimeriez aimerais tenté* désir* voudriez prêt_à motivé* partant*
      rêver`,
    every: `chaque hebdomadaire* mensuel* tous toutes nouveau nouvelle`,
    other: `autre* prochain* différent* quelqu tour change* suivant* relais nouveau nouvelle puis suivante
      change
      quelqu'un
      nouvel
      passe_au passe_à mains nouvelles_mains`,
    period: `semaine* mois jour* hebdo
      quinze_jours quinzaine*`,
    with: `avec w feat ft`,
    by: `par de d du`,
    about: `sur à autour concernant pourquoi comment`,
    weekday: `lundi* mardi* mercredi* jeudi* vendredi* samedi* dimanche* week-end`,
    month: `janvier février mars avril mai juin juillet août septembre octobre novembre décembre`,
    here: `ici bonjour suis salut moi
      aux_commandes au_clavier à_la_barre de_quart`,
    piece: `article* essai* histoire* récit* chronique* tribune* poème* poésie* nouvelle nouvelles lettre* courrier* témoignage* reportage* critique* recension* mémoire* journal_intime édito* opinion* carnet* conte*
 prose fiction confession* portrait* enquête* dossier* fil papier billet billets
      regard notes_d notes_de vue_de ce_texte point_de_vue
      journal_de
      compte-rendu* comptes-rendus retour_d'expérience retours_d'expérience fiche_de_lecture
      contribution_invitée
      anecdote* souvenirs_de réflexion* méditation* monologue* carnet_de première_personne traduction_de billet_que`,
    text: `texte* post posts actualité* info infos nouvelles contenu* contribution* manuscrit* brouillon* idée* sujet* proposition* recette* travaux travail expérience* trouvaille* note* paragraphe* écrit* soumission* matière matériau* thème* bonnes_feuilles synopsis
      brève* mots page_blanche annonce* recherche* recueil* anthologie* propositions envoi* croquis brouillons
      vos_mots tes_mots voulons_le_lire voulons_lire
      savoir quelques_mots quelques_lignes savoirs connaissance*
      description* itinéraire*
      vos_lignes anecdote* coup_de_gueule coups_de_gueule bons_plans
      lignes bribes vers`,
    author: `auteur* autrice* auteure* contribut* rédact* chroniqueu* blogueu* plume* signature* correspondant* pigiste* écrivain* voix poète* essayiste* conteur* conteuse* collaborateur* collaboratrice* débutant* pigistes
      nouvelles_plumes plumes signataire* rédacteurs rédactrices bénévoles_de_la_plume conteurs
      critiques_littéraires slameu* romanci* nouvellist* écrivant* spécialiste* expert* intervenant*
      chroniqueurs nouveaux_auteurs nouvelles_voix contributeurs contributrices
      nouveaux_noms
      nouvelles_plumes nouvelles_signatures nouveaux_noms
      passionné_d'écriture celles_et_ceux_qui_écrivent ceux_qui_écrivent
      il_nous_faut_des_critiques quelqu'un_qui_écrive des_gens_qui_écrivent
      plumitif* amateur_de_plume`,
    writer: `auteur autrice auteure écrivain écrivaine chroniqueur chroniqueuse journaliste poète essayiste blogueur historien historienne`,
    guest: `invité* invitée* hôte convié* accueill* carte_blanche`,
    reader: `lecteur* lectrice* abonné* membre* auditeur* auditrice* spectateur* habitant* voisin* communauté usager* praticien* confrère* collègue_de
      courrier_des lecteurs lectrices parole_aux_lecteurs boîte_aux_lettres riverain* concitoyen* passager*
      ancien_élève anciens_élèves adhérent* paroissien* visiteur* internaute* gens_d_ici celles_et_ceux ceux_qui
      habitants
      consœurs collègues_de`,
    outside: `extérieur* externe* tiers tierce* étranger* invité* autrui autres_auteurs non_sollicit* spontané* d_extérieur
      d_autres les_autres des_autres personne_d_autre
      collaborations partenariats`,
    anyone: `chacun chacune tout_le_monde quiconque n_importe_qui tous_peuvent toutes_et_tous tous_les_membres ouvert_à_tous ouvert_à_toutes qui_veut les_membres écrit_ici_qui qui_veut qui_le_souhaite l_un_de_vous l_une_de_vous un_d_entre_vous
      tout_un_chacun tous_ceux toutes_celles chacun_peut chacune_peut n_importe_qui_peut ouvert_aux_membres
      tous_et_toutes qui_le_veut tous_ceux_qui
      ouverte_à_tous`,
    person: `personne* quelqu'un gens bibliothécaire* hôte* animateur* voix plume* auteur* scientifique* enseignant* invité* médecin* tête* paire
      autre_personne nouvelle_tête une_personne successeur*
      nouvelle_personne paire_de_mains
      quelqu_un_qui`,
    send: `envoy* envoie* adress* transmet* transmett* expédi* écrivez-nous écris-nous écrivez-moi faites_parvenir fais_parvenir faites-nous remett* confi* apport* partag* soumet* soumett* glissez dépos* arriv* parvien*
      faites_suivre faites_passer passez-nous laissez-nous déposez dépose transmettez écrivez-nous_à écrivez_à
      écrire_à contactez-nous par_courriel balancez livrez livrez-nous remettez postez-nous soumettez mp
      à_la_rédaction
      prêtez prête prêtez-nous
      reçu reçue reçus nous_arrive arrivé_de
      tombe_dans débarque
      faites-nous_parvenir faites-le-nous proposez-nous écrivez-nous contactez_la_rédaction passez-nous
      parlez-en
      lâchez lâchez-vous jetez lancez-nous filez-nous refilez-nous passez-la-nous passez-le-nous
      passez-les-nous amenez
      glissez-le-nous glissez-la-nous glissez-nous glisse-nous glissez_vos dans_notre_boîte dans_la_boîte en_privé
      remets-nous fourgu* donnez-nous videz_votre`,
    tag: `identifi* taggez tague taguez mentionn* étiquet*`,
    write: `écri* rédig* signer fait_de fait_par remplissent
      faite_par faites_par faits_par font_cette font_ce_journal
      contribu*
      tape tapent tapote notez
      gribouill* griffonn* note_tes notez_vos couchez couche_sur couchez_sur sur_le_papier tapez-le tapez-la tapez-les
      tape-le mettez_noir noir_sur_blanc mettez_par_écrit esquiss*`,
    tell: `racont* partag* confi* dites dites-nous dis-nous
      raconter dire à_dire à_raconter décri* exprim* confier parlez-nous parle-nous parlez_de témoign*
      livrez-nous exposez
      videz videz_votre confessez défoulez lâchez-vous balancez
      faites-nous_part faire_part
      rédigez documentez mettez_par_écrit montrez-nous expliquez_aux apprenez_aux faites_découvrir`,
    pitch: `propos* soumet* soumett* pitch* suggér* inscri* postul* candidat* participe*
      proposer suggérez recommand* nomin* désign* portez-vous manifest* présentez-vous faites-vous_connaître
      faites_acte candidatez
      prenez_la_plume prends_la_plume à_vos_plumes à_vos_claviers
      contribuez contribuer contribue apportez votre_pierre lancez-vous rejoignez_l'équipe_de_rédact*
      rejoignez_nos_auteurs devenez_contribut* se_lance se_lancer vous_y_collez`,
    publish: `publi* imprim* diffus* relay* paraît* paraitre paru* accueill* héberg* mett*_en_ligne met_en_avant montr* édite éditons éditer édité éditée passons paraiss* sort sortent l_un_de_vous l_une_de_vous imprimons publiez publiez_chez
      relaie relaient relayons relai_* retweet* repartag* repost* reprend reprenons republi* mettons_en_avant
      mis_en_avant donnons_la_parole donner_la_parole la_parole_est_à_vous donnons_voix figurer paraîtra
      paraîtront imprimé imprimée poster peut_publier peuvent_publier une_page_pour lui_offr* offrons_une_page
      offrirons_une_page accorde_une_page partage_les partageons faisons_place trouvera_sa_place
      trouveront_leur_place à_la_une publierons passe_à_l_antenne
      la_page_est_à_vous pages_sont_à_vous scène_est_à_vous colonnes_vous
      membres_publient être_publié être_publiée être_publiés
      poste postons postez postent
      publiez_librement écrivez_librement
      ouvrons_nos_colonnes ouvrons_nos_pages offrons_une_tribune une_tribune
      en_une arrivent_en_une page_d'accueil sortira voit_le_jour en_fait_un_article on_en_fait transformons
      transforme_ton
      mérite_un_public mérite_un_lecteur on_relaie paraissent_ici vous_les_lirez_ici la_parole_à laissons_la_parole
      cédons_la_page cède_la_page ouvrons_la_page prend_place atterrit_ici confie_la_page`,
    accept: `accept* pren* recev* reçoi* lis lisons lit lire accueill* attend* bienvenu* examin* étudi* ouvert* recueill*
      lus lues`,
    receive: `acceptons accepte recevons reçoit bienvenu* accueillons attendons lisons demandé* lirons accepté* acceptées
      bienvenue* bienvenues recueillons accueillis lisons_tout étudions examinons ravis_de_recevoir souhaitées
      souhaités acceptés
      prenons lirons_volontiers
      fera_plaisir fait_plaisir ferait_plaisir ravis_de heureux_de heureuses_de
      avec_plaisir preneurs toujours_preneurs
      reconnaissants_pour contents_de`,
    need: `cherch* recherch* besoin attend* manqu* bienvenu* recrut* appel* rassembl* recueill* collect* invit* sollicit* recevons reste places demandées
      recherchons cherchons en_quête à_la_recherche besoin_de avons_besoin recrute_des recherche_des impatient*
      hâte_de lire serions_ravis serons_ravis ravis_de_lire ravis_de_recevoir heureux_de_lire aimerions_lire
      aimerions_publier voulons_lire en_manque
      voulons_le_lire
      il_nous_faut
      pages_blanches page_blanche encore_vide à_remplir à_pourvoir il_reste`,
    become: `deven* rejoign* rejoin* inscri* particip* venez viens`,
    call: `appel appel_à appels
      call_for_papers open_call`,
    rules: `consigne* règle* conditions charte date_limite modalité* comment_proposer comment_contribuer comment_soumettre
      consignes_aux_auteurs guide_du_contributeur charte_éditoriale comment_ça_marche longueur_maximale
      signes_maximum conditions_de_publication
      comment_nous_travaillons voici_comment_nous
      inédit*`,
    open: `ouvert* ouvr*
      libre libres`,
    closed: `fermé* clos close closes clôtur* suspendu* terminé* interrompu* pause
      arrêté arrêtée plus_ouvert
      assez_d_auteurs assez_d_auteur* assez_de_contribut* assez_de_plumes`,
    only: `seul* uniquement exclusivement tout tous toutes que rien_que chaque_ligne chaque_mot
      purement exclusif intégralement entièrement`,
    ourselves: `nous-mêmes équipe* rédaction interne maison notre_équipe notre_rédaction soi-même moi-même salarié*
      est_de_moi sont_de_moi
      service_de_presse service_presse service_communication siège`,
    host: `tenir prend_le_compte prends_le_compte prends_les_rênes anim* aux_commandes relais clés compte les_rênes gère manettes barre volant passe_le prend_la_main prends_la_main le_compte
      aux_manettes tient_le_compte prend_les_rênes reprend_le_compte change_de_mains changent_de_mains cède
      la_parole_est_à passage_de_relais prend_le_relais passe_le_relais passe_la_main garde_le_compte
      s_occupe_du_compte aux_platines à_la_barre derrière_le_compte derrière_le_clavier prend_le_volant
      prend_le_micro veille_sur
      au_clavier a_les_clés les_clés remise_des_clés laissons_la_page confions_la_page gère_le_fil le_fil
      gère_le_compte tient_ce_compte
      guidon micro gouvernail rênes clavier
      jusqu'à_dimanche c'est_moi tient_la_barre tenu_cette_fois`,
    sign: `signature* votre_nom ton_nom votre_plume ta_plume nom_imprimé nom_en_bas nom_au_bas
      la_page_est_à_vous pages_sont_à_vous scène_est_à_vous parole_est_à_vous colonnes_vous
      la_tienne le_tien
      le_vôtre la_vôtre les_vôtres
      avec_votre_prénom signé_de_vous crédité
      virgules orthographe grammaire on_corrige nous_corrigeons relisons on_relit brouillon* coquilles`,
    byline: `texte auteur autrice auteure écrit rédigé signé plume mots récit tribune chronique essai billet propos_recueillis pour_nous spécialement_pour raconte article opinion
      texte_signé signé_par sous_la_plume plume_de par_notre_invité contribution_de tribune_de billet_de
      récit_de chronique_de mots_de texte_de essai_de un_texte un_article un_billet une_tribune prend_la_plume
      notre_invitée témoignage lettre reportage carnet portrait_par enquête pour_la_revue point_de_vue
      pour_ce_texte pour_cet_article pour_ce_billet pour_cette_contribution pour_ce_récit
      nous_confie que_nous_confie tenu_par tenu_cette_fois traduit_pour la_parole_à réflexions_de souvenirs_de
      carnet_de journal_de`,
    speak: `écrit raconte explique souvient rappelle partage répond avoue dit pense décrit défend analyse évoque revient livre confie propose plaide nous_parle parle
      se_souvient s_interroge réfléchit imagine constate estime affirme dévoile explore observe retrace confesse
      conseille compare montre questionne dénonce commente prévient revient_sur nous_raconte nous_explique
      nous_confie nous_livre passe_en_revue déchiffre décrypte
      médite règle_ses s_attaque s_en_prend retourne revoit loue vante gronde appelle contemple considère
      raconté expliqué confié avoué révélé répondu montré rappelé rapporté écrivait racontait expliquait dit_pourquoi se_rappelle a_vu relate rapporte dépeint témoigne se_remémore`,
    ask: ` question* répond* réponse* interrog* demandé demandons demandions`,
    interview: `interview* entretien_avec questions_à questions_pour rencontre_avec rencontré rencontrons demandé interrogé discuté discutons dialogue_avec conversation_avec répond portrait_de parlé échange_avec échangé face_à posées tête-à-tête rendu_visite visité visite_à la_parole_à au_micro en_portrait questions réponses
      nous_recevons reçoit recevons nous_accueillons rencontre_avec_l entretien grand_entretien interrogée
      rencontrée discussion_avec échanges_avec en_conversation tête_à_tête trois_questions cinq_questions
      dix_questions sept_questions nous_rend_visite rend_visite passe_nous_voir est_passé_nous_voir
      invitée_du_jour invité_du_jour est_notre_invité est_notre_invitée au_micro_de se_confie s_est_confié
      a_répondu nous_a_reçus nous_a_répondu propos_recueillis le_questionnaire sous_le_feu rencontré_avec
      qui_est portrait_d :_portrait
      passée_nous_voir passé_nous_voir venue_nous_voir venu_nous_voir nous_a_rendu_visite
      notre_invité notre_invitée l'invité l'invitée invité_du_mois invitée_du_mois a_passé_une_heure_avec
      s'est_confiée nous_raconte nous_a_raconté
      en_face_de_moi face_à_moi en_face_de_nous sans_détour sans_filtre sans_langue_de_bois nous_accompagne
      nous_rejoint nous_ouvre nous_reçoit nous_accueille nous_dévoile prend_place_en_face à_coeur_ouvert`,
    talk: `conversation* rencontre* minutes_avec heure_avec matinée_avec matin_avec journée_avec café_avec soirée_avec balade_avec discussion* échange* entrevue* thé_avec après-midi_avec
      parler_avec parler discuter apéro_avec dîner_avec déjeuner_avec petit_déjeuner_avec verre_avec tour_avec
      semaine_avec bavardage* causerie*
      parlé discuté causé bavardé papoté
      temps_d_un_café le_temps_d_un autour_d_un_café promenade_avec pause_café tasse_de_thé`,
    studio: `studio* micro canapé fauteuil à_notre_table plateau
      table_de_cuisine cuisine_de`,
    episode: `épisode* podcast* numéro saison* émission* hors-série
      ép ep`,
    venue: `page pages numéro* édition* revue* magazine* chronique* rubrique* colonne* newsletter* infolettre* anthologie* recueil
      chaîne blog* podcast* émission* programme* antenne la_une une_page boîte_aux_lettres gazette* supplément* almanach*
      bulletin* cahier* ici ces_pages feuille fanzine* tribune* prochain_numéro courrier
         une_du`,
    room: `place places espace trou trous créneau* vide* blanc blanche blanches libre* coin coins reste restent maison accueil
      attend attendent logis réserv* appartient appartiennent`,
    hear: `entendre écouter écoute curieux curieuse curieuses lire lit lisons apprendre savoir oreille* ouïe intéress* préfère
      préférons plutôt hâte ravi* heureux contents connaître`,
    length: `mots signes caractères lignes feuillets feuillet pages paragraphe* espaces_compris`,
    count: `deux trois quatre cinq six sept huit neuf dix douze cent cents mille quelques plusieurs dizaine* millier*
      huit_cents`,
    lived: `arrivé passé vécu vu survécu raté perdu échoué appris construit poussé marché souvien* souvenir* version étiez étais
      y_étiez y_étais témoin* première_main essayé découvert trouvé rentré redescendu savez sais connaissez connais entendu
      rencontré réparé gravi échec* expérience* récolte`,
    due: `date_limite date_de_remise remise à_rendre bouclage avant_le jusqu_au au_plus_tard d_ici_le clôture échéance date_butoir
      prochaine_date avant_fin`,
    goods: `port_offert frais_de_port livraison* prix remise* promo* panier facture* solde* garantie pièce_détachée tasse cadeau*
      stock commande* cours rendez-vous assurance* avocat* électricien* plombier* dentiste billets parking catalogue lampe
      répar* artisanal* gros location* voitures boutique* magasin* vente* autocar*
      voiture d'occasion appartement* pneus canapé meubles menu plat plats bouquet crédit emprunt
      coupe_de_cheveux tapisserie seconde_main bonnes_affaires huile_sur_toile
      ordonnance* médicament*`,
    consume: `lisez lire_la écoutez écouter regardez voyez découvrez explique suivez cliquez feuilletez plu aimé demandé téléchargez
      lecture retrouvez profitez par_ici`,
    react: `commentaire* plus_bas préféré* devinez votez ami amie amis réaction* sondage couverture identifiez pensez impressions merci
      aimez`,
    released: `est_sorti est_sortie vient_de_sortir nouveau_numéro nouvel_épisode nouvelle_chronique en_kiosque est_là dernier_épisode
      en_ligne hier saviez d_autres_histoires vient_de_paraître paru`,
    credit: `photo* image* cliché* illustr* dessin* visuel* caméra vidéo* musique* chanson* traduction* traduit* montage son graphisme* mise_en_page source* agence* afp reuters crédit* crédits affiche* couverture sculpture* peint* tableau* voix_off lecture
      réalis* filmé* film © décor* recette_de carte
      crédit_photo prise_de_vue graphiste maquettiste relecture correct* archives croquis infographie* animation
      mixage photographié montage_de bande_son illustrateur
      réalisé_par réalisée_par portrait_réalisé
      huile_sur toile eau-forte aquarelle portrait_de_la portrait_du don_de livret arrangement interprète
      sculpteur graveur soliste
      scénario scénariste distribution_: mise_en_scène bande_originale
      objectif vues_de cadrage déclencheur image_de capture`,
    contact: `contact* adresser adressez téléphone* tél appel* réserv* renseignement* joindre infos inscriptions whatsapp responsable demander_à
      accueil standard secrétariat réservations inscriptions_auprès renseignements_auprès par_téléphone
      à_la_caisse au_comptoir tient_la_caisse`,
    hire: `poste_à emploi* recrut* offre_d cdi cdd salaire* candidature* cv alternance embauch* recruteur* employeur*
      temps_plein temps_partiel plein_temps mi-temps poste_basé en_cdi en_cdd nous_embauchons
      nous_recrutons lettre_de_motivation offre_d_emploi offres_d_emploi rejoindre_notre_équipe
      rejoignez_notre_équipe pour_notre_bureau profil_recherché
      offre_de_stage stage_de stage_en stagiaire_recherché* postes_ouverts poste_de poste_d poste_en
      opportunité_de_carrière
      jobs careers karriere
      salaire embauche embauchons recrutons`,
    event: `concert* spectacle* billet_d billets billetterie entrée scène* représentation* atelier* conférence* projection* festival* exposition* vernissage* première* tournée* joue chante quatuor* trio groupe chorale messe sermon match entraînement* cours visite* soirée*
      dédicace* lecture_par lecture_publique salle démonstration* stage_de
      violoncelle batterie guitare violon piano basse sur_scène chef_d_orchestre soliste* rappel_ complet
      guichet ouverture_des_portes récital* dédicaces lit_des_extraits rencontre-dédicace lancement_du_livre
      slam_ouvert
      portes_ouvertes défilé foire répétition orchestre philharmoni* duo ensemble conférencier* table_ronde
      rétrospective captation*
      ténor soprano baryton`,
    win: `gagn* vainqueur* lauréat*  concours félicitation* bravo tirage* tombola loterie lots remport* palmarès médaille* félicit*
      gagnant* gagnante* gagnez gagner tirée_au_sort tiré_au_sort finaliste* vainqueurs récompens* remporte
      premier_prix
      deuxième_place troisième_place  emporte vendeur_de_l'année de_l'année
      apprenti_de_l'année employé_du_mois bravo_à l'argent_pour le_bronze médaillé*`,
    staff: `équipe* fondat* directeur* directrice* patron* employé* salarié* gérant* responsable* rédacteur_en_chef rédactrice_en_chef présid* stagiaire* apprenti* chef cheffe propriétaire* pdg manager* bénévole* collègue* associé* notre_boulanger animateur* animatrice* animé*
      notre_capitaine notre_cheffe notre_boulangère notre_directrice porte-parole a_rejoint_notre rejoint_notre
      nouvelle_recrue nouveau_collègue
      rédactrice
      moniteur* monitrice* notre_médecin notre_consœur vendeur vendeuse contremaître proviseur* standardiste*
      secrétaire trésorier* pâtissi*
      portrait_maison tourneur nos_vétérinaires`,
    press: `courrier* gazette* journal presse radio télé* tv magazine antenne émission* quotidien* figaro une_de reportage_sur dans_ouest on_parle_de parle_de_nous hebdomadaire_local rédaction_de
      invitée_de_radio invité_de_radio invité_de_la_radio à_la_radio à_la_télé dans_le_journal_local
      parle_à_la_gazette parle_au_journal a_parlé_à_la dans_la_presse sur_les_ondes passage_à_la_radio
      à_réécouter était_l_invité* interviewé_par interviewée_par`,
    life: `né née mort décès anniversaire* hommage obsèques funérailles mariage* but buts marqué à_la_mémoire mémoire_de a_marqué
      condoléances adieu_à nous_a_quittés deuil en_hommage joyeux_anniversaire retraite disparition_de
      maire ministre député* attaquant* gardien_de_but entraîneur* préfet* sénateur* cheffe_des_pompiers
      chef_des_pompiers
      adjudant* gendarme* brigadier inspecteur* conseiller_municipal conseiller conseillère buteur
      milieu_de_terrain défenseur recrue homme_du_match veuve`,
    customer: `client* command* acheté* achat* livraison* colis avis satisf* ravi* merci_@ délice superbe boîte reçu
      avis_de_nos_clients avis_client témoignage_client témoignages_clients disent_nos_clients en_vente en_stock
      en_rayon disponible_en dans_notre_boutique en_magasin cinq_étoiles déballage ★ en_vente_chez achetez
      euro euros €
      patients nos_hôtes_disent étoiles remerciement*
      à_la_maison je_recommande les_oeufs`,
    company: `sarl sas sa société* entreprise* club* musée* école* université* institut* église* hôtel* restaurant* café* boutique* magasin* librairie* galerie* théâtre* orchestre* radio* agence* banque* assurance* bibliothèque* fondation* syndicat* parti ministère* mairie
      courrier gazette matin
      conseil_municipal commune gendarmerie police cabinet clinique  auto-école garage boulangerie
      brasserie boucherie conservatoire
      pharmacie paroisse mosquée synagogue crèche_municipale salon_de_coiffure   
           salle_de_sport camping auberge cinéma_municipal
      opéra zoo piscine_municipale  menuiserie_du taxi régie_des_eaux`,
    errand: `formulaire* dossier_d déclaration* impôt* tva facture* relevé* compteur* candidature* commande* réclamation* défectueu* cassé* retour* remboursement* garantie* devoir* examen* copie_d bulletin* pièce* justificatif* passeport* reçu_d contrat*
 inscription_au attestation* certificat* devis paiement* adresse_postale mot_de_passe mesure* dossiers demande_de abonnez* abonne commentaire* pièce_cassée retours dépôt devis
      colis vos_mesures taille* dégâts dommage* sinistre* livraison position localisation adresse_de_livraison
      cagnotte horaires numéro_de_série numéro_de_commande déclaration_de
      demandes_des par_écrit déposer_un requête* pétition* doléance* panne pannes signaler signalement*
      objet_perdu objets_trouvés questions_sur question_sur permanence* ordre_du_jour témoins témoins_de
      guichet
      ordonnance* radiographie* dossier_médical perdu_trouvé symptôme* adopter adoptez adoptant* adoption*`,
    meme: `mème* meme* blague* humour drôle* rigol* gag* vanne*`,
    marked: `publicité_: #publicité #pub sponsorisé* collaboration_commerciale #collab partenariat_rémunéré publi-rédactionnel publirédactionnel #ad annonce_payée contenu_sponsorisé communiqué_payant code_promo #partenariat publicité`,
    sell: `publicit* annonceur* annoncer kit_média kit_media sponsor* tarif* partenariat* encart* emplacement* régie payant* parrain*`,
  },
};

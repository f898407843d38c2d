import type { Form } from './form.ts';

export const frenchForm: Form = {
  title: 'Que lisez-vous ?',
  intro:
    'Nous aimerions publier là où vous lisez déjà. Indiquez ce que vous avez vraiment ouvert le mois dernier. Cela prend trois minutes, et « rien » est aussi une bonne réponse.',
  name: 'Votre nom',
  email: 'Votre adresse e-mail',
  questions: [
    'Quelles pages et quels groupes Facebook lisez-vous ?',
    'Quels comptes Instagram suivez-vous ?',
    'Quelles entreprises, quels groupes et quelles newsletters suivez-vous sur LinkedIn ?',
    'Quelles chaînes Telegram lisez-vous ?',
    'Quelles chaînes YouTube regardez-vous ?',
    'Quels podcasts écoutez-vous ?',
    'Quelles newsletters, quels sites et quelles communautés lisez-vous ?',
  ],
  hint: 'Un par ligne : un lien, un @nom, ou le nom tel qu’il figure sur la page. Écrivez « rien » si vous ne suivez rien.',
  notes: {
    heading: 'Pour vous, pas pour le formulaire',
    lines: [
      'Demandez le nom ou l’adresse e-mail tels qu’ils figurent dans votre liste de clients ; l’un des deux suffit.',
      'Dites avant la première question qui vous êtes, à quoi servent les réponses, combien de temps vous les gardez et comment s’y opposer (RGPD, articles 6 et 13).',
      'Si quelqu’un répond depuis la Russie : depuis le 1er juillet 2025 (23-FZ modifiant 152-FZ), ses données ne peuvent être enregistrées d’abord que dans des bases en Russie. Google Forms, Microsoft Forms et Typeform n’y sont pas ; choisissez un hébergeur en Russie, par exemple Yandex Forms. Depuis le 1er septembre 2025, le consentement est un document à part, pas une ligne du formulaire.',
      'Téléchargez les réponses en CSV ou XLSX et lancez : target-resources survey answers.csv',
      'Qui a été interrogé sans répondre compte aussi : ajoutez une ligne avec son seul nom.',
    ],
  },
};

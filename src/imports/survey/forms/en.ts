import type { Form } from './form.ts';

export const englishForm: Form = {
  title: 'What do you read?',
  intro:
    'We would like to publish where you already read. Please name what you really opened in the last month. It takes three minutes, and no answer is a good answer, too.',
  name: 'Your name',
  email: 'Your e-mail address',
  questions: [
    'Which Facebook pages and groups do you read?',
    'Which Instagram accounts do you follow?',
    'Which LinkedIn companies, groups and newsletters do you follow?',
    'Which Telegram channels and groups do you read?',
    'Which YouTube channels do you watch?',
    'Which podcasts do you listen to?',
    'Which newsletters, websites and communities do you read?',
  ],
  hint: 'One per line: a link, an @handle, or the name as it stands on the page. Write "none" where you follow nothing.',
  notes: {
    heading: 'For you, not for the form',
    lines: [
      'Ask for the name or the e-mail address as they stand in your client list; only one of them is needed.',
      'Say before the first question who you are, what the answers are used for, how long you keep them and how to object (GDPR, articles 6 and 13).',
      'If anybody in Russia answers: since 1 July 2025 (23-FZ amending 152-FZ) their data may first be recorded only in databases in Russia. Google Forms, Microsoft Forms and Typeform are not; choose a host in Russia such as Yandex Forms. Since 1 September 2025 consent is a document of its own: a separate page or file with its own signature or tick, not a line of the form or of the terms.',
      'Download the answers as CSV or XLSX and run: target-resources survey answers.csv',
      'Whoever was asked and did not answer counts when you add a row with their name and nothing else.',
    ],
  },
};

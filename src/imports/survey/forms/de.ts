import type { Form } from './form.ts';

export const germanForm: Form = {
  title: 'Was lesen Sie?',
  intro:
    'Wir möchten dort veröffentlichen, wo Sie ohnehin lesen. Nennen Sie bitte, was Sie im letzten Monat wirklich geöffnet haben. Es dauert drei Minuten, und auch „nichts“ ist eine gute Antwort.',
  name: 'Ihr Name',
  email: 'Ihre E-Mail-Adresse',
  questions: [
    'Welche Seiten und Gruppen auf Facebook lesen Sie?',
    'Welchen Konten auf Instagram folgen Sie?',
    'Welchen Unternehmen, Gruppen und Newslettern auf LinkedIn folgen Sie?',
    'Welche Kanäle auf Telegram lesen Sie?',
    'Welche Kanäle auf YouTube sehen Sie?',
    'Welche Podcasts hören Sie?',
    'Welche Newsletter, Websites und Foren lesen Sie?',
  ],
  hint: 'Eines pro Zeile: ein Link, ein @Name oder der Name, wie er auf der Seite steht. Wo Sie nichts lesen, schreiben Sie „nichts“.',
  notes: {
    heading: 'Für Sie, nicht für das Formular',
    lines: [
      'Fragen Sie nach dem Namen oder der E-Mail-Adresse, wie sie in Ihrer Kundenliste stehen; eines von beiden genügt.',
      'Sagen Sie vor der ersten Frage, wer Sie sind, wozu die Antworten dienen, wie lange Sie sie aufbewahren und wie man widerspricht (DSGVO, Artikel 6 und 13).',
      'Wenn jemand in Russland antwortet: Seit dem 1. Juli 2025 (23-FZ, Änderung von 152-FZ) dürfen diese Daten zuerst nur in Datenbanken in Russland erfasst werden. Google Forms, Microsoft Forms und Typeform liegen nicht dort; wählen Sie einen Anbieter in Russland, etwa Yandex Forms. Seit dem 1. September 2025 ist die Einwilligung ein eigenes Dokument, keine Zeile im Formular.',
      'Laden Sie die Antworten als CSV oder XLSX herunter und starten Sie: target-resources survey answers.csv',
      'Wer gefragt wurde und nicht geantwortet hat, zählt mit, wenn Sie eine Zeile nur mit dem Namen hinzufügen.',
    ],
  },
};

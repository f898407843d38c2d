import type { Form } from './form.ts';

export const spanishForm: Form = {
  title: '¿Qué lee usted?',
  intro:
    'Queremos publicar donde usted ya lee. Indique lo que de verdad abrió en el último mes. Son tres minutos, y «nada» también es una buena respuesta.',
  name: 'Su nombre',
  email: 'Su correo electrónico',
  questions: [
    '¿Qué páginas y grupos de Facebook lee usted?',
    '¿Qué cuentas de Instagram sigue usted?',
    '¿Qué empresas, grupos y boletines de LinkedIn sigue usted?',
    '¿Qué canales de Telegram lee usted?',
    '¿Qué canales de YouTube mira usted?',
    '¿Qué podcasts escucha usted?',
    '¿Qué boletines, sitios web y comunidades lee usted?',
  ],
  hint: 'Uno por línea: un enlace, un @nombre o el nombre tal como figura en la página. Escriba «nada» donde no siga nada.',
  notes: {
    heading: 'Para usted, no para el formulario',
    lines: [
      'Pida el nombre o el correo tal como están en su lista de clientes; basta uno de los dos.',
      'Diga antes de la primera pregunta quién es, para qué sirven las respuestas, cuánto tiempo las guarda y cómo oponerse (RGPD, artículos 6 y 13).',
      'Si alguien responde desde Rusia: desde el 1 de julio de 2025 (23-FZ, que modifica 152-FZ) sus datos solo pueden registrarse primero en bases situadas en Rusia. Google Forms, Microsoft Forms y Typeform no lo están; elija un servicio en Rusia, como Yandex Forms. Desde el 1 de septiembre de 2025 el consentimiento es un documento aparte, no una línea del formulario.',
      'Descargue las respuestas en CSV o XLSX y ejecute: target-resources survey answers.csv',
      'Quien fue preguntado y no respondió también cuenta: añada una fila solo con su nombre.',
    ],
  },
};

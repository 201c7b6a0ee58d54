import type { NoteTexts } from './note-texts.ts'
import { SPANISH_CONSENT } from './spanish-consent.ts'
import { SPANISH_CONVERSATION } from './spanish-conversation.ts'
import { SPANISH_HAPPENED } from './spanish-happened.ts'
import { SPANISH_HOURS } from './spanish-hours.ts'

/** Spanish as it is spoken in the United States: usted, and words that leave gender open. */
export const SPANISH: NoteTexts = {
  headings: {
    happened: 'QUÉ PASÓ',
    score: 'QUÉ SIGNIFICA LA PUNTUACIÓN',
    next: 'SIGUIENTE PASO',
    channels: 'MEDIOS DE CONTACTO',
    ask: 'PREGUNTE',
    say: 'DIGA',
    notice: 'AVISO',
  },
  sayIn: { en: 'DIGA (en inglés)', es: 'DIGA (en español)' },
  score:
    'Puntuación {score} de 100 (afinidad {fit}, interacción {engagement}), categoría {grade}: {tier}.',
  rest: {
    one: '{points} por 1 motivo más.',
    more: '{points} por {count} motivos más.',
    limits: '{points} por los límites del modelo.',
    oneAndLimits: '{points} por 1 motivo más y los límites del modelo.',
    moreAndLimits: '{points} por {count} motivos más y los límites del modelo.',
  },
  actions: {
    call: 'Llame a esta persona{within}, dentro del horario de contacto.',
    email: 'Escríbale un correo electrónico{within}.',
    'book-consult': 'Ofrézcale una consulta{within}.',
    'verify-benefits': 'Ofrézcale verificar sus beneficios{within}.',
    'send-information': 'Ofrézcale información por correo electrónico{within}.',
    nurture: 'Siga en contacto, al ritmo que esta persona prefiera.',
    refer: 'Ayude a esta persona a encontrar una opción más adecuada{within}.',
    'follow-crisis-protocol': 'Siga el protocolo de crisis de su organización.',
    none: 'Ninguna acción para ventas.',
  },
  answers: {
    callWithCare:
      'Llame a esta persona{within}, dentro del horario de contacto; empiece por preguntar si le viene bien una llamada.',
    insteadOfWriting:
      'No está abierto el medio escrito que pidió: telefonee{within}, dentro del horario de contacto, y empiece por preguntar si le viene bien una llamada.',
    byText: 'Envíele un mensaje de texto, como pidió, dentro del horario de contacto.',
    inTouch:
      'Su equipo estuvo en contacto con esta persona el {date} y desde entonces nada espera respuesta. Siga en contacto, al ritmo que esta persona prefiera.',
  },
  theme: 'Tema: {theme}.',
  happened: SPANISH_HAPPENED,
  consent: SPANISH_CONSENT,
  hours: SPANISH_HOURS,
  conversation: SPANISH_CONVERSATION,
}

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
  actions: {
    call: 'Llame a esta persona{within}, dentro del horario de contacto.',
    email: 'Escríbale un correo electrónico{within}.',
    'book-consult': 'Ofrézcale una consulta{within}.',
    'verify-benefits': 'Ofrézcale verificar sus beneficios{within}.',
    'send-information': 'Envíele la información por la que preguntó{within}.',
    nurture: 'Siga en contacto, al ritmo que esta persona prefiera.',
    refer: 'Ayude a esta persona a encontrar una opción más adecuada{within}.',
    'follow-crisis-protocol': 'Siga el protocolo de crisis de su organización.',
    none: 'Ninguna acción para ventas.',
  },
  theme: 'Tema: {theme}.',
  happened: SPANISH_HAPPENED,
  consent: SPANISH_CONSENT,
  hours: SPANISH_HOURS,
  conversation: SPANISH_CONVERSATION,
}

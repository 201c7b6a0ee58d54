import { ENGLISH_CONSENT } from './english-consent.ts'
import type { ConsentTexts } from './note-texts.ts'

const OTHER_TEAM = 'por favor, pase esta solicitud al equipo que su organización designa para ello'
const CONSENT_MISSING =
  'Sin puntuación: aún no consta un consentimiento que esta solicitud requiere.'
const OPTED_OUT = 'se dio de baja o el consentimiento terminó'

export const SPANISH_CONSENT: ConsentTexts = {
  channels: { phone: 'teléfono', email: 'correo electrónico', sms: 'mensaje de texto' },
  anyChannel: 'ningún medio',
  allowed: 'Medios permitidos: {channels}.',
  noneAllowed: 'Medios permitidos: ninguno.',
  closed: 'No por {channels}: {why}.',
  closedBecause: {
    'forget-requested': 'pidió que se borren sus datos',
    'do-not-process': 'pidió que no se usen sus datos',
    'consent-unreadable': 'un campo de consentimiento de este registro no se puede leer',
    'under-13': OTHER_TEAM,
    'aged-13-17': OTHER_TEAM,
    'age-unreadable': OTHER_TEAM,
    'legal-basis-missing': 'no consta una base legal para el contacto',
    'consent-revoked': 'pidió que termine todo contacto',
    'do-not-solicit': 'pidió que no se le ofrezca nada',
    'contact-not-wanted': 'pidió que no haya contacto, o que no sea por ahora',
    'do-not-call': 'pidió no recibir llamadas',
    'phone-opt-out': OPTED_OUT,
    'email-opt-out': OPTED_OUT,
    'sms-consent-missing': 'falta un consentimiento expreso por escrito',
    'sms-consent-incomplete': 'al consentimiento escrito le falta una parte que exige la ley',
  },
  closedUnsaid: 'no consta nada que lo permita',
  withCare: 'Con cuidado ({channels}): no consta que lo desee; empiece por preguntarlo.',
  holds: {
    'no-consent': 'Puntuación solo para informes internos; por favor, no inicie contacto.',
    'do-not-profile': 'Sin puntuación: esta persona pidió que sus datos no se usen de esta manera.',
    'another-team': `Sin puntuación: ${OTHER_TEAM}.`,
    'consent-awaited': CONSENT_MISSING,
    'at-capacity':
      'Por el momento ningún lugar corresponde a esta solicitud; ofrezca la lista de espera u otra opción.',
    'existing-patient':
      'Ya está en contacto con el equipo de atención; por favor, dirija allí sus preguntas.',
  },
  stopped: {
    'consent-unreadable':
      'Sin puntuación: un campo de consentimiento de este registro no se puede leer; por favor, pida que administración del CRM lo revise.',
    'legal-basis-missing': 'Sin puntuación: aún no consta una base legal para el contacto.',
  },
  crisis:
    'Siga el protocolo de crisis de su organización; el 988 (llamada o mensaje de texto) está disponible.',
  // The rule gives its statement in English only, so that one stands beside what it says.
  part2Notice: `La norma 42 CFR parte 2 prohíbe el uso o la divulgación de estos registros sin autorización. ${ENGLISH_CONSENT.part2Notice}`,
  part2Signed: 'El consentimiento escrito que consta se firmó el {date}.',
  part2Undated:
    'Consta un consentimiento escrito; la fecha de la firma no figura en este registro.',
}

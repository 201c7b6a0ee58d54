import type { ConversationTexts } from './note-texts.ts'

const WISHED_CONTACT = 'cómo prefiere que nos comuniquemos'

export const SPANISH_CONVERSATION: ConversationTexts = {
  ask: 'Si surge: {questions}.',
  questions: {
    individual: {
      inquiryType: 'si pregunta para sí o para un ser querido',
      requestedContact: WISHED_CONTACT,
      verification: 'si desea que verifiquemos su seguro',
      state: 'en qué estado vive',
      serviceLine: 'qué tipo de apoyo busca',
      smsConsent: 'si desea recibir mensajes de texto',
    },
    employer: {
      role: 'cómo participa en la elección de beneficios',
      companySize: 'a cuántas personas empleadas apoya',
      selfInsured: 'cómo se financia su plan de salud',
      industry: 'a qué se dedica su organización',
      requestedContact: WISHED_CONTACT,
    },
    'health-plan': {
      role: 'cómo participa en las decisiones sobre la red',
      state: 'en qué estados viven las personas afiliadas',
      requestedContact: WISHED_CONTACT,
    },
    'referral-partner': {
      organisationType: 'en qué tipo de organización trabaja',
      state: 'desde qué estados refiere',
      requestedContact: WISHED_CONTACT,
    },
    'provider-org': {
      role: 'cómo participa en la organización',
      companySize: 'cuántas personas trabajan allí',
      state: 'en qué estados presta servicio',
    },
  },
  say: {
    individual: [
      '"Gracias por comunicarse con nosotros. ¿De qué le ayudaría más hablar?"',
      '"Podemos ir a su ritmo, y usted decide cuál es el siguiente paso."',
    ],
    employer: [
      '"Gracias por buscar apoyo para las personas de su equipo."',
      '"¿Qué le gustaría ofrecerles que todavía no tengan?"',
    ],
    'health-plan': [
      '"Gracias por su interés en colaborar con nosotros."',
      '"¿Qué es lo más importante en este momento para las personas afiliadas a su plan?"',
    ],
    'referral-partner': [
      '"Gracias por pensar en nosotros para las personas a quienes apoya."',
      '"¿Qué haría más fácil referir a alguien, para usted y para esa persona?"',
    ],
    'provider-org': [
      '"Gracias por su interés en colaborar con nosotros."',
      '"¿Qué le gustaría ofrecer a las personas a quienes atienden?"',
    ],
  },
}

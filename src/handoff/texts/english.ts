import { ENGLISH_CONSENT } from './english-consent.ts'
import { ENGLISH_CONVERSATION } from './english-conversation.ts'
import { ENGLISH_HAPPENED } from './english-happened.ts'
import { ENGLISH_HOURS } from './english-hours.ts'
import type { NoteTexts } from './note-texts.ts'

export const ENGLISH: NoteTexts = {
  headings: {
    happened: 'WHAT HAPPENED',
    score: 'WHAT THE SCORE MEANS',
    next: 'NEXT',
    channels: 'CHANNELS',
    ask: 'ASK',
    say: 'SAY',
    notice: 'NOTICE',
  },
  sayIn: { en: 'SAY (in English)', es: 'SAY (in Spanish)' },
  score: 'Score {score} of 100 (fit {fit}, engagement {engagement}), grade {grade}: {tier}.',
  actions: {
    call: 'Call them{within}, during contact hours.',
    email: 'Write them an email{within}.',
    'book-consult': 'Offer a consultation{within}.',
    'verify-benefits': 'Offer to verify their benefits{within}.',
    'send-information': 'Send the information they asked about{within}.',
    nurture: 'Keep in touch at their pace.',
    refer: 'Help them find a better fit elsewhere{within}.',
    'follow-crisis-protocol': "Follow your organisation's crisis protocol.",
    none: 'No action for sales.',
  },
  theme: 'Theme: {theme}.',
  happened: ENGLISH_HAPPENED,
  consent: ENGLISH_CONSENT,
  hours: ENGLISH_HOURS,
  conversation: ENGLISH_CONVERSATION,
}

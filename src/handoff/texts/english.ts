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
  rest: {
    one: '{points} from 1 more reason.',
    more: '{points} from {count} more reasons.',
    limits: '{points} from the limits of the model.',
    oneAndLimits: '{points} from 1 more reason and the limits of the model.',
    moreAndLimits: '{points} from {count} more reasons and the limits of the model.',
  },
  actions: {
    call: 'Call them{within}, during contact hours.',
    email: 'Write them an email{within}.',
    'book-consult': 'Offer a consultation{within}.',
    'verify-benefits': 'Offer to verify their benefits{within}.',
    'send-information': 'Offer information by email{within}.',
    nurture: 'Keep in touch at their pace.',
    refer: 'Help them find a better fit elsewhere{within}.',
    'follow-crisis-protocol': "Follow your organisation's crisis protocol.",
    none: 'No action for sales.',
  },
  answers: {
    callWithCare:
      'Call them{within}, during contact hours; begin by asking whether a call suits them.',
    insteadOfWriting:
      'No way of writing they asked for is open: phone{within}, during contact hours, and begin by asking whether a call suits them.',
    byText: 'Send them a text message, as they asked, during contact hours.',
    inTouch:
      'Your team was in touch with them on {date}, and nothing since waits for an answer. Keep in touch at their pace.',
  },
  theme: 'Theme: {theme}.',
  happened: ENGLISH_HAPPENED,
  consent: ENGLISH_CONSENT,
  hours: ENGLISH_HOURS,
  conversation: ENGLISH_CONVERSATION,
}

import {
  BOOLEAN_FACT,
  codeFact,
  DATE_FACT,
  type Definitions,
  fact,
  NUMBER_FACT,
} from '../fact-definition.ts'
import {
  BOOKKEEPING,
  CARE,
  ENGAGEMENT,
  FEEDBACK,
  FUNNEL,
  INTEREST,
  ORGANISATION,
  PROFILE,
} from './groups.ts'

/** What somebody asked for. */
export const CARE_FACTS: Definitions = {
  inquiryType: fact(CARE, 'for whom and as what they inquire', codeFact('inquiry-type')),
  requestedContact: fact(CARE, 'how they asked to be answered', codeFact('requested-contact'), {
    // A no on one field outweighs a wish on another; then what intrudes least.
    merge: {
      by: 'strictest',
      order: ['none', 'email', 'text', 'call', 'call-today', 'other'],
    },
  }),
  serviceLine: fact(CARE, 'which programme they asked for', codeFact('service-line'), {
    merge: { by: 'part2-first' },
  }),
  verification: fact(CARE, 'state of the insurance check', codeFact('verification')),
}

/** Who somebody is to the organisation, in the coarsest words that serve. */
export const PROFILE_FACTS: Definitions = {
  createdAt: fact(BOOKKEEPING, 'when the CRM first knew them', DATE_FACT),
  role: fact(PROFILE, 'role at work', codeFact('role')),
  emailClass: fact(PROFILE, 'kind of mail domain', codeFact('email-class')),
  state: fact(PROFILE, 'US state', codeFact('us-state')),
  language: fact({ ...PROFILE, purpose: 'note' }, 'preferred language', codeFact('language')),
  lifecycle: fact(FUNNEL, 'lifecycle stage', codeFact('lifecycle')),
  leadStatus: fact(FUNNEL, 'lead status', codeFact('lead-status')),
  source: fact(FUNNEL, 'where they came from', codeFact('lead-source')),
  industry: fact(ORGANISATION, 'industry', codeFact('industry')),
  companySize: fact(ORGANISATION, 'number of employees', NUMBER_FACT),
  companyState: fact(ORGANISATION, 'US state of the organisation', codeFact('us-state')),
  selfInsured: fact(ORGANISATION, 'insures its employees itself', BOOLEAN_FACT),
  organisationType: fact(ORGANISATION, 'kind of organisation', codeFact('organisation-type')),
  repFeedback: fact(FEEDBACK, 'what a rep said of the score', codeFact('feedback')),
  outcome: fact(
    FEEDBACK,
    'what became of them, in the words of the portal',
    codeFact('deal-outcome'),
  ),
  outcomeAt: fact(FEEDBACK, 'when that was decided', DATE_FACT),
}

/** What somebody did, as counts, dates and categories. */
export const ENGAGEMENT_FACTS: Definitions = {
  emailOpens: fact(ENGAGEMENT, 'emails opened', NUMBER_FACT),
  emailClicks: fact(ENGAGEMENT, 'emails clicked', NUMBER_FACT),
  emailReplies: fact(ENGAGEMENT, 'emails answered', NUMBER_FACT),
  emailBounces: fact(ENGAGEMENT, 'emails bounced', NUMBER_FACT),
  lastEmailOpenAt: fact(ENGAGEMENT, 'last email opened', DATE_FACT),
  lastEmailClickAt: fact(ENGAGEMENT, 'last email clicked', DATE_FACT),
  lastEmailReplyAt: fact(ENGAGEMENT, 'last email answered', DATE_FACT),
  pageViews: fact(ENGAGEMENT, 'pages viewed', NUMBER_FACT),
  lastPageViewAt: fact(ENGAGEMENT, 'last page viewed', DATE_FACT),
  formSubmissions: fact(ENGAGEMENT, 'forms submitted', NUMBER_FACT),
  lastFormAt: fact(ENGAGEMENT, 'last form submitted', DATE_FACT),
  lastPageCategory: fact(INTEREST, 'kind of page last viewed', codeFact('page-category')),
  lastFormCategory: fact(INTEREST, 'kind of form last submitted', codeFact('form-category')),
}

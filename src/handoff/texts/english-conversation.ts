import type { ConversationTexts } from './note-texts.ts'

const WISHED_CONTACT = 'how they would like to be contacted'

export const ENGLISH_CONVERSATION: ConversationTexts = {
  ask: 'If it comes up: {questions}.',
  questions: {
    individual: {
      inquiryType: 'whether the inquiry is for themselves or a loved one',
      requestedContact: WISHED_CONTACT,
      verification: 'whether they would like their insurance checked',
      state: 'which state they live in',
      serviceLine: 'what kind of support they are looking for',
      smsConsent: 'whether text messages are welcome',
    },
    employer: {
      role: 'their part in choosing benefits',
      companySize: 'how many employees they support',
      selfInsured: 'how their health plan is funded',
      industry: 'what their organisation does',
      requestedContact: WISHED_CONTACT,
    },
    'health-plan': {
      role: 'their part in network decisions',
      state: 'which states their members live in',
      requestedContact: WISHED_CONTACT,
    },
    'referral-partner': {
      organisationType: 'what kind of organisation they work for',
      state: 'which states they refer from',
      requestedContact: WISHED_CONTACT,
    },
    'provider-org': {
      role: 'their part in the organisation',
      companySize: 'how many people work there',
      state: 'which states they serve',
    },
  },
  say: {
    individual: [
      '"Thank you for reaching out. What would be most helpful to talk about?"',
      '"We can go at your pace, and you choose what comes next."',
    ],
    employer: [
      '"Thank you for looking into support for your people."',
      '"What would you like them to have that they do not have yet?"',
    ],
    'health-plan': [
      '"Thank you for your interest in working together."',
      '"What matters most to your members right now?"',
    ],
    'referral-partner': [
      '"Thank you for thinking of us for the people you support."',
      '"What would make referring easier for you and for them?"',
    ],
    'provider-org': [
      '"Thank you for your interest in working together."',
      '"What are you hoping to offer the people you serve?"',
    ],
  },
}

/** Every word the cards show, by the internal values of the properties they read. */
export const CARD_TEXTS = {
  loading: 'Reading the Leadwell properties',
  failed: {
    title: 'The Leadwell properties could not be read',
    body: 'Please try again. If this message stays, ask your CRM administrator whether the Leadwell properties exist in this portal and are visible to you.',
    retry: 'Try again',
  },
  unscored: {
    title: 'Not scored yet',
    body: 'A score appears once Leadwell has read this contact. The workflow action “Re-score this contact” asks for it ahead of other work.',
  },
  score: 'Score, 0 to 100',
  grade: 'Grade',
  fit: 'Fit',
  engagement: 'Engagement',
  audience: 'Audience',
  segment: 'Segment',
  topReason: 'What counts most',
  reasons: 'What adds up to the score',
  note: 'Handoff note',
  nextAction: 'Next step',
  respondBy: 'Answer by',
  pastDue: 'Past due',
  channels: 'May be reached by',
  noChannel: 'No channel',
  details: 'Score, for reporting only',
  scored: 'Scored {at} with {model}',
  feedback: {
    title: 'Was this handoff right?',
    body: 'Your answer is saved on the contact and helps to set the model right.',
    elsewhere:
      'To tell whether this handoff was right, set “Leadwell feedback” on the Leadwell tab.',
  },
} as const

/** For people in crisis: this, and nothing else. The note says the same. */
export const CRISIS_TEXTS = {
  en: "Follow your organisation's crisis protocol; 988 (call or text) is available.",
  es: 'Siga el protocolo de crisis de su organización; el 988 (llamada o mensaje de texto) está disponible.',
} as const

interface HoldTexts {
  readonly title: string
  readonly body: string
  readonly variant: 'info' | 'warning'
}

/** Why nobody acts on the score. What the reason is in care is never said: titles are read over shoulders. */
export const HOLD_TEXTS: Readonly<Record<string, HoldTexts>> = {
  no_consent: {
    title: 'On hold: no consent to be reached',
    body: 'Please do not act on this; the handoff note says why.',
    variant: 'warning',
  },
  do_not_profile: {
    title: 'Opted out',
    body: 'Not scored: this person asked that their data not be used this way.',
    variant: 'warning',
  },
  another_team: {
    title: 'On hold: for another team',
    body: 'Not scored: please pass this inquiry to the team your organisation names for it.',
    variant: 'warning',
  },
  consent_awaited: {
    title: 'On hold: a consent is awaited',
    body: 'Not scored: a consent this inquiry needs is not on file yet.',
    variant: 'warning',
  },
  at_capacity: {
    title: 'On hold: no opening at present',
    body: 'No opening matches this inquiry at present; offer the waiting list or a referral.',
    variant: 'info',
  },
  existing_patient: {
    title: 'Already in contact',
    body: 'Already in contact with the care team; please route questions to them.',
    variant: 'info',
  },
}

/** A hold this version of the card does not know is a hold all the same. */
export const OTHER_HOLD: HoldTexts = {
  title: 'On hold',
  body: 'Please do not act on this score; the handoff note says why.',
  variant: 'warning',
}

export const TIERS: Readonly<
  Record<string, { label: string; variant: 'success' | 'info' | 'default' }>
> = {
  sales_ready: { label: 'Sales-ready', variant: 'success' },
  nurture: { label: 'Nurture', variant: 'info' },
  unqualified: { label: 'Not a fit for sales', variant: 'default' },
}

/** Labels of the other choices, by property. */
export const LABELS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  leadwell_audience: {
    individual: 'Individual',
    employer: 'Employer',
    health_plan: 'Health plan',
    referral_partner: 'Referral partner',
    provider_org: 'Provider organization',
  },
  leadwell_next_action: {
    call: 'Call',
    email: 'Email',
    book_consult: 'Offer a consultation',
    verify_benefits: 'Offer to verify benefits',
    send_information: 'Send information',
    nurture: 'Keep in touch at their pace',
    refer: 'Help to find a better fit elsewhere',
    follow_crisis_protocol: 'Follow the crisis protocol',
    none: 'No action for sales',
  },
  leadwell_channels: { phone: 'Phone', email: 'Email', sms: 'Text message' },
}

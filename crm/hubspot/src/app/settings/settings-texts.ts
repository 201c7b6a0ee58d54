/** Every word of the settings page. */
export const SETTINGS_TEXTS = {
  title: 'Leadwell',
  intro:
    'Leadwell scores inquiries by fit and engagement and writes a handoff note for whoever answers. It is looked after outside HubSpot; this page says what it touches in this portal.',
  reads: {
    title: 'What Leadwell reads',
    items: [
      'Contacts: role, state, lifecycle and lead status, source, consent and opt-out fields, counts and dates of email and page activity.',
      'Companies: industry, number of employees, state, and what kind of organization it is.',
      'Calls, emails, meetings and messages: kind, date and outcome, never their text.',
      'Deals: stage, to learn which inquiries came to something.',
      'Only fields of the allow-list approved for this portal. No sensitive-data scopes are asked for; fields HubSpot marks as sensitive stay unread.',
    ],
  },
  writes: {
    title: 'What Leadwell writes',
    items: [
      'Contacts: properties of the group “Leadwell”, such as score, grade, tier, hold, handoff note, next action, channels and answer-by time.',
      'Companies: account score, account tier and the number of engaged contacts.',
      'Nothing else, except follow-up tasks where your administrator switched them on.',
      '“Leadwell feedback” is yours: reps set it, Leadwell reads it.',
    ],
  },
  promises: {
    title: 'What holds always',
    items: [
      'A person in crisis gets no score; the card shows your crisis protocol and 988, and nothing else.',
      'Somebody who opted out of every channel is not to be reached, and is scored for internal reporting only; who objects to profiling has no score.',
      'A contact deleted for privacy in HubSpot is erased here as well.',
    ],
  },
  manage: 'Open Leadwell',
  docs: 'Read the installation guide',
} as const

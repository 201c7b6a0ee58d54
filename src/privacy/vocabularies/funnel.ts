import { byExactWords } from './vocabulary.ts'

// HubSpot's default lifecycle stages are internal names without separators.
export const LIFECYCLE = byExactWords({
  subscriber: [],
  lead: [],
  'marketing-qualified': ['marketingqualifiedlead', 'marketing qualified lead', 'mql'],
  'sales-qualified': ['salesqualifiedlead', 'sales qualified lead', 'sql', 'sales accepted lead'],
  opportunity: [],
  customer: ['client'],
  other: ['evangelist'],
})

// HubSpot `hs_lead_status` options, then the Salesforce standard Lead.Status picklist.
export const LEAD_STATUS = byExactWords({
  new: ['new lead'],
  open: ['open not contacted', 'not contacted'],
  'in-progress': ['working', 'open deal', 'attempted to contact', 'attempting', 'nurturing'],
  contacted: ['connected', 'working contacted', 'qualified'],
  unqualified: ['closed not converted', 'disqualified', 'not a fit'],
  converted: ['closed converted'],
  other: ['bad timing'],
})

// HubSpot `hs_analytics_source` options, then the Salesforce standard LeadSource picklist.
export const LEAD_SOURCE = byExactWords({
  'organic-search': ['organic', 'seo', 'search'],
  'paid-search': ['ppc', 'google ads', 'advertisement', 'paid'],
  referral: [
    'referrals',
    'ai referrals',
    'partner referral',
    'employee referral',
    'external referral',
    'partner',
    'word of mouth',
  ],
  direct: ['direct traffic', 'web', 'website', 'phone inquiry'],
  email: ['email marketing', 'newsletter'],
  event: [
    'events',
    'trade show',
    'conference',
    'webinar',
    'seminar',
    'seminar internal',
    'seminar partner',
  ],
  social: ['social media', 'paid social', 'organic social'],
  other: ['offline', 'other campaigns', 'purchased list', 'public relations'],
})

// The Salesforce standard Campaign.Type picklist, and the types orgs add for what a web form makes.
export const CAMPAIGN_TYPE = byExactWords({
  form: ['web form', 'website form', 'online form', 'landing page', 'web to lead', 'contact form'],
  webinar: ['webcast', 'online event'],
  event: ['conference', 'trade show', 'seminar', 'workshop', 'events', 'seminar conference'],
  demo: ['live demo', 'product demo'],
  email: ['email marketing', 'newsletter', 'list email'],
  content: ['content', 'whitepaper', 'white paper', 'ebook', 'download', 'content syndication'],
  advertising: ['advertisement', 'banner ads', 'ads', 'paid search', 'paid social'],
  referral: ['referral program', 'partners', 'partner'],
  'direct-mail': [],
  telemarketing: ['phone', 'outbound calls'],
  other: ['public relations'],
})

/** What became of somebody; which of its own values mean which is the portal's to say. */
export const DEAL_OUTCOME = byExactWords({
  won: ['closed won', 'admitted', 'enrolled', 'started care', 'contract signed', 'converted'],
  lost: ['closed lost', 'not admitted', 'declined', 'referred out', 'withdrawn', 'not converted'],
  other: ['open'],
})

/** What a rep said of a score. */
export const FEEDBACK = byExactWords({
  useful: [],
  'not-useful': [],
  'wrong-audience': [],
  'already-in-touch': [],
  other: [],
})

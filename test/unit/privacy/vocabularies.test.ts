import { describe, expect, it } from 'vitest'
import { codeValue } from '#src/privacy/code-value.ts'
import type { VocabularyName } from '#src/privacy/vocabularies.ts'

const HUBSPOT_INDUSTRIES =
  'ACCOUNTING AIRLINES_AVIATION ALTERNATIVE_DISPUTE_RESOLUTION ALTERNATIVE_MEDICINE ANIMATION APPAREL_FASHION ARCHITECTURE_PLANNING AUTOMOTIVE AVIATION_AEROSPACE BANKING BIOTECHNOLOGY BROADCAST_MEDIA BUILDING_MATERIALS CAPITAL_MARKETS CHEMICALS CIVIC_SOCIAL_ORGANIZATION COMPUTER_GAMES COMPUTER_HARDWARE COMPUTER_NETWORK_SECURITY COMPUTER_NETWORKING COMPUTER_SOFTWARE CONSTRUCTION CONSUMER_ELECTRONICS CONSUMER_GOODS DEFENSE_SPACE E_LEARNING EDUCATION_MANAGEMENT ELECTRICAL_ELECTRONIC_MANUFACTURING ENTERTAINMENT FARMING FINANCIAL_SERVICES FOOD_BEVERAGES FOOD_PRODUCTION FUND_RAISING FURNITURE GAMBLING_CASINOS GOVERNMENT_ADMINISTRATION HEALTH_WELLNESS_AND_FITNESS HIGHER_EDUCATION HOSPITAL_HEALTH_CARE HOSPITALITY INDIVIDUAL_FAMILY_SERVICES INFORMATION_TECHNOLOGY_AND_SERVICES INSURANCE INTERNET INVESTMENT_BANKING INVESTMENT_MANAGEMENT LAW_PRACTICE LEISURE_TRAVEL_TOURISM MACHINERY MECHANICAL_OR_INDUSTRIAL_ENGINEERING MEDICAL_DEVICES MEDICAL_PRACTICE MENTAL_HEALTH_CARE MILITARY NON_PROFIT_ORGANIZATION_MANAGEMENT PHARMACEUTICALS PHILANTHROPY PRIMARY_SECONDARY_EDUCATION PUBLIC_SAFETY RAILROAD_MANUFACTURE RESTAURANTS RETAIL SEMICONDUCTORS SUPERMARKETS TELECOMMUNICATIONS UTILITIES VENTURE_CAPITAL_PRIVATE_EQUITY WHOLESALE WIRELESS'.split(
    ' ',
  )
const NO_GROUP = new Set([
  'ALTERNATIVE_DISPUTE_RESOLUTION',
  'ANIMATION',
  'ARCHITECTURE_PLANNING',
  'BROADCAST_MEDIA',
  'CONSTRUCTION',
  'FARMING',
  'LAW_PRACTICE',
  'UTILITIES',
])

const VALUES: Readonly<
  Partial<Record<VocabularyName, Readonly<Record<string, readonly string[]>>>>
> = {
  'inquiry-type': {
    self: ['self', 'Self', 'Myself'],
    'loved-one': ['loved_one', 'Loved One', 'loved-one', 'family member'],
    'employer-benefits': ['employer_benefits', 'Employer benefits'],
    'health-plan': ['health_plan', 'Health plan', 'Managed care', 'EAP network'],
    referral: ['referral', 'Refer a patient', 'Referring provider'],
    'provider-services': ['provider_services', 'Provider organization', 'For our clinic'],
    'job-seeker': ['job_seeker', 'Job Seeker'],
    vendor: ['vendor', 'Vendor'],
    other: ['Other', 'my cousin has a question'],
  },
  'requested-contact': {
    'call-today': ['call_today', 'Call today', 'Call me today'],
    call: ['call', 'Phone call'],
    email: ['email', 'E-mail'],
    text: ['text', 'SMS', 'Text message'],
    none: ['none', 'None'],
  },
  'service-line': {
    outpatient: ['outpatient'],
    telehealth: ['Telehealth', 'virtual'],
    'intensive-outpatient': ['intensive_outpatient', 'IOP', 'Intensive Outpatient Program'],
    'partial-hospital': ['partial_hospital', 'PHP'],
    residential: ['residential'],
    'substance-use-program': ['substance_use_program', 'SUD Program'],
    'workplace-program': ['workplace_program'],
  },
  verification: {
    'not-started': ['not_started'],
    submitted: ['submitted', 'Pending'],
    verified: ['verified', 'Verified'],
    'out-of-network': ['out_of_network', 'Out-of-Network'],
    'self-pay': ['self_pay', 'Self Pay', 'private pay'],
  },
  'age-band': {
    'under-13': ['under_13', 'Under 13', '6-12', '11'],
    '13-17': ['13_17', '13-17', '13 to 17', 'Under 18', 'teen', '16'],
    adult: ['adult', '18+', '25-34', '65+', '18 or older'],
    other: ['unknown', 'born 1990', '1990'],
  },
  'audit-gender': {
    woman: ['Female', 'F', 'woman'],
    man: ['MALE', 'Man'],
    'non-binary': ['Non-binary', 'nonbinary'],
    declined: ['Prefer not to say', 'declined', 'I don\u2019t wish to answer'],
    other: ['Ana', 'unknown'],
  },
  'audit-race-ethnicity': {
    'black-african-american': ['Black or African American'],
    'middle-eastern-north-african': ['Middle Eastern or North African', 'MENA'],
    'hispanic-latino': ['Hispanic or Latino', 'Hispanic or Latino;'],
    several: ['Asian;White', 'Two or more races', 'White;Klingon'],
    declined: ['Decline to answer'],
    other: ['Klingon', ';'],
  },
  'audit-age-band': {
    'under-18': ['under-18', 'Under 18', '13-17'],
    '18-24': ['18-24', '18 to 24'],
    '25-44': ['25-34', '35-44'],
    '45-64': ['55\u201364'],
    '65-plus': ['65+', '65 or older', '75-84'],
    other: ['40-49', '55+', '1990'],
  },
  'audit-payer-type': {
    commercial: ['Commercial', 'PPO'],
    medicaid: ['Medi-Cal'],
    military: ['TRICARE'],
    none: ['Uninsured'],
    'self-pay': ['Self Pay'],
    other: ['Member W123456789'],
  },
  'audit-yes-no': {
    yes: ['true', 'Yes', 'Yes, I have a disability, or have had one in the past'],
    no: ['false', 'I am not a protected veteran'],
    declined: ['I do not want to answer'],
    other: ['maybe'],
  },
  'part2-consent': {
    none: ['none', 'Revoked'],
    partial: ['partial', 'pending'],
    complete: ['complete', 'Complete'],
    other: ['see file'],
  },
  lifecycle: {
    subscriber: ['subscriber'],
    lead: ['lead', 'Lead'],
    'marketing-qualified': ['marketingqualifiedlead', 'MQL'],
    'sales-qualified': ['salesqualifiedlead'],
    opportunity: ['opportunity'],
    customer: ['customer'],
    other: ['evangelist', '178224517'],
  },
  'lead-status': {
    new: ['NEW'],
    open: ['OPEN', 'Open - Not Contacted'],
    'in-progress': ['IN_PROGRESS', 'OPEN_DEAL', 'ATTEMPTED_TO_CONTACT'],
    contacted: ['CONNECTED', 'Working - Contacted'],
    unqualified: ['UNQUALIFIED', 'Closed - Not Converted'],
    converted: ['Closed - Converted'],
    other: ['BAD_TIMING'],
  },
  'lead-source': {
    'organic-search': ['ORGANIC_SEARCH', 'organic_search'],
    'paid-search': ['PAID_SEARCH'],
    referral: ['REFERRALS', 'Partner Referral', 'referral'],
    direct: ['DIRECT_TRAFFIC', 'Web', 'direct'],
    email: ['EMAIL_MARKETING', 'email'],
    event: ['Trade Show', 'event'],
    social: ['SOCIAL_MEDIA', 'PAID_SOCIAL', 'social'],
    other: ['OFFLINE', 'OTHER_CAMPAIGNS', 'Purchased List'],
  },
  'call-outcome': {
    connected: ['f240bbac-87c9-4f6e-bf70-924b57d47db7', 'COMPLETED', 'Connected'],
    'no-answer': [
      '73a0d17f-1163-4015-bdd5-ec830791da20',
      'a4c4c377-d246-4b32-a13b-75a56a4cd0ff',
      'NO_ANSWER',
      'MISSED',
      'No answer',
    ],
    voicemail: ['b2cf5968-551e-4856-9783-52b3da59a7d0', 'Left voicemail', 'LVM'],
    busy: ['9d9162e7-6cf3-4944-bf63-4dff82258764', 'BUSY'],
    'wrong-number': ['17b47fee-58de-441e-a44c-c6300d46f273', 'Wrong number'],
    other: ['FAILED', 'CANCELED', 'RINGING', 'she cried'],
  },
  direction: {
    inbound: ['INCOMING_EMAIL', 'INBOUND', 'Inbound'],
    outbound: ['EMAIL', 'FORWARDED_EMAIL', 'OUTBOUND', 'Outbound'],
    other: ['DRAFT_EMAIL', 'Internal', 'CRM'],
  },
  'meeting-outcome': {
    scheduled: ['SCHEDULED'],
    completed: ['COMPLETED'],
    rescheduled: ['RESCHEDULED'],
    'no-show': ['NO_SHOW', 'no show'],
    canceled: ['CANCELED', 'Cancelled'],
  },
  'meeting-type': {
    demo: ['Demo', 'Live demo'],
    consult: ['Consult', 'Free consultation'],
    intake: ['Intake', 'Intake assessment'],
    meeting: ['Meeting', 'meeting'],
    call: ['Call'],
    other: ['Send Letter/Quote'],
  },
  'message-channel': { sms: ['SMS'], whatsapp: ['WHATS_APP'], linkedin: ['LINKEDIN_MESSAGE'] },
  'task-type': { call: ['Call'], email: ['Email'], 'list-email': ['ListEmail'], task: ['Task'] },
  'campaign-type': {
    webinar: ['Webinar'],
    event: ['Conference', 'Trade Show'],
    demo: ['Demo'],
    advertising: ['Banner Ads'],
    form: ['form', 'Web Form', 'Website form', 'Landing Page', 'Web-to-Lead'],
  },
  'organisation-type': {
    employer: ['employer'],
    'benefits-broker': ['benefits_broker'],
    eap: ['eap', 'EAP', 'EAP provider'],
    'eap-network': ['eap_network', 'EAP provider network'],
    'health-plan': ['health_plan', 'Payer', 'Insurance carrier', 'MCO', 'MBHO', 'Managed Care'],
    'referral-partner': ['referral_partner', 'Referral source'],
    'primary-care': ['primary_care', 'Family Medicine', 'Pediatrics', 'FQHC'],
    hospital: ['Hospital', 'Health system', 'Medical Center'],
    school: ['School', 'University', 'School district'],
    'outpatient-provider': ['outpatient_provider', 'Outpatient clinic', 'IOP'],
    'residential-provider': ['Residential treatment center', 'RTC', 'Treatment center'],
    'community-mental-health-center': ['CMHC', 'CCBHC', 'Community Mental Health'],
    'behavioral-health-provider': ['behavioral_health_provider', 'Behavioral Health'],
    'provider-org': ['provider_org', 'Provider', 'Group practice'],
    other: ['Prospect', 'Customer - Direct'],
  },
  'us-state': {
    ca: ['CA', 'ca', 'California', 'US-CA'],
    ny: ['New York', 'NY'],
    dc: ['DC', 'Washington, D.C.', 'District of Columbia'],
    wa: ['Washington'],
    other: ['Ontario', 'XX', '94110', '12 Elm Street'],
  },
  'email-class': {
    personal: ['a.b@Gmail.com', 'x@yahoo.co.uk', 'x@icloud.com', 'x@hotmail.fr'],
    student: ['x@college.edu', 'x@uni.ac.uk', 'x@students.college.edu.au', 'x@school.k12.ca.us'],
    business: [
      'x@acme.example',
      'x@mail.acme.com',
      'x@notgmail.com',
      'x@gmail.com.acme.com',
      'x@education.com',
    ],
    other: ['x', 'x@', '@gmail.com', 'x@localhost', 'Jo <jo@acme.com>', 'a@b@c.com', 'x@acme .com'],
  },
  'form-category': {
    contact: ['Contact us', 'Contact Us: Contact form', 'General inquiry'],
    callback: ['Request a callback', 'Call me back'],
    'benefits-check': ['Verify your benefits', 'Insurance verification'],
    demo: ['Request a live demo'],
    newsletter: ['Newsletter sign-up'],
    webinar: ['Webinar registration: burnout'],
    employers: ['Employer inquiry'],
    referrals: ['Refer a patient'],
    'health-plans': ['Health plan inquiry', 'Payer partnerships', 'Network contracting inquiry'],
    resources: ['Guide download', 'White paper'],
    admissions: ['Book an appointment', 'Intake form', 'Free consultation'],
    pricing: ['Get a quote'],
    careers: ['Job application', 'Careers: upload resume'],
    other: ['Form 12', 'zzz'],
  },
}

const cases = Object.entries(VALUES).flatMap(([name, byCode]) =>
  Object.entries(byCode).flatMap(([code, raws]) =>
    raws.map((raw) => [name as VocabularyName, raw, code] as const),
  ),
)

describe('values as CRMs send them', () => {
  it.each(cases)('%s: %j is %s', (name, raw, code) => {
    expect(codeValue({ as: 'vocabulary', name }, raw)).toBe(code)
  })

  it.each(HUBSPOT_INDUSTRIES)('knows the HubSpot industry %s', (industry) => {
    const code = codeValue({ as: 'vocabulary', name: 'industry' }, industry)

    expect(code === 'other').toBe(NO_GROUP.has(industry))
  })

  it.each([
    ['Not For Profit', 'nonprofit'],
    ['Food & Beverage', 'manufacturing'],
    ['Technology', 'technology'],
    ['Healthcare', 'healthcare'],
    ['Government', 'government'],
    ['Finance', 'finance'],
    ['Hospitality', 'hospitality'],
    ['Agriculture', 'other'],
  ])('knows the Salesforce industry %j as %s', (industry, code) => {
    expect(codeValue({ as: 'vocabulary', name: 'industry' }, industry)).toBe(code)
  })
})

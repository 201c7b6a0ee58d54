import { allow, allowIn, BOOLEAN, COUNT, codeList, codes, DATE } from './allow.ts'
import type { AllowedFields } from './allowed-field.ts'

const call = allowIn('call')
const email = allowIn('email')
const meeting = allowIn('meeting')
const communication = allowIn('communication')
const deal = allowIn('deal')

/** HubSpot's standard properties plus the custom ones our guide proposes to behavioural-health portals. */
export const HUBSPOT_FIELDS: AllowedFields = {
  contact: [
    allow('createdate', 'createdAt', DATE),
    allow('jobtitle', 'role', codes('role')),
    allow('email', 'emailClass', codes('email-class')),
    allow('state', 'state', codes('us-state')),
    allow('lifecyclestage', 'lifecycle', codes('lifecycle')),
    allow('hs_lead_status', 'leadStatus', codes('lead-status')),
    allow('hs_analytics_source', 'source', codes('lead-source')),
    allow('inquiry_type', 'inquiryType', codes('inquiry-type')),
    allow('requested_contact', 'requestedContact', codes('requested-contact')),
    allow('service_line', 'serviceLine', codes('service-line')),
    allow('insurance_verification_status', 'verification', codes('verification')),
    // Hidden from us, nobody could be told from who opted out. Stands for every kind of email one may leave.
    allow('hs_email_optout', 'emailOptOut', BOOLEAN, { required: true }),
    allow('do_not_call', 'doNotCall', BOOLEAN),
    allow('sms_consent', 'smsConsent', BOOLEAN),
    allow('sms_consent_elements', 'smsElements', codeList('sms-elements')),
    // Asked of the communication preferences where the tier has them; a property of this name may say it too.
    allow('email_subscription_status', 'emailConsent', codes('consent-status')),
    allow('consent_revoked', 'revoked', BOOLEAN),
    allow('hs_legal_basis', 'legalBasis', codeList('legal-basis')),
    allow('health_data_consent', 'healthDataConsent', BOOLEAN),
    allow('do_not_profile', 'doNotProfile', BOOLEAN),
    allow('crisis_flag', 'crisis', BOOLEAN),
    allow('existing_patient', 'existingPatient', BOOLEAN),
    allow('age_band', 'ageBand', codes('age-band')),
    allow('part2_consent', 'part2Consent', codes('part2-consent')),
    allow('part2_consent_elements', 'part2Elements', codeList('part2-elements')),
    allow('part2_consent_signed', 'part2SignedAt', DATE),
    allow('part2_consent_expires', 'part2ExpiresAt', DATE),
    allow('hs_language', 'language', codes('language')),
    allow('hs_email_open', 'emailOpens', COUNT),
    allow('hs_email_click', 'emailClicks', COUNT),
    allow('hs_email_replied', 'emailReplies', COUNT),
    allow('hs_email_bounce', 'emailBounces', COUNT),
    allow('hs_email_last_open_date', 'lastEmailOpenAt', DATE),
    allow('hs_email_last_click_date', 'lastEmailClickAt', DATE),
    allow('hs_email_last_reply_date', 'lastEmailReplyAt', DATE),
    allow('hs_analytics_num_page_views', 'pageViews', COUNT),
    allow('hs_analytics_last_timestamp', 'lastPageViewAt', DATE),
    allow('hs_analytics_last_url', 'lastPageCategory', codes('page-category')),
    allow('num_conversion_events', 'formSubmissions', COUNT),
    allow('recent_conversion_date', 'lastFormAt', DATE),
    allow('recent_conversion_event_name', 'lastFormCategory', codes('form-category')),
    allow('leadwell_feedback', 'repFeedback', codes('feedback')),
  ],
  company: [
    allow('industry', 'industry', codes('industry')),
    allow('numberofemployees', 'companySize', COUNT),
    allow('state', 'companyState', codes('us-state')),
    allow('self_insured', 'selfInsured', BOOLEAN),
    allow('organization_type', 'organisationType', codes('organisation-type')),
  ],
  call: [
    call('hs_timestamp', 'at', DATE),
    call('hs_call_status', 'status', codes('call-outcome')),
    call('hs_call_disposition', 'outcome', codes('call-outcome')),
  ],
  email: [
    email('hs_timestamp', 'at', DATE),
    email('hs_email_direction', 'direction', codes('direction')),
  ],
  meeting: [
    meeting('hs_timestamp', 'bookedFor', DATE),
    meeting('hs_createdate', 'createdAt', DATE),
    meeting('hs_meeting_start_time', 'startAt', DATE),
    meeting('hs_meeting_outcome', 'outcome', codes('meeting-outcome')),
    meeting('hs_activity_type', 'type', codes('meeting-type')),
  ],
  communication: [
    communication('hs_timestamp', 'at', DATE),
    communication('hs_communication_channel_type', 'channel', codes('message-channel')),
    communication('hs_communication_logged_from', 'direction', codes('direction')),
  ],
  // Neither name nor amount: what became of it and when is all that scores are measured against.
  deal: [
    deal('createdate', 'createdAt', DATE),
    deal('closedate', 'closedAt', DATE),
    deal('hs_is_closed', 'closed', BOOLEAN),
    deal('hs_is_closed_won', 'won', BOOLEAN),
  ],
}

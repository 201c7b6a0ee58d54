import type { AllowedField, AllowList, Coder } from './allowed-field.ts'
import type { VocabularyName } from './vocabularies.ts'

// Nothing counted here reaches ten million; phone, member and social security numbers do.
const COUNT: Coder = { as: 'number', max: 9_999_999 }
const BOOLEAN: Coder = { as: 'boolean' }
const DATE: Coder = { as: 'date' }
const codes = (name: VocabularyName): Coder => ({ as: 'vocabulary', name })
const allow = (field: string, fact: string, coder: Coder): AllowedField => ({ field, fact, coder })

/** HubSpot's standard properties plus the custom ones our guide proposes to behavioural-health portals. */
export const HUBSPOT_FIELDS: AllowList = {
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
    allow('hs_email_optout', 'emailOptOut', BOOLEAN),
    allow('do_not_call', 'doNotCall', BOOLEAN),
    allow('sms_consent', 'smsConsent', BOOLEAN),
    allow('do_not_profile', 'doNotProfile', BOOLEAN),
    allow('crisis_flag', 'crisis', BOOLEAN),
    allow('existing_patient', 'existingPatient', BOOLEAN),
    allow('age_band', 'ageBand', codes('age-band')),
    allow('part2_consent', 'part2Consent', codes('part2-consent')),
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
    allow('hs_timestamp', 'at', DATE),
    allow('hs_call_status', 'status', codes('call-outcome')),
    allow('hs_call_disposition', 'outcome', codes('call-outcome')),
  ],
  email: [
    allow('hs_timestamp', 'at', DATE),
    allow('hs_email_direction', 'direction', codes('direction')),
  ],
  meeting: [
    allow('hs_timestamp', 'bookedFor', DATE),
    allow('hs_createdate', 'createdAt', DATE),
    allow('hs_meeting_start_time', 'startAt', DATE),
    allow('hs_meeting_outcome', 'outcome', codes('meeting-outcome')),
    allow('hs_activity_type', 'type', codes('meeting-type')),
  ],
  communication: [
    allow('hs_timestamp', 'at', DATE),
    allow('hs_communication_channel_type', 'channel', codes('message-channel')),
    allow('hs_communication_logged_from', 'direction', codes('direction')),
  ],
}

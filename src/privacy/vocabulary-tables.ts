import { AGE_BAND, PART2_CONSENT } from './vocabularies/age-and-consent.ts'
import {
  AUDIT_AGE_BAND,
  AUDIT_GENDER,
  AUDIT_PAYER_TYPE,
  AUDIT_RACE_ETHNICITY,
  AUDIT_YES_NO,
} from './vocabularies/audit.ts'
import {
  CONSENT_STATUS,
  LANGUAGE,
  LEGAL_BASIS,
  PART2_ELEMENTS,
  SMS_ELEMENTS,
} from './vocabularies/consent-records.ts'
import {
  CALL_OUTCOME,
  DIRECTION,
  MEETING_OUTCOME,
  MEETING_TYPE,
  MESSAGE_CHANNEL,
  TASK_TYPE,
} from './vocabularies/conversations.ts'
import { EMAIL_CLASS } from './vocabularies/email-class.ts'
import { FORM_CATEGORY } from './vocabularies/form-category.ts'
import {
  CAMPAIGN_TYPE,
  DEAL_OUTCOME,
  FEEDBACK,
  LEAD_SOURCE,
  LEAD_STATUS,
  LIFECYCLE,
} from './vocabularies/funnel.ts'
import { INDUSTRY } from './vocabularies/industry.ts'
import {
  INQUIRY_TYPE,
  ORGANISATION_TYPE,
  REQUESTED_CONTACT,
  SERVICE_LINE,
  VERIFICATION,
} from './vocabularies/inquiry.ts'
import { PAGE_CATEGORY } from './vocabularies/page-category.ts'
import { ROLE } from './vocabularies/role.ts'
import { US_STATE } from './vocabularies/us-state.ts'
import type { Vocabulary } from './vocabularies/vocabulary.ts'
import type { VocabularyName } from './vocabularies.ts'

/** Every vocabulary by name. */
export const VOCABULARIES: Readonly<Record<VocabularyName, Vocabulary>> = {
  role: ROLE,
  industry: INDUSTRY,
  'us-state': US_STATE,
  lifecycle: LIFECYCLE,
  'lead-status': LEAD_STATUS,
  'lead-source': LEAD_SOURCE,
  'inquiry-type': INQUIRY_TYPE,
  'requested-contact': REQUESTED_CONTACT,
  'service-line': SERVICE_LINE,
  verification: VERIFICATION,
  'age-band': AGE_BAND,
  'part2-consent': PART2_CONSENT,
  'organisation-type': ORGANISATION_TYPE,
  'email-class': EMAIL_CLASS,
  'page-category': PAGE_CATEGORY,
  'form-category': FORM_CATEGORY,
  'call-outcome': CALL_OUTCOME,
  direction: DIRECTION,
  'meeting-outcome': MEETING_OUTCOME,
  'meeting-type': MEETING_TYPE,
  'message-channel': MESSAGE_CHANNEL,
  'task-type': TASK_TYPE,
  'campaign-type': CAMPAIGN_TYPE,
  feedback: FEEDBACK,
  'deal-outcome': DEAL_OUTCOME,
  'part2-elements': PART2_ELEMENTS,
  'sms-elements': SMS_ELEMENTS,
  'consent-status': CONSENT_STATUS,
  'legal-basis': LEGAL_BASIS,
  language: LANGUAGE,
  'audit-gender': AUDIT_GENDER,
  'audit-race-ethnicity': AUDIT_RACE_ETHNICITY,
  'audit-age-band': AUDIT_AGE_BAND,
  'audit-payer-type': AUDIT_PAYER_TYPE,
  'audit-yes-no': AUDIT_YES_NO,
}

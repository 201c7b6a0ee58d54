import { isSalesforceId } from './check-digits.ts'
import { CODE_VALUE, NUMBER, NUMBERED, namedValue } from './named-value.ts'
import type { Rule } from './rule.ts'
import { words } from './words.ts'

const CLICKS = [
  'gclid',
  'fbclid',
  'msclkid',
  'dclid',
  'gbraid',
  'wbraid',
  'ttclid',
  'li',
  'twclid',
  'yclid',
  'hsenc',
  'hsmi',
  'mc',
  'gad',
  'fbc',
  'ttp',
  'rdt',
  'epik',
  'scid',
  'irclickid',
  'sccid',
  'vero',
  'oly',
  'mkt',
]
const UUID = /(?<![\w-])[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![\w-])/iy
const CRM_15 =
  /(?<!\w)(?:00[13567DEGOQTUXov]|500|701|a0[0-9A-Za-z]|02s|068|069|0Q0|0WO|0Hn|800|801|0PK)[0-9A-Za-z]{12}(?!\w)/y
const CRM_LOOSE =
  /(?<!\w)(?:00[13567DEGOQTU]|500|701)[0-9A-Za-z]{2}(?=0{3,}|[0-9A-Za-z]0{3})[0-9A-Za-z]{13}(?!\w)/y
const CRM_18 = /(?<!\w)[0-9A-Za-z]{18}(?!\w)/y

const RECORD_ID_RULES = (['number', 'mixed'] as const).flatMap((at): readonly Rule[] => [
  { kind: 'unique-code', certainty: 'checked', at, size: [8, 8], pattern: UUID },
  {
    kind: 'unique-code',
    certainty: 'checked',
    at,
    size: [15, 15],
    pattern: CRM_15,
    accepts: ({ value }) => /[A-Za-z]/.test(value) && /\d{4}/.test(value),
  },
  {
    // Another id of the CRM whose last three are not kept in order.
    kind: 'unique-code',
    certainty: 'checked',
    at,
    size: [18, 18],
    pattern: CRM_LOOSE,
  },
  {
    kind: 'unique-code',
    certainty: 'checked',
    at,
    size: [18, 18],
    pattern: CRM_18,
    accepts: ({ value }) => /\d/.test(value) && /[A-Za-z]/.test(value) && isSalesforceId(value),
  },
])

const PEOPLE =
  'contact|lead|deal|ticket|record|object|vid|user|client|customer|case|person|participant|subject|study|respondent|student|employee|worker|staff|badge|inmate|booking|offender|applicant|referral|inquiry|enquiry|submission|form submission|conversation|thread|message|session|engagement|task|activity|event|opportunity|prospect|household|guest|visitor|response|survey|application|enrollment|intake|tracking|transaction|payment|receipt|shipment|package|invoice|order|confirmation|reservation|booking|appointment|prescription|rx|claim|authorization|authorisation|auth|approval|certification|reference|incident|report|docket|court|warrant|probation|grievance|appeal|complaint|request|voucher|coupon|access|verification|security|pin|login|request|correlation|trace|external|legacy|internal|unique|voter|veteran|file|alien|service|dossier|eap|research|trial'

/** What else singles somebody out: click ids, ids of records, case and claim numbers, tokens. */
export const UNIQUE_CODE_RULES: readonly Rule[] = [
  ...RECORD_ID_RULES,
  {
    kind: 'unique-code',
    certainty: 'named',
    at: CLICKS,
    pattern:
      /(?:gclid|fbclid|msclkid|dclid|gbraid|wbraid|ttclid|li_fat_id|li_gc|twclid|yclid|hsenc|hsmi|mc_[ce]id|gad_source|fbc|ttp|rdt_cid|epik|scid|sccid|irclickid|vero_id|oly_\w{1,6}_id|mkt_tok)["']?\s?(?:[=:]|%3D|\bis\b|\s(?=\S*\d))\s?["']?(?<value>[\w.%~-]{4,512})/diy,
    accepts: ({ value }) => /\d|[A-Z].*[a-z].*[A-Z]/.test(value),
  },
  {
    kind: 'unique-code',
    certainty: 'named',
    at: ['hs', 'vid', 'recordid'],
    pattern:
      /(?:hs_object_id|hs_contact_id|vid|recordid)["']?[\s:=]{1,3}["']?(?<value>\d{1,14})(?!\w)/diy,
  },
  {
    // A signed token, an API key, an id of a telephone exchange.
    kind: 'unique-code',
    certainty: 'checked',
    at: 'mixed',
    size: [2, 40],
    pattern:
      /(?<!\w)(?:eyJ[\w-]{8,512}\.[\w.-]{8,1024}|[A-Z]{2}[0-9a-f]{32}|pat-[a-z]{2}\d-[\w-]{20,60}|sk_(?:live|test)_\w{10,64})/y,
  },
  {
    kind: 'unique-code',
    certainty: 'checked',
    at: words('ey sk pk pat bearer token key xoxb'),
    pattern:
      /(?:[sp]k_(?:live|test)_\w{10,64}|pat-[a-z]{2}\d-[\w-]{20,60}|bearer [\w.~+/=-]{16,512}|token["']?\s?[=:]\s?["']?(?=[\w.-]*\d)[\w.-]{10,512}|key["']?\s?[=:]\s?["']?(?=[\w.-]*\d)[\w.-]{16,512}|xoxb-[\w-]{10,80})/iy,
  },
  namedValue({
    kind: 'unique-code',
    at: PEOPLE.split('|').map((name) => name.split(' ')[0] ?? ''),
    name: `(?:${PEOPLE})s?(?:[ _-](?:record|object|case|submission|claim|report|file|system|tracking|visit|group|reference|authorization|docket|confirmation))?[ _-]?${NUMBER}|(?:case|claim|ticket|docket|incident|rx|referral|confirmation|auth|authorization|reference|booking reference|contact|lead|record|submission|form submission|student|employee|request|response|survey|inquiry|tracking|booking|reservation|order)${NUMBERED}|(?:case|claim|ticket|referral|confirmation|docket|incident|order|rx|auth|reference|tracking|booking|inmate|vid|pin|appeal|prescription)(?=\\s?[:=])|(?:case|claim|ticket|docket|incident|order|rx|referral|confirmation|auth)(?: (?:is|was))?(?=\\s#?[a-z]{0,4}-?\\d{4})`,
    value: `(?<=[=])[\\w%.~:-]{6,200}|${CODE_VALUE}`,
    digits: 2,
    accepts: ({ value }) => value.replace(/[^a-z0-9]/gi, '').length >= 4,
  }),
  namedValue({
    kind: 'unique-code',
    at: words(
      'prior pre precert preauth pa ref hs conf confirm hubspot salesforce crm form employer ein fein tax badge workers contactid leadid userid recordid submissionid caseid caseno orderid ticketid dealid sessionid visitorid customerid clientid externalid id numero codigo folio',
    ),
    name: `prior[ -]?auth(?:ori[sz]ation)?(?:[ _-]?${NUMBER})?|pre-?(?:auth(?:ori[sz]ation)?|cert(?:ification)?)(?:[ _-]?${NUMBER})?|precert(?:[ _-]?${NUMBER})?|preauth(?:[ _-]?${NUMBER})?|pa ?(?:#|number|no\\.)|ref(?:erence)?\\.?(?: ?${NUMBER}|(?=\\s?[:=]))|conf(?:irm)?\\.? ?(?:#|no\\.?|number|code)|hs[_-](?:object|contact|lead|ticket|deal)?_?id|hs_object_id|hs_unique_creation_key|(?:n[uú]mero|c[oó]digo|id|no\\.?) de (?:confirmaci[oó]n|contacto|caso|referencia|reclamo|orden|cliente|solicitud|autorizaci[oó]n|empleado|usuario|seguimiento|cita|reserva)|folio|(?:hubspot|salesforce|crm|form)(?: (?:contact|record|lead|object|submission|account|case))?[ _-]?${NUMBER}|(?:employer (?:id|identification)|fe?in|ein|tax[ _-]?(?:id|payer id))(?:[ _-]?${NUMBER})?|workers'? comp(?:ensation)?(?: claim)?(?: ${NUMBER})|badge ?${NUMBER}|(?:contact|lead|user|record|submission|case|order|ticket|deal|session|visitor|customer|client|external)(?:id|no)|id(?=\\s?[:=#])`,
    value: `(?<=[=])[\\w%.~:-]{6,200}|${CODE_VALUE}`,
    digits: 2,
    accepts: ({ value }) => value.replace(/[^a-z0-9]/gi, '').length >= 4,
  }),
  {
    kind: 'unique-code',
    certainty: 'named',
    at: words(
      'username user login handle instagram insta ig twitter tiktok facebook fb snapchat snap venmo cashapp cashtag cash discord telegram skype reddit screen gamertag linkedin whatsapp usuario',
    ),
    pattern:
      /(?:user ?name|login|handle|instagram|insta|ig|twitter|tiktok|facebook|fb|snapchat|snap|venmo|cashapp|cashtag|cash app|discord|telegram|skype|reddit|screen ?name|gamertag|linkedin|usuario)(?: (?:handle|account|name|user|id|username))?(?:\s?[:=]\s?|\sis\s|\s)(?<value>@[\w.-]{2,40}|\w{2,32}#\d{4}|\$[a-z]\w{2,20}|(?<=[:=]\s?|is )(?=\S*[\d_.])[\w.#-]{4,40}|u\/\w{3,30}|(?<=(?:user ?name|handle|login)(?:\s?[:=]\s?|\sis\s))[\w.-]{3,40})/diy,
  },
]

import { passesLuhn } from './check-digits.ts'
import { CODE_VALUE, NUMBER, namedValue } from './named-value.ts'
import type { Rule } from './rule.ts'
import { words } from './words.ts'

const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'
const IMPLANTS =
  'pacemaker|implant|cpap|bipap|insulin pump|pump|defibrillator|icd|stimulator|vns|tms|dbs|hearing aid|glucose (?:meter|monitor)|cgm|monitor|wearable|watch|apple watch|fitbit|phone|iphone|ipad|tablet|laptop|wheelchair|ventilator|oximeter|meter|equipment|unit|machine|device|product|hardware|asset|prosthe(?:sis|tic)|concentrator'

/** Things a person wears, carries or browses with. */
export const DEVICE_RULES: readonly Rule[] = [
  {
    kind: 'device',
    certainty: 'checked',
    at: 'mixed',
    size: [2, 2],
    pattern:
      /(?<![\w:.-])[0-9a-f]{2}([:-])(?:[0-9a-f]{2}\1){4}(?:[0-9a-f]{2}\1[0-9a-f]{2}\1)?[0-9a-f]{2}(?![\w]|[:-]\w)/iy,
  },
  {
    kind: 'device',
    certainty: 'checked',
    at: 'number',
    size: [2, 2],
    pattern:
      /(?<![\w:.-])[0-9a-f]{2}([:-])(?:[0-9a-f]{2}\1){4}(?:[0-9a-f]{2}\1[0-9a-f]{2}\1)?[0-9a-f]{2}(?![\w]|[:-]\w)/iy,
  },
  {
    kind: 'device',
    certainty: 'checked',
    at: 'mixed',
    size: [4, 4],
    pattern: /(?<![\w.])[0-9a-f]{4}\.[0-9a-f]{4}\.[0-9a-f]{4}(?![\w]|\.\w)/iy,
  },
  {
    kind: 'device',
    certainty: 'checked',
    at: 'number',
    size: [2, 15],
    pattern: /(?<![\w.+-])(?:\d{15}|\d{2}-\d{6}-\d{6}-\d|\d{6}-\d{2}-\d{6}-\d)(?![\w]|[-.]\d)/iy,
    accepts: ({ value }) => passesLuhn(value) && !/^3[47]/.test(value),
  },
  {
    // 21 CFR 801.40: (01) is the device, what follows the production.
    kind: 'device',
    certainty: 'named',
    at: 'number',
    size: [2, 2],
    pattern: /(?<=\()01\) ?\d{14}(?: ?\(\d{2,3}\) ?[\w/-]{1,20}){0,6}/iy,
  },
  {
    kind: 'device',
    certainty: 'named',
    at: words('ga ga1 fb gcl hubspotutk utk hsutk hstc fbp muid uet'),
    pattern:
      /(?:_{0,2}ga(?:_[a-z0-9]{4,12})?["']?\s?[=:]\s?["']?(?=[\w.]*\d{4})[\w.]{6,80}|GA1\.\d\.\d{4,12}\.\d{8,12}|fb\.1\.\d{10,13}\.\w{5,40}|fbp["']?\s?[=:]\s?["']?[\w.]{8,60}|(?:hubspotutk|hsutk|utk|hstc)["']?\s?[=:]\s?["']?[\w.]{16,160}|(?:muid|uet)\w{0,6}\s?[=:]\s?\w{16,64})/iy,
  },
  {
    kind: 'device',
    certainty: 'named',
    at: 'mixed',
    size: [3, 3],
    pattern: /(?<![\w.])GA1\.\d\.\d{4,12}\.\d{8,12}/iy,
  },
  namedValue({
    kind: 'device',
    at: words(
      'serial service s sn ser serialnumber udi gtin lot imei meid esn iccid sim imsi udid numero serie',
    ),
    name: `serial(?:[ _-]?${NUMBER})?|service tag|asset tag|s/n|sn(?=\\s?[:#])|ser\\. ?no\\.?|serialnumber|udi(?:-di)?|gtin|imei(?:/meid)?|meid|esn|iccid|sim (?:card )?(?:number|no\\.?|#|id)|imsi|udid|n[uú]mero de serie|serie(?=\\s?[:#])`,
    value: `\\d{2} \\d{6} \\d{6} \\d|${CODE_VALUE}|(?=[A-Z]*\\d)[A-Z0-9]{8,20}(?![a-z0-9])`,
    digits: 1,
    accepts: ({ value }) => value.length >= 4,
  }),
  namedValue({
    kind: 'device',
    at: words(
      'device deviceid mac bluetooth wifi hardware android advertising advertiser ad push fcm apns idfa idfv gaid aaid maid adid rdid cookie visitor browser fingerprint ecid clientid pacemaker implant cpap bipap insulin pump defibrillator icd glucose cgm fitbit apple iphone ipad tablet laptop wheelchair ventilator monitor model asset equipment phone watch hearing machine unit prosthesis prosthetic vns tms stimulator wearable oximeter meter concentrator product',
    ),
    name:
      `(?:${IMPLANTS})(?:'s)?,? ?(?:with )?(?:device )?[ _-]?(?:serial|s/n|sn|device|asset|udi|imei)(?:[ _-]?${NUMBER})?|(?:device|hardware|android|bluetooth|wifi|visitor|browser|advertis(?:ing|er)|push|fcm|apns|ad|asset|equipment|implant|pacemaker)[ _-]?(?:token|address|serial|fingerprint|cookie|tag|${NUMBER})|deviceid|device(?=,? [0-9a-f]{8}-)|` +
      `(?:mac|idfa|idfv|gaid|aaid|maid|adid|rdid|ecid|clientid)(?: (?:address|id))?|cookies?(?: (?:id|value))?(?=\\s?[:=])|(?:pacemaker|implant|cpap|cgm|defibrillator|fitbit)(?= ?#)`,
    value: `${UUID}|(?:[0-9a-f]{2}[:-]){5}[0-9a-f]{2}|[\\w~]{1,30}=[\\w.%-]{6,80}|${CODE_VALUE}`,
    digits: 2,
    accepts: ({ value }) => value.length >= 5,
  }),
]

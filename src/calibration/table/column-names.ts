/** "CreatedDate", "day_of_week" and "Last Notable Activity" as lower-case words. */
export function wordsOfName(name: string): readonly string[] {
  return name
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
}

const CALENDAR = new Set(
  (
    'month,months,mon,day,weekday,dow,dayofweek,dayofmonth,week,weekend,quarter,year,' +
    'season,date,fiscal,weekofyear,monthofyear'
  ).split(','),
)
const BESIDE_CALENDAR = new Set(
  (
    'of,the,in,is,name,number,num,no,week,month,year,last,contact,contacted,call,' +
    'called,lead,created,create,entry,record'
  ).split(','),
)

/** Whether a name is that of a calendar column: "day_of_week", but not "days_since_visit". */
export function namesCalendar(name: string): boolean {
  const words = wordsOfName(name)
  return (
    words.some((word) => CALENDAR.has(word)) &&
    words.every((word) => CALENDAR.has(word) || BESIDE_CALENDAR.has(word))
  )
}

const IDENTIFYING = new Set(
  (
    'id,uuid,guid,key,email,mail,phone,mobile,telephone,fax,ssn,address,street,' +
    'surname,firstname,lastname,fullname,name,url'
  ).split(','),
)

export function namesIdentifier(name: string): boolean {
  return wordsOfName(name).some((word) => IDENTIFYING.has(word))
}

const NUMBERING = new Set(['number', 'no', 'nr', 'num', 'row', 'index', 'serial'])

export function namesNumbering(name: string): boolean {
  const words = wordsOfName(name)
  return words.length === 0 || words.some((word) => NUMBERING.has(word))
}

const CALENDAR_LEVEL =
  /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rs?(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?|q[1-4]|\d{4}-(?:\d{2}|q[1-4]))$/i

export function isCalendarLevel(level: string): boolean {
  return CALENDAR_LEVEL.test(level)
}

/** Words of columns that are filled in once the outcome is known, or only because of it. */
const AFTERWARDS = new Set(
  (
    'duration,closed,close,lost,won,signed,contract,invoice,outcome,disposition,' +
    'reason,converted,conversion,revenue,churned,cancelled'
  ).split(','),
)

export function namesAftermath(name: string): boolean {
  return wordsOfName(name).some((word) => AFTERWARDS.has(word))
}

import { wordsOfName } from './column-names.ts'

/** Why a column is not learned from by itself, though it may tell something. */
export type ProtectedWhy = 'protected' | 'proxy' | 'payer'

/** Names of attributes the law protects, in words a column name may have. */
const PROTECTED = new Set(
  (
    'birth,birthday,birthdate,dob,born,gender,sex,pronoun,pronouns,race,ethnicity,ethnic,' +
    'religion,religious,faith,marital,married,disability,disabled,veteran,pregnant,pregnancy,' +
    'orientation,nationality,citizenship,immigration,caste,diagnosis,diagnoses,medication'
  ).split(','),
)
/** Of a person these are protected too; a company or a page has an age and a condition as well. */
const OF_PERSONS = new Set('age,ages,condition,conditions,health'.split(','))
/** Where people live and what they speak stands for who they are more often than not. */
const PROXIES = new Set(
  (
    'language,languages,locale,zip,zipcode,postcode,postal,state,city,town,county,country,region,' +
    'neighborhood,neighbourhood,district,latitude,longitude,timezone,surname,school,education'
  ).split(','),
)
/** Who can pay more is not who needs more. */
const PAYERS = new Set(
  (
    'payer,payor,insurance,insured,insurer,medicaid,medicare,income,salary,wage,wealth,balance,' +
    'credit,loan,debt,housing,homeowner,deductible,copay,verification'
  ).split(','),
)
/** What such a word says of an organisation, a page or a record is not about a person. */
const OF_SOMETHING_ELSE = new Set(
  (
    'company,organisation,organization,employer,account,page,lead,deal,record,list,campaign,crm,' +
    'days,since'
  ).split(','),
)

/**
 * Whether a column's name says that it is a protected attribute, a likely proxy of one, or how well
 * somebody can pay. Names are all there is to go by: a person may know better and ask for it.
 */
export function protectedWhy(name: string): ProtectedWhy | undefined {
  const words = wordsOfName(name)
  if (words.some((word) => PROTECTED.has(word))) return 'protected'
  if (words.some((word) => OF_SOMETHING_ELSE.has(word))) return undefined
  if (words.some((word) => OF_PERSONS.has(word))) return 'protected'
  if (words.some((word) => PROXIES.has(word))) return 'proxy'
  return words.some((word) => PAYERS.has(word)) ? 'payer' : undefined
}

/** From this full hour until before that one, by the clock where the person is. */
export interface OpenHours {
  readonly from: number
  readonly to: number
}

/** When a person of a state may be called or texted; `null` is a day of rest. */
export interface ContactRule {
  readonly weekdays: OpenHours
  readonly saturday: OpenHours | null
  readonly sunday: OpenHours | null
  readonly restsOnHolidays: boolean
  readonly source: string
  /** The law itself was read, or only what two trade tables say of it. */
  readonly read: 'law' | 'tables'
}

const open = (from: number, to: number): OpenHours => ({ from, to })

/** The same hours every day, unless a state says otherwise. */
function rule(
  hours: OpenHours,
  source: string,
  rest: Partial<Omit<ContactRule, 'weekdays' | 'source'>> = {},
): ContactRule {
  return {
    weekdays: hours,
    saturday: hours,
    sunday: hours,
    restsOnHolidays: false,
    source,
    read: 'law',
    ...rest,
  }
}

/** No call before 8 am or after 9 pm, local time at the called party's location. */
export const FEDERAL_RULE: ContactRule = rule(open(8, 21), '47 CFR 64.1200(c)(1)')

const TABLES = { read: 'tables' } as const
const NO_SUNDAY = { sunday: null } as const
const NO_SUNDAY_NOR_HOLIDAY = { sunday: null, restsOnHolidays: true } as const

/**
 * States stricter than the federal hours, looked up in 2026; several exempt calls somebody asked for,
 * which we do not count on. All other states stay at the federal hours, among them those for which
 * tables disagreed and no law could be read: NJ and WY (8 pm), PA (9 am to 8 pm; only its holidays are
 * kept), CA, IL and SD limits for recorded calls alone. A governor's emergency orders (LA) and
 * limits on the number of calls (FL, MD, OK) are not kept here.
 */
export const STATE_RULES: Readonly<Record<string, ContactRule>> = {
  AL: rule(open(8, 20), 'Alabama PSC telephone service rules', {
    ...NO_SUNDAY_NOR_HOLIDAY,
    ...TABLES,
  }),
  CT: rule(open(9, 20), 'Conn. Gen. Stat. 42-288a, P.A. 23-98', TABLES),
  FL: rule(open(8, 20), 'Fla. Stat. 501.616(6)(a)'),
  KY: rule(open(10, 21), 'KRS 367.46955', TABLES),
  LA: rule(open(8, 20), 'La. PSC General Order R-29617 (V)(A)(2)', {
    ...NO_SUNDAY_NOR_HOLIDAY,
    ...TABLES,
  }),
  MA: rule(open(8, 20), '201 CMR 12.02(2)'),
  MD: rule(open(8, 20), 'Md. Code, Com. Law 14-4502 to 14-4503', TABLES),
  MI: rule(open(9, 21), 'Mich. Comp. Laws 445.111 et seq.', TABLES),
  MN: rule(open(9, 21), 'Minn. Stat. 325E.30', TABLES),
  // The statutes end the day at 9 pm, the tables at 8 pm: the stricter is kept.
  MS: rule(open(8, 20), 'Miss. Code 77-3-603(a), 77-3-723(1)', NO_SUNDAY),
  NM: rule(open(9, 21), 'N.M. Stat. 57-12-22(B)(5)'),
  NV: rule(open(9, 20), 'NRS 597.814 and 598.0918', TABLES),
  OK: rule(open(8, 20), 'Okla. Stat. tit. 15, 775C.4', TABLES),
  PA: rule(open(8, 21), '73 P.S. 2245(a)(10)', { restsOnHolidays: true, ...TABLES }),
  RI: rule(open(9, 18), 'R.I. Gen. Laws 5-61-2(2), 5-61-3.6', {
    ...NO_SUNDAY_NOR_HOLIDAY,
    saturday: open(10, 17),
  }),
  TX: rule(open(9, 21), 'Tex. Bus. & Com. Code 301.051', { sunday: open(12, 21), ...TABLES }),
  UT: rule(open(8, 21), 'Utah Code 13-25a-103(3)', NO_SUNDAY_NOR_HOLIDAY),
  WA: rule(open(8, 20), 'RCW 19.158.040(2)'),
}

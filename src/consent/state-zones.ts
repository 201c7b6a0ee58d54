import type { TimeZone } from './time-zones.ts'

/**
 * Every zone people of a state live in (49 CFR part 71), the one most of them live in first. A zone
 * kept by a few border towns counts too: nobody is called early for living in one.
 */
const ZONES: Readonly<Record<string, string>> = {
  eastern: 'CT DC DE GA MA MD ME NC NH NJ NY OH PA RI SC VA VT WV',
  'eastern central': 'FL IN KY MI',
  central: 'AL AR IA IL LA MN MO MS OK WI',
  'central eastern': 'TN',
  'central mountain': 'KS ND NE SD TX',
  mountain: 'CO MT NM UT WY',
  'mountain pacific': 'ID',
  'arizona mountain': 'AZ',
  pacific: 'CA WA',
  'pacific mountain': 'NV OR',
  'alaska aleutian': 'AK',
  hawaii: 'HI',
}
const TERRITORY_ZONES: Readonly<Record<string, string>> = {
  atlantic: 'PR VI',
  chamorro: 'GU MP',
  samoa: 'AS',
}

const ZONE_NAMES: readonly TimeZone[] = [
  'eastern',
  'central',
  'mountain',
  'arizona',
  'pacific',
  'alaska',
  'aleutian',
  'hawaii',
  'atlantic',
  'chamorro',
  'samoa',
]

function byState(table: Readonly<Record<string, string>>): [string, readonly TimeZone[]][] {
  return Object.entries(table).flatMap(([zones, states]) =>
    states
      .split(' ')
      .map((state): [string, readonly TimeZone[]] => [
        state,
        zones.split(' ').flatMap((zone) => ZONE_NAMES.filter((name) => name === zone)),
      ]),
  )
}

/** The fifty states and the District of Columbia. */
export const STATE_ZONES: ReadonlyMap<string, readonly TimeZone[]> = new Map(byState(ZONES))

export const TERRITORY_ZONE: ReadonlyMap<string, readonly TimeZone[]> = new Map(
  byState(TERRITORY_ZONES),
)

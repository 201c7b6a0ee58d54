import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changeQueries, consentsOfChanged } from '#connectors/salesforce/changes/change-queries.ts'
import { activityStreams, type People } from '#connectors/salesforce/reading/activity-reader.ts'
import { readCursor, writeCursor } from '#connectors/salesforce/reading/list-cursor.ts'
import { createReach } from '#connectors/salesforce/reading/reach.ts'
import { createTimelines } from '#connectors/salesforce/reading/timelines.ts'
import { toLongId } from '#connectors/salesforce/schema/record-id.ts'
import type { ObjectSchema, OrgSchema } from '#connectors/salesforce/schema/schema.ts'
import {
  isConsentPoint,
  type SalesforceSource,
  SOBJECTS,
} from '#connectors/salesforce/schema/sobjects.ts'
import { queryPath } from '#connectors/salesforce/transport/paths.ts'
import { entriesOf, shippedAllowList } from '#src/privacy/allow-list.ts'
import { createHarness, NOW } from './harness.ts'
import { namesIn, strangersIn } from './soql-names.ts'

const allowList = shippedAllowList('salesforce')
const SOURCES = Object.keys(SOBJECTS) as SalesforceSource[]
const STRUCTURE = [
  'AccountId',
  'ConvertedContactId',
  'IndividualId',
  'IsChild',
  'IsConverted',
  'IsDeleted',
  'IsRecurrence',
  'LastModifiedDate',
  'MasterRecordId',
]
const COLUMNS = ['PartyId', 'ContactPointType', 'PrivacyConsentStatus', 'EffectiveFrom']

/** An object that shows some of what the list names, and some of what ties its rows together. */
const objectOf = (source: SalesforceSource): fc.Arbitrary<ObjectSchema> => {
  const names = [...new Set(entriesOf(allowList, source).map(({ field }) => field))]
  return fc
    .record({
      fields: fc.subarray(names.filter((name) => !isConsentPoint(name))),
      structure: fc.subarray(STRUCTURE),
      consents: fc.boolean(),
    })
    .map(({ fields, structure, consents }) => ({
      source,
      sobject: SOBJECTS[source],
      allowList,
      fields,
      vanished: [],
      hidden: [],
      consents:
        consents && (source === 'lead' || source === 'contact')
          ? { points: ['ConsentPoint.Phone'], columns: COLUMNS }
          : undefined,
      has: (field) => structure.includes(field),
    }))
}

const org: fc.Arbitrary<OrgSchema> = fc
  .subarray(SOURCES)
  .chain((sources) => fc.tuple(...sources.map(objectOf)))
  .map((objects) => new Map(objects.map((object) => [object.source, object])))

const id = (prefix: string): fc.Arbitrary<string> =>
  fc
    .string({
      unit: fc.constantFrom('0', '1', '7', '9', 'a', 'b', 'z', 'A', 'X', 'Z'),
      minLength: 12,
      maxLength: 12,
    })
    .map((rest) => toLongId(`${prefix}${rest}`) ?? '')
const people: fc.Arbitrary<readonly People[]> = fc
  .tuple(
    fc.array(id('00Q'), { minLength: 1, maxLength: 50 }),
    fc.array(id('003'), { minLength: 1, maxLength: 50 }),
    fc.boolean(),
  )
  .map(([leads, contacts, span]): People[] =>
    span
      ? [{ object: 'lead', ids: leads, as: 'span' }]
      : [
          { object: 'lead', ids: leads, as: 'list' },
          { object: 'contact', ids: contacts, as: 'list' },
        ],
  )

function soqlOf(path: string): string {
  return new URL(path, 'http://org').searchParams.get('q') ?? ''
}

/** Parses, fits and names nothing it should not. */
function isSound(path: string): boolean {
  const soql = soqlOf(path)
  return (
    namesIn(soql).length > 0 &&
    strangersIn(soql, allowList.fields).length === 0 &&
    Buffer.byteLength(path) < 16_384 - 2_048
  )
}

describe('whatever an organisation shows', () => {
  test('its people and their activities are asked for in sound queries', () => {
    fc.assert(
      fc.property(org, people, (schema, some) => {
        const reach = createReach(createHarness().deps)
        const reading = { schema, reach, timelines: createTimelines(NOW) }
        const unsound = activityStreams(reading, some).filter(({ path }) => !isSound(path))
        expect(unsound.map(({ path }) => soqlOf(path))).toEqual([])
      }),
    )
  })

  test('a poll asks in sound queries, ten at most', () => {
    fc.assert(
      fc.property(
        org,
        fc.integer({ min: 0, max: NOW }),
        fc.boolean(),
        (schema, since, recycleBin) => {
          const watermark = () => since
          const options = { watermark, recycleBin, fromMs: since, nowMs: NOW }
          const { always, inTurn } = changeQueries(schema, options)
          const asked = [...always, ...inTurn, ...consentsOfChanged(schema, options)]
          const paths = asked.map(({ soql }) => queryPath(soql, true))
          expect(paths.filter((path) => !isSound(path)).map(soqlOf)).toEqual([])
          expect(always.length + Math.min(1, inTurn.length)).toBeLessThanOrEqual(10)
        },
      ),
    )
  })
})

describe('a cursor of a list', () => {
  const cursor = fc.oneof(
    fc.record({ by: fc.constant('any' as const), after: id('00Q') }),
    fc.record({ by: fc.constant('query' as const), after: id('00Q') }),
    fc.record({ by: fc.constant('bulk' as const), job: id('750'), after: id('00Q') }),
    fc.record({
      by: fc.constant('bulk' as const),
      job: id('750'),
      locator: fc.stringMatching(/^[A-Za-z0-9]{1,40}$/),
      after: id('00Q'),
    }),
  )

  test('is read as it was written', () => {
    fc.assert(
      fc.property(cursor, (one) => {
        expect(readCursor(writeCursor(one))).toEqual(one)
      }),
    )
  })

  test('of any other form is refused before anything is asked', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        fc.pre(toLongId(text) === undefined)
        expect(() => readCursor(text)).toThrow('A list cursor is of another form.')
      }),
    )
  })
})

import type { Org } from '../org.ts'
import type { FieldDef } from '../schema/field.ts'
import type { ObjectDef } from '../schema/object.ts'
import { objectNamed } from './object-named.ts'
import { type ApiCall, ok, type Route } from './route.ts'

/** The global describe, and one object as the calling user sees it. */
export function describeRoutes(org: Org): readonly Route[] {
  return [
    {
      method: 'GET',
      pattern: '/sobjects',
      kind: 'describe',
      handle: ({ version }) =>
        ok({
          encoding: 'UTF-8',
          maxBatchSize: 200,
          sobjects: org.schema.objects().map((object) => describeObject(object, version)),
        }),
    },
    {
      method: 'GET',
      pattern: '/sobjects/:type',
      kind: 'describe',
      handle: (call) => {
        const object = objectNamed(org, call.params['type'])
        return ok({ objectDescribe: describeObject(object, call.version), recentItems: [] })
      },
    },
    {
      method: 'GET',
      pattern: '/sobjects/:type/describe',
      kind: 'describe',
      handle: (call) => ok(describeFully(org, call)),
    },
  ]
}

function describeFully(org: Org, call: ApiCall): object {
  const object = objectNamed(org, call.params['type'])
  return {
    ...describeObject(object, call.version),
    childRelationships: [],
    recordTypeInfos: [],
    fields: org.access
      .visible(call.userId, object)
      .map((def) => describeField(def, org.access.editable(call.userId, object, def))),
  }
}

function describeObject(object: ObjectDef, version: string): object {
  const base = `/services/data/v${version}/sobjects/${object.name}`
  return {
    name: object.name,
    label: object.label,
    labelPlural: `${object.label}s`,
    keyPrefix: object.keyPrefix,
    custom: false,
    queryable: true,
    retrieveable: true,
    createable: object.createable,
    updateable: object.createable,
    deletable: object.createable,
    searchable: true,
    urls: { sobject: base, describe: `${base}/describe`, rowTemplate: `${base}/{ID}` },
  }
}

const SOAP_TYPES: Readonly<Partial<Record<FieldDef['type'], string>>> = {
  id: 'tns:ID',
  reference: 'tns:ID',
  boolean: 'xsd:boolean',
  double: 'xsd:double',
  currency: 'xsd:double',
  percent: 'xsd:double',
  int: 'xsd:int',
  date: 'xsd:date',
  datetime: 'xsd:dateTime',
}

function describeField(def: FieldDef, editable: boolean): object {
  return {
    name: def.name,
    label: def.label,
    type: def.type,
    length: def.length,
    byteLength: def.length * 3,
    precision: def.precision,
    scale: def.scale,
    digits: def.type === 'int' ? def.precision : 0,
    custom: def.custom,
    createable: def.createable && editable,
    updateable: def.updateable && editable,
    filterable: def.filterable,
    sortable: def.filterable,
    groupable: def.filterable && def.type !== 'datetime' && def.type !== 'double',
    nillable: !def.required && def.type !== 'boolean' && def.type !== 'id',
    defaultedOnCreate: def.type === 'boolean',
    restrictedPicklist: def.restricted,
    picklistValues: def.values.map((value) => ({
      active: true,
      defaultValue: false,
      label: value,
      validFor: null,
      value,
    })),
    referenceTo: def.referenceTo,
    relationshipName: def.relationshipName ?? null,
    nameField: def.name === 'Name',
    calculated: false,
    externalId: false,
    unique: false,
    inlineHelpText: def.helpText ?? null,
    soapType: SOAP_TYPES[def.type] ?? 'xsd:string',
  }
}

import type { Sandbox } from '#sandbox/start-sandbox.ts'
import type { RecordRef } from '#src/ports.ts'
import type { Edit, Field, Values } from './plan-inputs.ts'

const HUBSPOT: Readonly<Record<Field, string>> = {
  requestedContact: 'requested_contact',
  verification: 'insurance_verification_status',
  crisis: 'crisis_flag',
  patient: 'existing_patient',
  employees: 'numberofemployees',
  inquiry: 'inquiry_type',
}
const SALESFORCE: Readonly<Record<Field, string>> = {
  requestedContact: 'Requested_Contact__c',
  verification: 'Insurance_Verification__c',
  crisis: 'Crisis_Flag__c',
  patient: 'Existing_Patient__c',
  employees: 'NumberOfEmployees',
  inquiry: 'Inquiry_Type__c',
}

/** Edits as people make them in the CRM, past the network between it and us. */
export function createCrmEdits(sandbox: Sandbox): (edit: Edit, count: number) => Promise<void> {
  return async (edit, count) => {
    if (edit.portal.startsWith('hubspot:')) await inHubspot(sandbox, edit, count)
    else inSalesforce(sandbox, edit, count)
  }
}

async function inHubspot({ hubspot }: Sandbox, edit: Edit, count: number): Promise<void> {
  const ask = async (method: string, path: string, body?: object): Promise<void> => {
    const answer = await fetch(`${hubspot.url}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${hubspot.accessToken}`,
        'content-type': 'application/json',
      },
      ...(body && { body: JSON.stringify(body) }),
    })
    await answer.arrayBuffer()
    // Whoever was removed before can be changed no more.
    if (!answer.ok && answer.status !== 404) throw new Error(`HubSpot answered ${answer.status}`)
  }
  if (edit.kind === 'create') {
    const email = `chaos-${count}@mail.example`
    const properties = { email, ...named(edit.values, HUBSPOT) }
    return ask('POST', '/crm/objects/2026-09/contacts', { properties })
  }
  const type = edit.ref.object === 'company' ? 'companies' : 'contacts'
  if (edit.kind === 'remove') return ask('DELETE', `/crm/objects/2026-09/${type}/${edit.ref.id}`)
  const change = { type, id: edit.ref.id, properties: named(edit.values, HUBSPOT) }
  return ask('POST', '/_sandbox/changes', change)
}

function inSalesforce({ salesforce }: Sandbox, edit: Edit, count: number): void {
  const { edits } = salesforce.sandbox
  if (edit.kind === 'remove') return void edits.remove(edit.ref.id)
  const values = Object.fromEntries(
    Object.entries(named(edit.values, SALESFORCE)).map(([name, value]) => [name, typed(value)]),
  )
  if (edit.kind === 'change') {
    return void edits.edit(objectOf(edit.ref), edit.ref.id, values)
  }
  const made = { LastName: `Chaos ${count}`, Company: 'Chaos', ...values }
  const { success } = edits.create('Lead', { ...made, Email: `chaos-${count}@mail.example` })
  if (!success) throw new Error('Salesforce made no lead')
}

function objectOf({ object }: RecordRef): string {
  if (object === 'company') return 'Account'
  return object === 'lead' ? 'Lead' : 'Contact'
}

function named(values: Values, names: Readonly<Record<Field, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).map(([field, value]) => [names[field as Field], value]),
  )
}

/** Salesforce's checkboxes and numbers are no texts. */
function typed(value: string): string | number | boolean {
  if (value === 'true' || value === 'false') return value === 'true'
  return /^\d+$/.test(value) ? Number(value) : value
}

import type { ProvisionStep } from '#src/connector-port.ts'

const manual = (
  object: ProvisionStep['object'],
  name: string,
  instruction: string,
): ProvisionStep => ({ object, kind: 'manual', name, action: 'keep', instruction })

const PLACE =
  'deploy crm/salesforce, open a record page of the object, Setup (gear) > Edit Page, drag "Leadwell Score" onto the page, save and activate. Page layouts belong to the organisation and are never changed by Leadwell.'

/** What stays with an admin, told each time: no call of ours could tell whether it was done. */
export const MANUAL_STEPS: readonly ProvisionStep[] = [
  manual('lead', 'Leadwell Score on the record page', PLACE),
  manual('contact', 'Leadwell Score on the record page', PLACE),
  manual(
    'lead',
    'field mapping on conversion',
    'Setup > Object Manager > Lead > Fields & Relationships > Map Lead Fields: give each Leadwell field of the Lead its namesake on Contact. An organisation has one set of mappings (LeadConvertSettings), and saving ours would replace it.',
  ),
  manual(
    'lead',
    'permission set Leadwell_Reps',
    'assign it to whoever is to see the score: Setup > Permission Sets > Leadwell Reps > Manage Assignments.',
  ),
  manual(
    'lead',
    "the organisation's own fields",
    'for each custom field on the allow-list, and for Individuals and consent points where they are in use, give read access in the permission set "Leadwell Integration". "leadwell fields" names them; provisioning keeps what was added.',
  ),
]

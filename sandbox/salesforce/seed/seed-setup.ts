import { type Org, USERS } from '../org.ts'
import type { Seed } from './seeder.ts'

const INTAKE_SET = 'X00e_Intake_Profile'

/** The org itself, its three users, and the profile's grant on the custom fields it came with. */
export function seedSetup(org: Org, seed: Seed, at: number, username: string): void {
  seed('Organization', at, {
    Id: org.id,
    Name: 'Harbor Example Care (sandbox)',
    OrganizationType: 'Developer Edition',
    InstanceName: 'SBX1',
    TimeZoneSidKey: 'America/New_York',
  })
  const people = [
    [USERS.integration, username, 'Leadwell', 'Integration'],
    [USERS.rep, 'rep@harbor-example-care.example', 'Robin', 'Rep'],
    [USERS.coordinator, 'intake@harbor-example-care.example', 'Casey', 'Coordinator'],
  ] as const
  for (const [Id, Username, FirstName, LastName] of people) {
    seed('User', at, {
      Id,
      Username,
      FirstName,
      LastName,
      Name: `${FirstName} ${LastName}`,
      Email: Username,
      IsActive: true,
      UserType: 'Standard',
      TimeZoneSidKey: 'America/New_York',
    })
  }
  const setId = seed('PermissionSet', at, {
    Name: INTAKE_SET,
    Label: INTAKE_SET,
    IsOwnedByProfile: true,
  })
  for (const id of Object.values(USERS)) {
    seed('PermissionSetAssignment', at, { PermissionSetId: setId, AssigneeId: id })
  }
  seedGrants(org, seed, at, setId)
}

function seedGrants(org: Org, seed: Seed, at: number, setId: string): void {
  for (const object of org.schema.objects()) {
    for (const def of object.fields.values()) {
      if (!def.custom) continue
      seed('FieldPermissions', at, {
        ParentId: setId,
        SobjectType: object.name,
        Field: `${object.name}.${def.name}`,
        PermissionsRead: true,
        PermissionsEdit: true,
      })
    }
  }
}

import type { Ends } from './association-store.ts'
import type { PropertyDefinition, PropertyGroup } from './property-definition.ts'

/** Who changed something, as histories and webhooks name it. */
export interface Source {
  readonly changeSource: string
  readonly sourceId?: string
}

interface Change {
  /** Object type id. */
  readonly type: string
  readonly id: string
  /** Epoch ms. */
  readonly at: number
  readonly source: Source
}

/** One step of the portal's history; what the journal keeps. Validated before it is made. */
export type Mutation =
  | (Change & { readonly op: 'create'; readonly properties: Readonly<Record<string, string>> })
  | (Change & { readonly op: 'update'; readonly properties: Readonly<Record<string, string>> })
  | (Change & { readonly op: 'archive' })
  | (Change & { readonly op: 'purge' })
  | (Change & { readonly op: 'merge'; readonly mergedId: string; readonly newId: string })
  | (Ends & {
      readonly op: 'link'
      readonly primary: boolean
      readonly at: number
      readonly source: Source
    })
  | (Ends & { readonly op: 'unlink'; readonly at: number; readonly source: Source })
  | { readonly op: 'property'; readonly type: string; readonly property: PropertyDefinition }
  | { readonly op: 'group'; readonly type: string; readonly group: PropertyGroup }
  | { readonly op: 'revoke'; readonly token: string }

/** What a mutation did, as far as a webhook subscriber may care. */
export type ChangeEvent = {
  readonly objectTypeId: string
  readonly objectId: string
  readonly at: number
  readonly source: Source
} & (
  | { readonly kind: 'creation' | 'deletion' | 'privacyDeletion' }
  | { readonly kind: 'propertyChange'; readonly name: string; readonly value: string }
  | {
      readonly kind: 'merge'
      readonly primaryId: string
      readonly mergedId: string
      readonly moved: number
    }
  | {
      readonly kind: 'associationChange'
      readonly ends: Ends
      readonly primary: boolean
      readonly removed: boolean
    }
)

import type { PortalId } from '#src/ports.ts'

export interface ChildTask {
  readonly does:
    | 'stay-open'
    | 'save-without-end'
    | 'leave-transaction-open'
    | 'read-cursor'
    | 'use-until-it-fails'
  readonly databaseUrl: string | undefined
  readonly dataDir: string
  readonly key: string
}

export const CHILD_PORTAL: PortalId = 'hubspot:901'

/** Some bytes that differ by round. */
export function activityOf(round: number): object {
  return { round, text: 'x'.repeat(200 + (round % 50)) }
}

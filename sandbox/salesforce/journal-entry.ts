import type { JobEntry } from './bulk/ingest-jobs.ts'
import type { SessionEntry } from './oauth/sessions.ts'
import type { OrgEntry } from './org.ts'

type JournalEntry = OrgEntry | SessionEntry | JobEntry

/** What the org needs of a journal: what was appended before comes back in order. */
export interface EntryLog {
  append(entry: unknown): void
  replay(): Iterable<unknown>
}

/** Gives every entry of earlier processes to the part that wrote it. */
export function replayJournal(
  journal: EntryLog,
  parts: {
    readonly org: { restore(entry: OrgEntry): void }
    readonly sessions: { restore(entry: SessionEntry): void }
    readonly jobs: { restore(entry: JobEntry): void }
  },
): void {
  for (const raw of journal.replay()) {
    // Only this sandbox writes this journal, so the kind vouches for the rest.
    const entry = raw as JournalEntry
    switch (entry.kind) {
      case 'rows':
      case 'field':
        parts.org.restore(entry)
        break
      case 'bulk-job':
        parts.jobs.restore(entry)
        break
      case 'session':
      case 'refresh-token':
      case 'token-ended':
        parts.sessions.restore(entry)
        break
    }
  }
}

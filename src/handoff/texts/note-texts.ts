import type { TimeZone } from '../../consent/time-zones.ts'
import type {
  ActivityCategory,
  ActivityKind,
  Audience,
  Channel,
  Hold,
  NextAction,
  NoteLanguage,
} from '../../ports.ts'
import type { AskedFacts } from '../asked-facts.ts'
import type { ClosingCode, StoppingCode } from '../closing-codes.ts'

type Said<Key extends string> = Readonly<Record<Key, string>>

/** How what happened is told. Services stay unnamed, so that no condition can be read from a note. */
export interface HappenedTexts {
  /** `{about}` is the category, left out when there is none to tell. */
  readonly activities: Said<ActivityKind>
  readonly about: Said<ActivityCategory>
  /** What the person told us, by fact and code; service lines are left to the CRM record. */
  readonly toldUs: {
    readonly inquiryType: Said<
      | 'self'
      | 'loved-one'
      | 'employer-benefits'
      | 'health-plan'
      | 'referral'
      | 'provider-services'
      | 'job-seeker'
      | 'vendor'
    >
    readonly requestedContact: Said<'call-today' | 'call' | 'email' | 'text'>
    readonly verification: Said<'submitted' | 'verified' | 'out-of-network' | 'self-pay'>
  }
  readonly firstSeen: string
  readonly answers: string
  readonly once: string
  readonly often: string
}

/** How consent is told: channels, why not, holds, the notice of 42 CFR Part 2. */
export interface ConsentTexts {
  readonly channels: Said<Channel>
  readonly anyChannel: string
  readonly allowed: string
  readonly noneAllowed: string
  readonly closed: string
  readonly closedBecause: Said<ClosingCode>
  /** Where a reason would confirm what nobody may confirm. */
  readonly closedUnsaid: string
  readonly withCare: string
  /** What a hold means, in words that tell nothing of a person's health. */
  readonly holds: Said<Exclude<Hold, 'crisis'>>
  /** In place of the hold's own line. */
  readonly stopped: Said<StoppingCode>
  /** The whole note of a crisis; nothing is ever added to it. */
  readonly crisis: string
  readonly part2Notice: string
  readonly part2Signed: string
  readonly part2Undated: string
}

export interface HoursTexts {
  readonly hours: string
  readonly span: string
  readonly everyDay: string
  readonly mondayToSaturday: string
  readonly mondayToFriday: string
  readonly saturday: string
  readonly sunday: string
  readonly notSaturday: string
  readonly notSunday: string
  readonly notHolidays: string
  readonly morning: string
  readonly afternoon: string
  readonly noon: string
  readonly zones: Said<TimeZone>
}

export interface ConversationTexts {
  readonly ask: string
  readonly questions: { readonly [For in Audience]: Said<AskedFacts[For]> }
  /** Two lines a rep may say as they are. */
  readonly say: Readonly<Record<Audience, readonly [string, string]>>
}

/** Every word of our own a rep can read in a note. Reasons, labels and themes come from the model. */
export interface NoteTexts {
  readonly headings: Said<'happened' | 'score' | 'next' | 'channels' | 'ask' | 'say' | 'notice'>
  /** Heads what to say when the person speaks another language than the rep reads. */
  readonly sayIn: Said<NoteLanguage>
  readonly score: string
  /** What else counted beside the reasons told; limits are caps, floors and the bounds of the score. */
  readonly rest: Said<'one' | 'more' | 'limits' | 'oneAndLimits' | 'moreAndLimits'>
  readonly actions: Said<NextAction>
  /**
   * In place of the action: a call nothing on record makes welcome, one to somebody who asked to be
   * written to where that is closed, keeping in touch with somebody who asked for a text message, and
   * with somebody whom we were in touch with since.
   */
  readonly answers: Said<'callWithCare' | 'insteadOfWriting' | 'byText' | 'inTouch'>
  readonly theme: string
  readonly happened: HappenedTexts
  readonly consent: ConsentTexts
  readonly hours: HoursTexts
  readonly conversation: ConversationTexts
}

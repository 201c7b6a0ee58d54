import type { Maturity } from './censoring.ts'
import { type GapCause, gapCauses } from './fairness-causes.ts'
import { type GroupFigures, groupFigures } from './fairness-groups.ts'
import type { OutcomeRecord } from './outcome-record.ts'
import { OTHER_GROUPS } from './small-cells.ts'

/** Something people may be looked at by, in an audit only. */
export interface Attribute {
  readonly name: string
  /** `audit-only`: an attribute itself, lawful to hold for this. `proxy`: something that may stand for one. */
  readonly kind: 'audit-only' | 'proxy'
  readonly groupOf: (record: OutcomeRecord) => string | undefined
}

export interface FairnessOptions {
  readonly maturity: Maturity
  readonly now: number
  /** From this score up a record counts as selected. */
  readonly cutOff: number
}

interface AttributeReport {
  readonly attribute: string
  readonly kind: Attribute['kind']
  /** The largest group, which the others are compared with. */
  readonly reference: string | undefined
  /** None when even all together are too few to show. */
  readonly groups: readonly GroupFigures[]
  /** Which rules change the gap of a group to the reference: what widens it most first, what narrows it last. */
  readonly causes: readonly GapCause[]
}

export interface FairnessReport {
  readonly attributes: readonly AttributeReport[]
  readonly notice: string
}

/** Below this ratio of selection rates the EEOC asks for a closer look (29 CFR 1607.4 D). */
const FOUR_FIFTHS = 0.8

const NOTICE =
  'For people to read and weigh. A ratio below four fifths is a reason to look closer, not a verdict; ' +
  'a ratio above it is no proof of fairness. Nothing is changed by this report.'

const NOT_KNOWN = 'not known'
/** Nobody can be measured by those who would not say, however many they are. */
const NO_REFERENCE: ReadonlySet<string> = new Set([NOT_KNOWN, OTHER_GROUPS, 'declined'])

/** How a model treats groups of people, for people to judge. Give the records of one audience. */
export function auditFairness(
  records: readonly OutcomeRecord[],
  attributes: readonly Attribute[],
  options: FairnessOptions,
): FairnessReport {
  return {
    attributes: attributes.map((attribute) => reportOn(records, attribute, options)),
    notice: NOTICE,
  }
}

function reportOn(
  records: readonly OutcomeRecord[],
  { name, kind, groupOf }: Attribute,
  options: FairnessOptions,
): AttributeReport {
  const knownGroupOf = (record: OutcomeRecord) => groupOf(record) ?? NOT_KNOWN
  const { cells, figures } = groupFigures(records, knownGroupOf, options)
  const reference = figures
    .filter(({ group }) => !NO_REFERENCE.has(group))
    .reduce<GroupFigures | undefined>(
      (largest, next) => (largest && largest.records >= next.records ? largest : next),
      undefined,
    )
  const compared = figures.map((figure) => compare(figure, reference))
  return {
    attribute: name,
    kind,
    reference: reference?.group,
    groups: compared,
    causes:
      reference === undefined
        ? []
        : gapCauses(records, knownGroupOf, cells, reference.group, options.cutOff),
  }
}

function compare(figure: GroupFigures, reference: GroupFigures | undefined): GroupFigures {
  const base = reference?.selection.rate
  if (base === undefined || base === 0) return figure
  const ratio = figure.selection.rate / base
  return { ...figure, ratioToReference: ratio, belowFourFifths: ratio < FOUR_FIFTHS }
}

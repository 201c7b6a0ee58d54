import type { Model } from '../../scoring/model.ts'
import { percent } from '../figures.ts'
import type { Choice } from '../threshold-choices.ts'
import type { ThresholdProposal } from '../thresholds.ts'
import { CUT_OFFS, type ModelChange, TIERS } from './model-change.ts'

type CutOff = (typeof CUT_OFFS)[number]

/** Where sales-ready and nurture would begin. Without a proposal nothing is said of them. */
export function changeTiers(
  { tiers, fit, engagement }: Model,
  proposal: ThresholdProposal | undefined,
): readonly ModelChange[] {
  if (proposal === undefined) return []
  const wanted = wantedOf(proposal)
  const scoreOf = (tier: CutOff): number => wanted[tier]?.atLeast ?? tiers[tier].score
  const most = Math.min(100, fit.cap + engagement.cap)
  const fits = scoreOf('nurture') < scoreOf('sales-ready') && scoreOf('sales-ready') <= most
  return CUT_OFFS.map((tier) => {
    const present = tiers[tier].score
    const choice = fits ? wanted[tier] : undefined
    return choice === undefined || choice.atLeast === present
      ? cutOff(tier, present, present, whyKept(proposal, choice))
      : cutOff(tier, present, choice.atLeast, whyMoved(choice))
  })
}

/** Sales-ready closes often enough and is no more than the team can take. */
function wantedOf(proposal: ThresholdProposal): Readonly<Record<CutOff, Choice | undefined>> {
  const { salesReadyByRate: rate, salesReadyByCapacity: capacity, nurture } = proposal
  const ready =
    rate !== undefined && capacity !== undefined && capacity.atLeast > rate.atLeast
      ? capacity
      : (rate ?? capacity)
  return { 'sales-ready': ready, nurture }
}

function cutOff(tier: CutOff, before: number, after: number, because: string): ModelChange {
  return {
    group: TIERS,
    rule: tier,
    axis: 'tiers',
    action: before === after ? 'keep' : 'change',
    what: `Lowest score of ${tier}`,
    before,
    after,
    because,
  }
}

function whyMoved({ closeRate, recordsAWeek, shareOfWins }: Choice): string {
  const { rate, low, high } = closeRate
  return `From here on about ${percent(rate)} close (${percent(low)} to ${percent(high)}): ${recordsAWeek.toFixed(1)} records a week, with ${percent(shareOfWins)} of all wins.`
}

function whyKept(proposal: ThresholdProposal, choice: Choice | undefined): string {
  if (choice !== undefined) return whyMoved(choice)
  return proposal.choices.length === 0
    ? (proposal.findings[0]?.what ?? 'The records cannot tell.')
    : 'No other score does what is asked of this tier beside the other one.'
}

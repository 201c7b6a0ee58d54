import {
  DescriptionList,
  DescriptionListItem,
  Flex,
  ScoreCircle,
  StatusTag,
  Text,
} from '@hubspot/ui-extensions'
import { CARD_TEXTS, TIERS } from './card-texts.ts'
import type { Score } from './read-score.ts'

/** The gauge with what it is made of: grade, tier, and the two axes. */
export function ScoreSummary({ score }: { readonly score: Score }) {
  const tier = TIERS[score.tier ?? '']
  return (
    <Flex direction="row" gap="medium" align="center" wrap>
      {score.score !== undefined && <ScoreCircle score={gauge(score.score)} />}
      <Flex direction="column" gap="extra-small">
        <Text variant="microcopy">{CARD_TEXTS.score}</Text>
        {tier !== undefined && <StatusTag variant={tier.variant}>{tier.label}</StatusTag>}
      </Flex>
      <DescriptionList direction="row">
        {fact(CARD_TEXTS.grade, score.grade)}
        {fact(CARD_TEXTS.fit, score.fit)}
        {fact(CARD_TEXTS.engagement, score.engagement)}
        {fact(CARD_TEXTS.audience, score.audience)}
        {fact(CARD_TEXTS.segment, score.segment)}
      </DescriptionList>
    </Flex>
  )
}

/** Nothing at all for what is not known: an empty line would read as a zero. */
function fact(label: string, value: string | number | undefined) {
  if (value === undefined) return null
  return (
    <DescriptionListItem label={label}>
      <Text>{String(value)}</Text>
    </DescriptionListItem>
  )
}

/** The component takes 0 to 100 only; a rep may have typed anything. */
function gauge(score: number): number {
  return Math.min(100, Math.max(0, Math.round(score)))
}

import { DescriptionList, DescriptionListItem, Tag, Text } from '@hubspot/ui-extensions'
import { CARD_TEXTS } from './card-texts.ts'
import { formatInstant, type Reader } from './format-instant.ts'
import type { Score } from './read-score.ts'

interface NextStepProps {
  readonly score: Score
  readonly reader: Reader
  /** Epoch ms. */
  readonly now: number
}

/** What to do, by when, and on which channels; the channels stand even when there is nothing to do. */
export function NextStep({ score, reader, now }: NextStepProps) {
  const { nextAction, respondBy } = score
  return (
    <DescriptionList direction="row">
      {nextAction !== undefined && (
        <DescriptionListItem label={CARD_TEXTS.nextAction}>
          <Text format={{ fontWeight: 'bold' }}>{nextAction}</Text>
        </DescriptionListItem>
      )}
      {respondBy !== undefined && (
        <DescriptionListItem label={CARD_TEXTS.respondBy}>
          <Text>{formatInstant(respondBy, reader)}</Text>
          {respondBy < now && <Tag variant="warning">{CARD_TEXTS.pastDue}</Tag>}
        </DescriptionListItem>
      )}
      <DescriptionListItem label={CARD_TEXTS.channels}>
        <Text>{score.channels.join(', ') || CARD_TEXTS.noChannel}</Text>
      </DescriptionListItem>
    </DescriptionList>
  )
}

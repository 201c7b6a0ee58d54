import { Divider, Flex, Text } from '@hubspot/ui-extensions'
import { CARD_TEXTS } from './card-texts.ts'
import { formatInstant, type Reader } from './format-instant.ts'
import { NextStep } from './next-step.tsx'
import { NoteView, Reasons } from './note-view.tsx'
import type { Score } from './read-score.ts'
import { ScoreSummary } from './score-summary.tsx'

export interface ScoredViewProps {
  readonly score: Score
  readonly reader: Reader
  readonly now: number
  /** The side bar is narrow: what to do, and why, without the note. */
  readonly short: boolean
}

export function ScoredView({ score, reader, now, short }: ScoredViewProps) {
  return (
    <Flex direction="column" gap="medium">
      <ScoreSummary score={score} />
      <NextStep score={score} reader={reader} now={now} />
      <Divider />
      <Reasons score={short ? { ...score, note: { sections: [], reasons: [] } } : score} />
      {!short && <NoteView note={score.note} />}
      {score.scoredAt !== undefined && (
        <Text variant="microcopy">
          {CARD_TEXTS.scored
            .replace('{at}', formatInstant(score.scoredAt, reader))
            .replace('{model}', score.model ?? 'Leadwell')}
        </Text>
      )}
    </Flex>
  )
}

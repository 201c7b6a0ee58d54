import {
  Alert,
  Button,
  EmptyState,
  ErrorState,
  Flex,
  LoadingSpinner,
  Text,
  useExtensionContext,
} from '@hubspot/ui-extensions'
import { useCrmProperties } from '@hubspot/ui-extensions/crm'
import { CARD_PROPERTIES } from './card-properties.ts'
import { CARD_TEXTS, CRISIS_TEXTS } from './card-texts.ts'
import { Feedback } from './feedback.tsx'
import { HeldView } from './held-view.tsx'
import { readScore } from './read-score.ts'
import { ScoredView } from './scored-view.tsx'

const PROPERTIES = [...CARD_PROPERTIES]

interface LeadScoreCardProps {
  /** For the side bar. */
  readonly short?: boolean
  /** Epoch ms. */
  readonly now: () => number
}

/** Score, reasons and next step of the contact on screen, read from its properties and nowhere else. */
export function LeadScoreCard({ short = false, now }: LeadScoreCardProps) {
  const { user, portal } = useExtensionContext<'crm.record.tab'>()
  const { properties, isLoading, error, refetch } = useCrmProperties(PROPERTIES)
  if (isLoading) {
    return <LoadingSpinner label={CARD_TEXTS.loading} showLabel layout="centered" size="md" />
  }
  if (error !== null) return <Failed retry={refetch} />
  const state = readScore(properties)
  const reader = { locale: user.locale, timeZone: portal.timezone }
  switch (state.kind) {
    case 'crisis':
      return <Alert title={crisisText(user.language)} variant="danger" />
    case 'unscored':
      return (
        <EmptyState title={CARD_TEXTS.unscored.title} layout="vertical" imageName="contacts">
          <Text>{CARD_TEXTS.unscored.body}</Text>
        </EmptyState>
      )
    case 'held':
      return <HeldView hold={state.hold} score={state.score} reader={reader} now={now()} />
    case 'scored':
      return (
        <Flex direction="column" gap="medium">
          <ScoredView score={state.score} reader={reader} now={now()} short={short} />
          <Feedback short={short} />
        </Flex>
      )
  }
}

function Failed({ retry }: { readonly retry: () => Promise<void> }) {
  return (
    <ErrorState title={CARD_TEXTS.failed.title}>
      <Text>{CARD_TEXTS.failed.body}</Text>
      <Button onClick={() => void retry()}>{CARD_TEXTS.failed.retry}</Button>
    </ErrorState>
  )
}

function crisisText(language: string | undefined): string {
  return language?.toLowerCase().startsWith('es') === true ? CRISIS_TEXTS.es : CRISIS_TEXTS.en
}

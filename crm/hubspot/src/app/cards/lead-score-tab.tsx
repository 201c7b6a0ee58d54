import { hubspot } from '@hubspot/ui-extensions'
import { LeadScoreCard } from './lead-score-card.tsx'

hubspot.extend<'crm.record.tab'>(() => <LeadScoreCard now={Date.now} />)

/** What the card reads of a contact; it asks for nothing else and sends nothing anywhere. */
export const CARD_PROPERTIES = [
  'leadwell_score',
  'leadwell_fit',
  'leadwell_engagement',
  'leadwell_grade',
  'leadwell_tier',
  'leadwell_hold',
  'leadwell_audience',
  'leadwell_top_reason',
  'leadwell_handoff_note',
  'leadwell_next_action',
  'leadwell_channels',
  'leadwell_respond_by',
  'leadwell_scored_at',
  'leadwell_model',
  'leadwell_segment',
] as const

/** The one property of ours that reps write. */
export const FEEDBACK_PROPERTY = 'leadwell_feedback'

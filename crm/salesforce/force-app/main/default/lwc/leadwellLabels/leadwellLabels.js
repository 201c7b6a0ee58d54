import audience from '@salesforce/label/c.Leadwell_Audience'
import channels from '@salesforce/label/c.Leadwell_Channels'
import crisis from '@salesforce/label/c.Leadwell_Crisis'
import details from '@salesforce/label/c.Leadwell_Details'
import engagement from '@salesforce/label/c.Leadwell_Engagement'
import failedBody from '@salesforce/label/c.Leadwell_FailedBody'
import failedTitle from '@salesforce/label/c.Leadwell_FailedTitle'
import feedbackAlreadyInTouch from '@salesforce/label/c.Leadwell_FeedbackAlreadyInTouch'
import feedbackBody from '@salesforce/label/c.Leadwell_FeedbackBody'
import feedbackFailed from '@salesforce/label/c.Leadwell_FeedbackFailed'
import feedbackNotUseful from '@salesforce/label/c.Leadwell_FeedbackNotUseful'
import feedbackSaved from '@salesforce/label/c.Leadwell_FeedbackSaved'
import feedbackTitle from '@salesforce/label/c.Leadwell_FeedbackTitle'
import feedbackUseful from '@salesforce/label/c.Leadwell_FeedbackUseful'
import feedbackWrongAudience from '@salesforce/label/c.Leadwell_FeedbackWrongAudience'
import fit from '@salesforce/label/c.Leadwell_Fit'
import gaugeText from '@salesforce/label/c.Leadwell_GaugeText'
import grade from '@salesforce/label/c.Leadwell_Grade'
import hiddenBody from '@salesforce/label/c.Leadwell_HiddenBody'
import hiddenTitle from '@salesforce/label/c.Leadwell_HiddenTitle'
import holdAnotherTeamBody from '@salesforce/label/c.Leadwell_HoldAnotherTeamBody'
import holdAnotherTeamTitle from '@salesforce/label/c.Leadwell_HoldAnotherTeamTitle'
import holdAtCapacityBody from '@salesforce/label/c.Leadwell_HoldAtCapacityBody'
import holdAtCapacityTitle from '@salesforce/label/c.Leadwell_HoldAtCapacityTitle'
import holdConsentAwaitedBody from '@salesforce/label/c.Leadwell_HoldConsentAwaitedBody'
import holdConsentAwaitedTitle from '@salesforce/label/c.Leadwell_HoldConsentAwaitedTitle'
import holdDoNotProfileBody from '@salesforce/label/c.Leadwell_HoldDoNotProfileBody'
import holdDoNotProfileTitle from '@salesforce/label/c.Leadwell_HoldDoNotProfileTitle'
import holdInContactBody from '@salesforce/label/c.Leadwell_HoldInContactBody'
import holdInContactTitle from '@salesforce/label/c.Leadwell_HoldInContactTitle'
import holdNoConsentBody from '@salesforce/label/c.Leadwell_HoldNoConsentBody'
import holdNoConsentTitle from '@salesforce/label/c.Leadwell_HoldNoConsentTitle'
import holdOtherBody from '@salesforce/label/c.Leadwell_HoldOtherBody'
import holdOtherTitle from '@salesforce/label/c.Leadwell_HoldOtherTitle'
import loading from '@salesforce/label/c.Leadwell_Loading'
import nextAction from '@salesforce/label/c.Leadwell_NextAction'
import noChannel from '@salesforce/label/c.Leadwell_NoChannel'
import note from '@salesforce/label/c.Leadwell_Note'
import pastDue from '@salesforce/label/c.Leadwell_PastDue'
import reasons from '@salesforce/label/c.Leadwell_Reasons'
import respondBy from '@salesforce/label/c.Leadwell_RespondBy'
import score from '@salesforce/label/c.Leadwell_Score'
import scored from '@salesforce/label/c.Leadwell_Scored'
import segment from '@salesforce/label/c.Leadwell_Segment'
import tier from '@salesforce/label/c.Leadwell_Tier'
import title from '@salesforce/label/c.Leadwell_Title'
import topReason from '@salesforce/label/c.Leadwell_TopReason'
import unscoredBody from '@salesforce/label/c.Leadwell_UnscoredBody'
import unscoredTitle from '@salesforce/label/c.Leadwell_UnscoredTitle'

/** Every word of the component, in the language of the person at the screen. */
export const LABELS = {
  audience,
  channels,
  crisis,
  details,
  engagement,
  failedBody,
  failedTitle,
  feedbackAlreadyInTouch,
  feedbackBody,
  feedbackFailed,
  feedbackNotUseful,
  feedbackSaved,
  feedbackTitle,
  feedbackUseful,
  feedbackWrongAudience,
  fit,
  gaugeText,
  grade,
  hiddenBody,
  hiddenTitle,
  loading,
  nextAction,
  noChannel,
  note,
  pastDue,
  reasons,
  respondBy,
  score,
  scored,
  segment,
  tier,
  title,
  topReason,
  unscoredBody,
  unscoredTitle,
}

/** Why nobody acts on the score, by the value of the field. What it means in care is never said. */
export const HOLDS = {
  no_consent: { title: holdNoConsentTitle, body: holdNoConsentBody, variant: 'warning' },
  do_not_profile: { title: holdDoNotProfileTitle, body: holdDoNotProfileBody, variant: 'warning' },
  another_team: { title: holdAnotherTeamTitle, body: holdAnotherTeamBody, variant: 'warning' },
  consent_awaited: {
    title: holdConsentAwaitedTitle,
    body: holdConsentAwaitedBody,
    variant: 'warning',
  },
  at_capacity: { title: holdAtCapacityTitle, body: holdAtCapacityBody, variant: 'info' },
  existing_patient: { title: holdInContactTitle, body: holdInContactBody, variant: 'info' },
}

/** A hold this version of the component does not know is a hold all the same. */
export const OTHER_HOLD = { title: holdOtherTitle, body: holdOtherBody, variant: 'warning' }

/** Label with its placeholders filled. */
export function fill(label, ...values) {
  return values.reduce((text, value, at) => text.replace(`{${at}}`, value), label)
}

/** What the component reads of a Lead or Contact; it asks for nothing else and sends nothing anywhere. */
export const FIELD_NAMES = [
  'Leadwell_Score__c',
  'Leadwell_Fit__c',
  'Leadwell_Engagement__c',
  'Leadwell_Grade__c',
  'Leadwell_Tier__c',
  'Leadwell_Hold__c',
  'Leadwell_Audience__c',
  'Leadwell_Top_Reason__c',
  'Leadwell_Handoff_Note__c',
  'Leadwell_Next_Action__c',
  'Leadwell_Channels__c',
  'Leadwell_Respond_By__c',
  'Leadwell_Scored_At__c',
  'Leadwell_Model__c',
  'Leadwell_Segment__c',
  'Leadwell_Feedback__c',
]

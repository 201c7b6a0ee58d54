/**
 * What a business says of its trade: health as a benefit, a service, a law or a market. A topic is not a
 * person's condition, so no shorter term within one counts. All are our own.
 */

export const BUSINESS_TOPICS = `
988 suicide and crisis lifeline, 988 suicide crisis lifeline
alzheimers (association|walk|foundation|research)
autism (speaks|awareness month|walk|benefit mandate|services program)
behavioral health(| program| programs| services| network| benefit| benefits| provider| providers|
  carve out| company| plan| organization| technician| unit| center| claims| spend| parity|
  integration| department| solutions| strategy| hospital), behavioural health
(burnout|trauma|anxiety) (webinar|conference|awareness|prevention program|prevention training|
  informed (yoga|design))
crisis (protocol|protocols|line training|management|management (plan|team|training|firm|software)|
  communications|communication|response (plan|team|training|protocol)|plan template|text line|
  lifeline|hotline|comms|intervention (training|team|program|services)|counselor training|
  stabilization (unit|center|services)|services|center|centers|pr|preparedness|simulation|actors|
  averted|preventers)
domestic (flight|flights|shipping|travel|partner|product|market|policy|violence (shelter|awareness|
  prevention|hotline|advocate|services|program|agency|training|month|policy))
(drug) (store|stores|discovery|delivery|development|trial|trials|interaction|interactions|formulary|
  plan|coverage|price|prices|pricing|company|companies|maker|makers|administration|safety|
  manufacturer|manufacturers|benefit|benefits|design|target|allergy|allergies|label|approval|
  enforcement agency|pipeline|channel|testing (policy|services|company|program)|free (workplace|
  school zone|zone|workplace policy|work place|workplace act)|czar|and drop|information|costs|cost|
  utilization review|list|class|repurposing|candidate|candidates|resistant|resistance|eluting|
  enforcement administration|trafficking (case|law|laws)|war|lord|sniffing|law), drugs act
drugs (for (cancer|diabetes|heart)|from canada|approved), DUI (lawyer|attorney|attorneys|defense)
dui (lawyer|attorney|school insurance|defense)
(employee assistance|eap) (program|programs|benefit|benefits|provider|vendor|services|utilization|
  counselor|sessions), fentanyl test strip program, follow (the |your )(crisis|suicide) protocol
grief (over pricing)
(housing|financial|energy|climate|debt|mortgage|liquidity|economic|hostage|midlife|mid life|
  identity|supply chain|staffing|opioid|opiate|overdose|fentanyl|oil|border|cuban missile|refugee|
  water|healthcare|budget|banking|currency|eurozone|food|global|health|political|constitutional|
  covid|workforce|staff|public health|existential|pr|quarter life|humanitarian|addiction|drug|
  cost of living) (crisis|crises|epidemic)
intervention (program|plan|specialist|services|study|group|team)
(marijuana|cannabis|weed) (industry|company|companies|stocks|stock|dispensary (marketing|owner)|
  business|businesses|law|laws|legalization|license|licensing|reform|policy|retail|market)
medication (management (system|software|services|provider|program|module|platform|solution|company)|
  adherence (software|app|program|platform|solution|rates)|therapy management|errors|error|safety|
  dispensing|cart|carts|aide|technician|administration record)
mental health (benefit|benefits|program|programs|services|service|coverage|parity|awareness|
  awareness month|day|days|first aid|provider|providers|professional|professionals|resources|
  resource|support|support services|platform|app|apps|solution|solutions|company|care|clinic|center|
  centers|network|plan|plans|policy|policies|organization|organizations|agency|agencies|industry|
  field|leave|counselor|counselors|counseling|therapist|therapists|nurse|technician|worker|workers|
  association|act|parity act|department|partner|partners|vendor|vendors|training|trainings|workshop|
  webinar|literacy|stigma|initiative|initiatives|strategy|offerings|utilization|claims|spend|costs|
  needs of (our|your)|and wellness|and wellbeing|and well being|america|court|courts|
  facility management|apps|startup|conference|grant|grants|funding|budget|data|software|crm|ehr|
  tech|practice|practices|group|specialist|advocate|nonprofit|research|days off|carve out|
  screening program|screenings program|america|technology|treatment program|technician)
naloxone (training|kits for|distribution|policy|program|boxes)
narcan (training|kits for|distribution|policy|program|stocked)
narcotics (division|bureau|unit|detective), narcotics officer
national suicide(| prevention) (lifeline|hotline)
(opioid|opiate) (settlement|settlements|settlement funds|epidemic|crisis|stewardship|
  prescribing (guidelines|policy)|litigation|task force|abatement)
(overdose) (awareness|awareness day|prevention|prevention (program|programs|training|kit|kits|month|
  week)|education|response training|data|deaths|statistics|rates|reversal training|reversal kits)
overdose (of|on) (cuteness|sugar|coffee|vitamin c|information|chocolate|caffeine|carbs|candy|
  christmas|nostalgia|meetings|emails|netflix|turkey|football|sunshine)
(physical|cardiac|vocational|stroke|knee|pulmonary|shoulder|credit|home|house|acl|post surgery|
  sports|orthopedic|hip|building|wildlife|injury|pt|post op|back) (rehab|rehabilitation)(| center|
  facility| program| services| hospital)
prescription (drug (plan|coverage|benefit|benefits|plans|costs|program|card|monitoring program)|
  glasses|lenses|sunglasses|eyewear|plan|benefit|benefits|pad|coverage|goggles|savings card|card|
  discount|delivery service|label|volume|data)
(prescription|generic|specialty|cancer|otc|over the counter|orphan|experimental|chemotherapy|new|
  biosimilar|weight loss|food and|arthritis|blood pressure|wonder) drug (plan|plans|coverage|costs|
  cost|benefit|benefits|list|prices|pricing|program|administration|discount|card|discovery|approval|
  insurance|formulary|monitoring program)
psychiatric (services|provider|providers|nurse practitioner|nursing|times|association|
  rehabilitation services|hospital (administrator|association|group|partner|system|operator)|group|
  practice|care network|collaborative|nurse|telehealth|staffing|unit manager|
  medication management services), psycho (killer|bunny|analysis of|therapy)
(psych|psychology|psychiatry) (department|degree|major|practice|residency|conference|class|101|
  professor|student|students|phd|masters|faculty)
recovery (program|programs|plan|time|audit|act|point|month|services|room|mode|key|efforts|email)
rehab (the house|a house|property|properties|loan|project|my (knee|shoulder|ankle|hip)|(his|
  her) (knee|shoulder|hip)|an injury|after (surgery|knee|hip|stroke|injury)|engineer|for (my|his|
  her|a) (knee|hip|shoulder|ankle|stroke|back|broken|injury)), safe t
(substance use|substance abuse|addiction|drug and alcohol|alcohol and drug) (program|programs|
  benefit|benefits|services|coverage|provider|providers|counselor|counselors|prevention program|
  policy|parity|network|treatment (program|programs|center|centers|facility|facilities|provider|
  providers|services|network|industry|coverage|benefits)|professional|professionals|prevention|
  testing policy|education|awareness|administration|resources|medicine (doctor|physician|fellowship|
  specialist|society)|specialist|clinic|clinics|awareness month|recovery services|training|
  rehab facility marketing), suicide (and|or) crisis lifeline
suicide (hotline|lifeline) (number|numbers|poster|posters)
suicide prevention(| hotline| lifeline| training| month| program| programs| week| awareness|
  resources| policy| line| coordinator| plan template), suicide prevention lifeline
suicide (squad|squeeze|door|doors|bunt|kings|awareness|awareness month|gene|inhibitor|inhibitors|
  inhibition|burnout|prevention|wing|wings|run|runs|sprint|sprints|lane|six|girls|hill|pact movie|
  slide|mission game|bike|substrate|cable|cables|shot|note font|chess|king|grip)
(tobacco) (company|companies|tax|industry|stocks|surcharge|road)
trauma (center|centers|surgeon|surgeons|surgery|unit|bay|kit|kits|nurse|level|team|shears|registry)
`

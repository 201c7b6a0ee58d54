/**
 * Phrases in which a word of the lexicon means nothing of a person's health. Where one stands, no shorter term within it counts. All are our own.
 */

export const ORDINARY = `
(4|two|four|2|double|6|8|12|24) AA
AA (batteries|battery|meeting room|degree|flight|flights|rating|rated|baseball|size|cell|cells|
  credentials|airlines|team), (abilities|ability)
abuse (report|reports|desk|team|detection|prevention|policy|of|contact|mailbox)
(abuse|abuses|abused) of (power|process|discretion|notation|privilege|market|the (system|api|
  word))(| abuse), ADD, ADD field
add (on|ons|up|to|a|the|me|my|new|another|this|these|it|them|one|more|users|contact|contacts|in|
  your|us|him|her|some|any)
(ai|llm|llms|chatgpt|model|models|chatbot|gpt) hallucinat(e|es|ed|ing|ion|ions), all the rage
american psycho
anxious (to (hear|see|get started|get|meet|start|begin|learn|know|try|find out|help|work|read|
  please|receive|move|close|hire|sign|launch|attend|join|connect|talk|speak|buy|schedule|discuss|
  have|make|return|show|share|do|be)|for (the|your|our) (weekend|reply|response|call|demo|results|
  update|launch|meeting)|about (the|your|our|this|my) (presentation|demo|quote|deadline|launch|game|
  meeting tomorrow|interview|price|pricing|delivery|contract))
(api|rate limit|email|platform|account|spam|network|terms|return policy|promo|coupon) abuse
bath salts (gift|set|scented|and (candles|bubbles|lotion|soap)|for (my|the) tub)
(battery|phone|laptop|engine|plant|plants|flowers|signal|industry|lead|leads|deal|thread|connection|
  car) (is |are |was |keeps |about to |will |going to )(die|dies|dying|dead|died)
bipolar (electrocautery|cautery|coagulation|diathermy|forceps|hip|hemiarthroplasty|prosthesis|
  junction|transistor|transistors|device|devices|electrode|electrodes|cell|cells|neuron|neurons|
  world|plate|plates|membrane|lead|leads|pacing|power supply|amplifier|outlet|order|system|
  international|scissors|vessel|sealer|sealing|energy|arthroplasty|implant|signal|signals|
  disorder of power|stepper|motor|current|circuit|circuits|logic|pulse|pulses|process|technology|
  sealing device|instrument|instruments|ablation|radiofrequency|cord|pencil|head|shell|component|
  cup|recording|lead system|flow|montage|outflow|nebula|battery|batteries|electrolysis|attachment|
  congress|jet|jets|argon|resection|turp|loop|probe), bipolar (weather|market)
(blunt|head|brain|physical|facial|abdominal|spinal|penetrating|dental|soft tissue|chest|eye|nail|
  tissue|multiple|pelvic|thermal|ocular|root|blunt force|acoustic|surgical|orthopedic|level 1|
  level i|orthopaedic) trauma
(box|cookie|pizza|paper|wire|pipe|tile|grass|laser|plasma|bolt|glass|coast guard|vinyl|egg|weed|
  hedge|die|diamond|stone|pastry|biscuit|brush|wood) cutter(|s)
burned out (bulb|bulbs|light|lights|motor|building|house|car|fuse)
burn(|ed|t|ing) (myself|himself|herself) (on the (stove|oven|pan|grill|iron|kettle)|cooking|
  with (coffee|the|hot|boiling|my coffee)|while cooking|making|out)
burnt out (bulb|bulbs|light|lights|lamp|candle|fuse)
(button|pedal|key|lever|clutch|brake|plunger|switch) (is|was|has been|are) depressed, buzz kill
(career|political|professional|commercial|financial|social|economic|electoral|brand|market|product|
  business|corporate) suicide, compulsive reader, compulsory
(could|almost|nearly|id) (die|died) of (embarrassment|boredom|laughter|shame)
(customer|detail) (obsessed|obsession)
cut (myself|himself|herself) (shaving|cooking|on (a|the|some)|while (cooking|shaving|chopping|
  slicing)|chopping|slicing|off|some slack|a (break|slice|piece|deal)|some|short|loose|accidentally|
  by accident)
cut(s|) (my (hair|losses|teeth|grass|hours|finger (cooking|while|on)|budget|sandwich|steak)|(his|
  her) (hair|teeth)|the|costs|back on (spending|costs|expenses)|corners), cutter (and|blade|pro)
cutting (edge|board|boards|room|costs|cost|corners|the (cost|costs|budget|grass|lawn|cord|cake|
  ribbon|price|prices|wire|red tape|cheese|line|power|corners)|back on (spending|costs|expenses|
  sugar|carbs|meetings|staff|hours|budget|coffee|meat)|back|down (trees|on (costs|expenses|spending|
  paper|meetings|sugar))|down|budget|budgets|jobs|staff|prices|hours|tool|tools|machine|machines|
  mat|torch|disc|wheel|through|out (the|sugar|carbs|dairy|a|gluten|paper|meat)|out|garden|fluid|
  remarks|ties|taxes|wood|hair|vegetables|it (close|short)|ahead|in line|class|school|calories|
  weight|season|phase|a check|checks|a deal|fabric|paper|glass|metal|meat|onions|in|off|for)
cycle path, dead (line|lines|lead|leads|end|ends|battery|weight|bolt|lift|on|serious|last|zone|sea)
(dead|numb) (tired|tooth|line)
delusional (pricing|optimism|expectations|about the (price|budget|timeline))
delusions of grandeur inc
depresion (del terreno|economica|tropical|de los precios|del mercado|geografica)
depress (the|a|this|both) (button|pedal|brake|clutch|key|lever|plunger|switch|accelerator|trigger|
  tongue)
depressed (button|market|economy|price|prices|area|areas|demand|sales|earnings|skull fracture|
  fracture|nasal bridge|sternum|wage|wages|scar|scars|region|regions|real estate|stock|stocks|
  valuation|valuations|clutch|pedal|key|housing market|center car)
depressing (the|a) (button|pedal|lever|key|brake|clutch)
DID (you|not|the|we|i|he|she|it|they|that|this|number|numbers)
die (hard|cast|casting|cut|cutting|cutter|size|sizes|laughing|hard fan|down|off|out|roll|set|stamp|
  grinder)
(diet|cherry|vanilla|can of|cans of|glass of|bottle of|rum and|jack and|pepsi or|pepsi and|large|
  small|cold|ice cold|mexican|whiskey and|a nice|case of|sip of|order a|ordered a|2 liter|liter of|
  share a) coke(|s), disaster recovery, DOM (element|node|tree|perignon)
(dont|do not|no need to|please dont|never|didnt|no) panic
(door|floor|bath|exercise|gym|car|welcome|place|judo|wrestling|play|changing|mouse|desk) mat(|s)
dream catcher, dressed to kill, during the depression era
(dying|die) to (know|see|try|meet|hear|find out|tell|get|go|read|learn|show|visit|eat|watch|use|
  share|ask|work with|have|be in), ed (department|tech|visit|visits|director|manager|physician)
end (it all (at|by|with) (the|a) (summary|dinner)|the (call|meeting|day|contract|subscription|trial|
  session|year|month)|of|date|user|users|result|to end), epsom bath salts
(eyeglass|glasses|contact lens|eye|lens|eyewear|lenses|rx sunglasses|eyeglasses|sunglasses|
  sports goggle) prescription(|s)
(feet|back|knees|legs|head|neck|heels|shoes|taxes|allergies|commute|traffic|rent|fees|shoulder|
  stomach|heat|suspense|puns|jokes|kids|meetings) (is |are |be )(killing|kill) (me|us)
food and drug(| administration), GAD (65|antibodies|antibody)
(going|go|drive|driving|drove|drives|went) (crazy|nuts|insane) (busy|fast|over|for|with excitement|
  about), (golden|lab|black|chocolate) (lab|retriever|labrador), good grief, gran depresion
hallucinat(e|es|ed|ing|ion|ions) (rate|rates|in (llms|ai|the model|models|large)|of (llms|ai|
  language))
hang (in there|out|up|on|tight|ten|loose|glider|gliding|drywall|a picture|the (picture|phone|banner|
  sign)|around)
hang(ing) (out|up|in there|on|around|with|by a thread|garden|gardens|basket|baskets|plants|file|
  files|fruit|the), HI (hawaii|level), HI (there|all|everyone|team|and|i|my|this|im|from|to|im)
hit me (up|with|back), hits me (with|that), hopeless romantic, hung (up|over the|out|jury|on)
hurt (my|his|her) (back|knee|ankle|shoulder|hand|wrist|foot|neck|leg|feelings|arm|chances|credit|
  business|sales)
hurt (myself|himself|herself) (at (work|the gym|practice|football)|playing|falling|running|skiing|
  lifting|working out|in a (fall|car|game)|while|when i fell|on the job|during (practice|training)|
  skateboarding|hiking|climbing|exercising|by accident|accidentally)
i almost died (laughing|of embarrassment|of laughter)
(id|i would|i could|i might|ill|im going to|going to|gonna) (just )(kill|murder) (for|him if|
  my (boss|husband|wife|brother|sister) if), IED (attack|blast|explosion|device), in recovery mode
in the mood (for|to), insanely (good|busy|fast|great), (international system|metric) SI
IOP (mmhg|of|reading|readings|measurement), it (wouldnt|wont|doesnt|cant|couldnt) hurt, kernel panic
(killer) (app|apps|feature|features|deal|deals|instinct|whale|whales|bee|bees|view|abs|workout)
(logistical|total|pr|compliance|absolute|billing|scheduling|integration|paperwork|migration|
  technical|traffic|parking) nightmare(|s)
manic (monday|mondays|panic|pixie dream girl|pixie|street preachers|shopping|schedule|pace)
(market|markets|economy|industry|country|nation|world|prices|banks) (went|fell|slid|plunged|sank|
  slipped) into (a |)depression, mat (yoga|pilates|class|work|size|board)
MDA (show|telethon|camp|muscle), MDE (value|endpoint)
(meeting|call|webinar|group|class|program|session|trial|contract|course) (end|ends|ending)
memory leak, memory loss prevention software
mental (math|note|arithmetic|model|models|image|picture|map|gymnastics|toughness|notes|checklist)
mood (board|boards|lighting|music|ring|rings|lamp), mourning (dove|doves)
(my|the) (battery|phone|laptop|car|computer) (wants|want|tried|is going|is about|died|dies|might|
  will|would|decided) (to die|to kill itself|die)
NA (region|na|sales|market|team|headquarters|east|west|office)
nightmare (before christmas|on elm street|traffic|scenario|client|customer|project|to (park|install|
  set up|integrate|configure)), nonalcoholic fatty liver
obsessed with (this|these|your|the|our|customers|quality|data|that) (show|product|app|song|book|
  game|podcast|coffee|feature|service|recipe|team|color|design|shoes|success|details)
obsession (with (quality|detail|customers|data|service)), OCD removal
OD (os|ou|sphere|cylinder|20|of (the|a) (pipe|tube)|pipe|tube|steel|consultant|consulting|matrix|
  visits|green|600), oh hi, OUI, overkill
overwhelmed (by|with) (the response|demand|emails|options|your kindness|gratitude|joy|applications|
  choices|requests|orders|tickets|the number)
panic (button|buttons|room|rooms|bar|bars|buying|selling|sale|hardware|at the disco|mode|stations|
  alarm|kernel|attack in the market), panic over (price|the deadline), panicked market, PDD form
performance anxiety of (the|our), personality (test|tests|assessment|type|types|quiz|trait)
phobia of (meetings|spreadsheets), php
PHP (developer|developers|code|framework|laravel|script|version|8|7|mysql), provigil inc stock
RAD (tech|onc|studio|designer|power), rage against the machine
(recovered|recovering) from (surgery|the flu|covid|a cold|injury|the outage|an injury|a knee)
road rage movie, roadkill, (running|ran|run|do|did|doing) suicides, SAD face, sad news
schizo(carp|gony), schizophrenic (weather|market|codebase|code), SED (rate)
self (destruct button|destructing message|harm policy), separation of concerns
shoot (an|off an|off a|you|them) (email|text|message|note|an|a)
shoot (me (an|a|over|the|your|some|that|back) (email|e mail|text|message|note|line|reply|copy|link|
  quote|call|invite|time|times|dm)|me (an|a|your|over)|us (an|a|over|your)|you (an|a)|him (an|a)|
  her (an|a)|over|for|hoops|a (video|film|photo|commercial|text|note|message|quick)|the (breeze|
  video|photo|moon)|it over)
shooting (range|hoops|star|stars|guard|for|a (video|film|commercial)|schedule|percentage)
sleep (number|country|well|mode|apnea|study|inn|schedule)
(so|a little|a bit|kinda|totally|super) (ocd|adhd) about, st depressions
(stress|load) (test|tests|testing|fracture|fractures|ball|balls|echo|echocardiogram|
  management (workshop|seminar|webinar|training|program|class|course)|free|relief (workshop|
  webinar)|level), the die is cast, (the|a) great depression
(to|id|i would|would) die for(| the| this| that| a| those), tongue (depressor|blade)(|s)
(trading|crop|stock) (in|of) mourning doves
(trigger|triggers|triggered) (a|the|an|workflow|workflows|event|events|email|emails|point|warning|
  finger|automation|by|when|based)
(visual acuity|right eye|eye|eyes|vision|iop|refraction|pupil) OD
(weather|market|codebase|stock market) (is|was|has been|seems) (bipolar|schizophrenic|manic|insane)
(workflow|event|email|database|automation|zapier|apex|sql) trigger(|s)
worthless (coupon|check|stock|contract), would kill for (a|that|some|this), yoga mat(|s)
(you|this|that|it|they|he|she|these|lol) (are |is |just |totally |absolutely )killing me
`

/**
 * How people tell of a mental-health condition in their own words, in English and Spanish. All of it is
 * our own, written after the symptom lists of NIMH and MedlinePlus. How terms are written: docs/lexicon.md.
 */

/** How people say it. */
export const IN_PLAIN_WORDS = `
5150 hold, 5150d, afraid (of people|im losing my mind|i am losing my mind)
(afraid|scared|terrified|unable|anxious) to (leave|go out of) (the|my|his|her|their) (house|home|
  apartment|room)
(all|everything) (feels|seems|is) (hopeless|pointless|dark|meaningless|so dark|so heavy)
always (sad|crying|on edge|worried|anxious|down|panicking|nervous|tearful)
(am|im|is|was|feel|feels|felt|feeling|been|very|really|being|get|gets|getting|got|constantly|always|
  seem|seems|seemed) (anxious|depressed|hopeless|worthless|manic|paranoid|suicidal|psychotic|
  delusional|traumatized|empty inside|numb inside|emotionally numb|overwhelmed by everything|
  so alone|so empty|so numb|so lost inside|so low|dead inside|broken inside|burned out|burnt out|
  melancholy|agoraphobic|panicky|dissociated)
(anger|rage) (issues|problems|outbursts|management issues), (a|on|on a|placed on|under) 5150
attacks of (nerves|panic|anxiety), bad nerves, bad with my nerves, baker act(|ed)
(binge|binges|binging|bingeing|binged)(| eat| eats| eating| ate| on food)
(body image|abandonment|attachment|self esteem|commitment and trust) issues
(burnout|burn out syndrome|severe burnout|compassion fatigue)
(cannot|cant|couldnt|could not|can not|not able to|unable to|barely|hardly|struggle to|
  struggling to|struggles to|hard to|trouble|difficulty|can barely|can hardly) (get|
  getting) out of (the |my |his |her |)bed
(cannot|cant|couldnt|could not|can not|unable to|not able to) (stop (crying|worrying|panicking|
  shaking|overthinking|ruminating|my racing thoughts|the thoughts|obsessing|counting|checking|
  washing|binging|purging|the racing thoughts|thinking the worst)|feel (joy|anything|happy|
  pleasure)|sleep at night|fall asleep|stay asleep|sleep anymore|calm (down|my mind|myself)|
  turn (off my brain|my brain off|my mind off)|shut (my brain off|off my brain|my mind off)|
  leave (the house|my house|my room|my bed|the bed)|face (people|the day|another day|anyone)|cope(|
  anymore| with life| with anything| any longer)|function(| anymore| at all)|concentrate (at all|
  anymore)|handle (life|it anymore|my emotions|this anymore)|enjoy anything|control (my emotions|
  my moods|my thoughts|my anger|my worrying|the worry)|trust (anyone|my own mind))
(cant|cannot|could not|couldnt|can not|unable to|hardly|barely) (sleep|eat or sleep|sleep or eat)
(check|checks|checking|checked) the (stove|door|doors|lock|locks|oven) (over|a|ten|twenty|thirty|
  forty|fifty|hundreds|constantly|again|dozens|many|so many|repeatedly)
(chest tightens|tight chest|shaking|sweating|trembling) (when|and panic|from anxiety)
(completely|totally|feel|feeling|feels|felt) (detached|disconnected) from (reality|my body|myself|
  everyone|everything)
constant(|ly) (worry|worrying|crying|anxiety|fear|dread|sadness|panic|panicking|anxious|
  overthinking|sad|tense|on edge|afraid), cr(y|ies|ied|ying) a lot
cr(y|ies|ied|ying) (all the time|every day|every night|myself to sleep|himself to sleep|
  herself to sleep|themselves to sleep|for no reason|all day|nonstop|uncontrollably|constantly|
  spells|spell|a lot lately)
(dark|bad|scary|racing|spiraling|negative|obsessive|unwanted|disturbing|paranoid|
  irrational) (thought|thoughts)
(deep|overwhelming|extreme|intense|constant|profound|crippling|debilitating|persistent) (sadness|
  despair|depression|anxiety|fear|dread|worry|hopelessness|loneliness|grief|guilt|shame|panic)
(dont|do not|doesnt|does not|didnt|cant|no longer|never) (feel like (myself|living|getting up|
  doing anything|himself|herself)|want to get (up|out of bed)|enjoy (anything|things)|
  care about anything(| anymore)|feel anything(| anymore)|see the point), (down|low) in the dumps
eating (my|his|her) feelings
emotional(|ly) (breakdown|collapse|abuse|abused|abusive|drained|exhausted|unstable|numb|pain|
  distress|wreck)
every(thing| day) (is|feels) (a struggle|hopeless|too much|pointless|like a struggle)
(existential|constant) dread
(extreme|severe|chronic|unbearable|overwhelming|constant|crippling) stress
(feel|feels|felt|feeling|felt) (like (a failure|a burden|im going crazy|im losing it|
  im losing my mind|im drowning|im falling apart|nothing matters|im dying|i am going crazy|
  i am losing it|i am losing my mind|i am drowning|i am falling apart|giving up|garbage|crying|
  everyone is watching me|people are watching me)|hopeless|helpless|worthless|useless|empty|numb|
  nothing|suicidal|down all the time|so down|very down|really down|down lately|down and|alone and|
  sad all the time|sad every day|trapped|isolated|overwhelmed|extremely sad|so sad|very sad|
  really sad|on edge|manic|blue|lonely|very lonely|so lonely|detached|unreal|like crying|
  guilty all the time|broken|out of control|unstable|miserable), (flashback|flashbacks)
(freak|freaking|freaked) out (all the time|every day|in public), gave up on life
(get|gets|getting|got) (panicky|panic attacks|triggered|flashbacks|manic)
(give|giving|given) up (hope|on life|on everything|on myself)
(go|goes|going|went|gone) (crazy|insane|mad|off the deep end) (lately|in my head|inside)
going through (a breakdown|depression|a dark time|a dark place|a mental health crisis|
  something dark)
(got|was|been|am|is|were|being|recently|newly|just|originally|officially) diagnosed (with|
  as) (a mental|mental|bipolar|borderline|autistic|depressed|schizophrenic|manic)
(griev(e|es|ed|ing)|in mourning|bereave(d|ment))
(had|having|have|has|suffered) a (breakdown|meltdown|panic attack|mental breakdown|
  nervous breakdown|psychotic break|manic episode|break with reality|bad episode|depressive episode)
hate(|s|d) (myself|himself|herself|themselves|my life|my body|my own body|being alive|who i am)
(hates|hating) (himself|herself|themselves|his life|her life|myself)
(havent|hasnt|hadnt) (showered|eaten|left the house|left (my|her|his) (room|bed|house)) (in|
  for) (days|weeks|a week|a month|months)
(havent|hasnt|hadnt|not) (showered|eaten|slept|bathed|changed clothes|left the house|left my room|
  left my bed|gotten out of bed) (in|for)
(havent|hasnt|not|barely|hardly) been (sleeping|eating|able to sleep|able to eat|
  able to get out of bed|leaving the house|myself)
(havent|hasnt|not|barely|hardly|hadnt) slept (in|for) (days|weeks|two|three|four|five|several|3|4|5)
head is (a mess|not right|messed up|spinning all the time)
hear(|s|d|ing) (voices|a voice|things that (arent|are not) (there|real)|people (talking|
  whispering) (that|when|who)|someone (talking|whispering) when)
heart (races|racing|pounds|pounding) and (i|my|cant)
i am (not ok|not okay|a mess|breaking down|falling apart|losing it|losing my mind|going crazy|
  broken|spiraling|spiralling|not doing ok|not doing okay)
im (not ok|not okay|a mess|breaking down|falling apart|losing it|losing my mind|going crazy|broken|
  spiraling|spiralling|so broken|not doing ok|not doing okay), impending doom
(in|go|goes|going|went|been|need|needs|want|start|starting|started) (to |into |)(psychotherapy|emdr|
  cbt for|dbt for|dbt skills|grief counseling|trauma therapy|anger management)
(in|into) a (depression|depressive|manic|deep depression|funk i|psychosis)
(inpatient|outpatient|residential) (psychiatric|psych|mental health|eating disorder)(| stay|
  treatment| care| program| unit| hospital| facility)
(in|to) a (dark|bad|really dark|very dark|really bad|low|scary) (place|headspace|place mentally|
  mental place|hole|space mentally)
(in|to|from|at|into|left|out of) (the |a |)(psych (ward|unit|hospital|hold|eval)|psychiatric (ward|
  unit|hospital|facility|hold)|mental (hospital|institution|ward|asylum)|mental health (unit|ward|
  facility|hospital)|loony bin|psych)
(involuntar(y|ily)|court ordered) (committed|commitment|hold|psychiatric hold|hospitali(z|s)ation|
  hospitali(z|s)ed)
isolat(ing|es|ed) (and|myself|himself|herself|from everyone|from friends|from family|a lot)
keep (crying|panicking|spiraling|having nightmares|having flashbacks|washing my hands|checking the)
lack of (motivation to live|will to live|joy|interest in everything), lay(|ing) in bed all day
(lies|lying|stay|stays|staying|stayed) in bed all day
lo(se|ses|sing|st) (my|his|her|their) (mind|sanity|grip|grip on reality|will to live|
  touch with reality|marbles)
lo(st|sing|ss of) (all |)(interest in (everything|life|things|anything|activities)|hope|pleasure|
  touch with reality|motivation for everything|the will to live), low self (esteem|worth)
made (myself|himself|herself) (throw up|vomit|sick after)
mak(e|es|ing) (myself|himself|herself) (throw up|vomit|sick after)
(makes|making|made) (me|him|her) (so |very |)(anxious|depressed|paranoid|panic|suicidal)
(meltdowns|shut downs and meltdowns)
(mental|emotional) (exhaustion|overload|turmoil|trauma|anguish|paralysis|numbness|meltdown)
mess(ed|y) up (in the head|mentally|in my head)
mind (is|wont|never|keeps) (racing|stop racing|stop|spiraling|playing tricks)
(mood|moods) (go|goes|going|swing|swings|swinging|change|changes|changing|shift|shifts|flip|flips)
(mood|moods) (is|are|was|were|has been|have been|keeps|keep) (low|down|all over the place|swinging|
  up and down|terrible|unstable|very low|dropping), moody and (withdrawn|irritable)
my (demons|inner demons|dark thoughts|mental health|mental state|nerves are shot|mental wellbeing)
(nervous|worried|sad|scared|terrified|tense|tearful|on edge|numb) (all the time|all day|every day|
  constantly|24 7|day and night), never (feel|feels) (happy|safe|good enough|joy|rested)
night sweats and nightmares, nightmares (about|every night|from|of|and|since)
night(s|ly) without sleep, no appetite and (no|cant)
not (eating or sleeping|sleeping or eating|sleeping at all|sleeping well|in my right mind|
  in a good place|mentally well|mentally stable|mentally ok|mentally okay|feeling like myself|
  coping|coping well|doing well mentally|been coping|mentally there)
(nothing|none of it) (matters|makes me happy|brings me joy|feels real|helps my)(| anymore)
(no|zero|lost|losing) (will to live|hope left|motivation to live|interest in life|reason to get up|
  joy in life|joy anymore)
(obsess|obsesses|obsessed|obsessing) (over|about) (germs|food|calories|weight|my weight|everything|
  death|dying|checking), out of (it mentally|my mind with worry|touch with reality)
overthink(|s|ing) (everything|all the time|constantly)
people are (out to get|watching|following|plotting against|after|spying on) (me|him|her|us)
(post|after) (combat|deployment) (stress|trauma|issues)
(psych|mental) (ward|eval|evaluation|hold|meds|patient)
pull(|s|ed|ing) (my|his|her|out my|out her|out his) hair out (strand|when|because|from|until)
(racing|race|raced) (thoughts|mind|heart and anxiety)
(recurring|constant|frequent|terrible|horrible|vivid|combat|trauma|war|daily|nightly|bad|
  violent) nightmares, restrict(ing|s|ed) (food|calories|my food|her food|his food|eating|my eating)
(scared|afraid|terrified) (of (everything|being alone|going outside|my own mind|my own thoughts|
  people|losing control|my thoughts|germs)|im going crazy|to be alone|to sleep), section(ed) under
(see|sees|seeing|saw|need|needs|have|had|has|my|his|her|a new|see my|with a|with my) (a |my |his |
  her |an |)(psychiatrist|shrink|psych doctor|psych np|psychiatric nurse)
(sees|seeing|see|saw) (things|people|shadows|stuff|figures) that (arent|are not|isnt|werent) (there|
  real), sense of (impending doom|dread|hopelessness), seriously (down|struggling)
severe(| and constant) (worry|stress and), (sick|ill) in the head
(signs|symptoms|history|episodes|bouts|diagnosis|feelings|bout|fits) of (mania|depression|anxiety|
  psychosis|paranoia|despair|hopelessness|panic|ptsd|trauma|sadness|worthlessness|rage)
skip(|s|ping) meals to lose, sleep(|s|ing) all day
(sleeps|sleeping|sleep) (14|15|16|18|20|too much) (hours|and), snap(ped|ping) (mentally|at everyone)
so (anxious|hopeless|worthless|manic|paranoid|overwhelmed by everything|alone|empty|numb|low|
  panicky), so (down|sad|low|tired of living|overwhelmed|stressed) (i|that|all|lately|and)
(spiral|spirals|spiraling|spiralling|spiraled) (out of control|into|downward|again|mentally|down)
(starv(e|es|ed|ing)) (myself|himself|herself|themselves)
(stay|stays|stayed|staying) in (my|his|her) room (all|for|and)
stress(|ed) (out all the time|beyond|is killing me|is too much|is unbearable|to the breaking point)
(struggl(e|es|ed|ing)|suffer(|s|ed|ing)|deal(|s|ing)|dealt|battl(e|es|ed|ing)|liv(e|es|ed|ing)|
  fight(|s|ing)) (mentally|emotionally|mentally and emotionally|with my (mental health|moods|
  emotions|mind|thoughts|body image|anger|weight and food|mood|sleep|grief)|with his (mental health|
  moods|emotions|mood|anger)|with her (mental health|moods|emotions|mood|body image)|
  with their mental health|with mental health|with (grief|trauma|loss|body image|food and weight|
  mood|moods|intrusive thoughts|anger|rage|self esteem|insomnia|obsessions|compulsions|voices|
  paranoia|sadness|loneliness|burnout)|in silence)
(take|takes|taking|took) (medication|meds|medicine|pills|something) for (my|his|her|their) (nerves|
  moods|mood|anxiety|depression|mental health|mind|head|sleep)
talk(s|ing) to (himself|herself|people who arent there|people that arent there)
(terrified|panicking|panicked|panic|hyperventilat(e|es|ed|ing)) (in public|at work|all the time|
  when i|in crowds|every time|every day|every morning)
the voices (tell|told|say|said|are|wont|wouldnt|get|got|keep|started)
(the|this|that) (sadness|emptiness|numbness|hopelessness|darkness|despair|dread) (wont|is|never|has|
  just|inside|that|i)
(they are|theyre|everyone is|someone is) (out to get|watching|following|plotting against|spying on|
  poisoning|listening to) (me|him|her)
thoughts (race|racing|wont stop|are racing|keep racing|going a hundred|going a mile)
(throw(|s|ing)|threw) up after (eating|meals|every meal|i eat|she eats|he eats)
tired of (feeling this way|feeling like this|feeling sad|being sad|being depressed|being anxious)
(too|so) (anxious|depressed|scared|sad|down) to (leave|go|work|get|function|eat|sleep|talk|do|drive|
  answer|even)
trauma (from|survivor|survivors|response|responses|history|symptoms|therapy|therapist|work|issues|
  counseling|treatment|history)
traumatic (experience|experiences|event|events|childhood|past|memories|loss|stress|upbringing)
(trouble|difficulty|problems|problem) (sleeping|concentrating|falling asleep|staying asleep|
  focusing), (unexplained|sudden) (crying|panic|terror|fear)
(unresolved|my|her|his|their|our|with|some|severe|past|much|of|process|processing|past) trauma(|s)
(unstable|volatile|severe) moods
up for (days|three days|four days|five days) (without|with no|straight|and)
voices (in|inside) (my|his|her|their) head
(vomit|vomits|vomiting|vomited|throw up|throwing up|throws up) after (meals|eating|every meal|
  dinner|food|i eat)
wake(|s) up (panicking|in a panic|screaming|with dread|anxious|crying|in terror)
(walking|walk) on eggshells, wash(|es|ing) (my|his|her) hands (till|so much|too much|repeatedly)
wash(|es|ing) (my|his|her) hands (until|over and over|constantly|hundreds|all the time|raw|
  a hundred), went (crazy|insane|manic|off my meds|off his meds|off her meds)
whats the point of (anything|living|life|it all)
withdrawn (and|from everyone|from friends|from family)
(world|everyone) (is|would be|feels) (against me|better off without)
worr(y|ies|ied|ying) (all the time|constantly|nonstop|about everything|myself sick|excessively|
  uncontrollably)
`

export const IN_SPANISH = `
agorafobi(a|co|ca), alucina(r|cion|ciones|ndo), alzheimer, angusti(a|ado|ada), anhedonia
anorexi(a|ca|co)(| nerviosa), ansias todo el dia, ansiedad(| generalizada| social)
ansios(a|o|as|os), ataque(|s) de (panico|ansiedad|nervios|angustia|panico y), autis(mo|ta)
(bipolaridad|trastorno bipolar), bulimi(a|ca|co), colapso (nervioso|mental|emocional)
crisis (nerviosa|nerviosas|de ansiedad|de panico|de angustia|de nervios), deli(rio|rios|rante)
demencia, depre, depresi(on|va|vo|vas|vos)(| posparto| postparto| mayor| severa| cronica| profunda)
deprimi(do|da|dos|das|rme|r), desanimad(o|a) (todo|siempre), desesperaci(on|ado|ada)
doble personalidad, duelo complicado, el insomnio, enfermedad(|es) mental(|es), enfermo mental
esquizofreni(a|co|ca), esta(r|ba|s|n|) (deprimid(o|a)|ansios(o|a))
estoy (muy |)(deprimid(o|a)|ansios(o|a)|triste|desesperad(o|a)|loco|loca)(| todo el tiempo| siempre)
estres (postraumatico|post traumatico|cronico|severo), fobi(a|as|co)(| social)
(hiperactividad|deficit de atencion), hipocondri(a|aco|aca), hospital psiquiatrico, insomnio
internad(o|a) (en|por) (el |un |)(psiquiatrico|hospital psiquiatrico|depresion)
llor(o|a|ando|ar) (todo el tiempo|todo el dia|todos los dias|sin parar|por todo|todas las noches|
  sin razon|mucho), mania(co|ca) depresiv(o|a)
me siento (muy |tan |)(triste|sol(o|a)|vaci(o|a)|inutil|deprimid(o|a)|ansios(o|a)|desesperad(o|a)|
  sin esperanza|perdid(o|a)|atrapad(o|a)|abrumad(o|a)), (mi|de|por|sus|un) trauma(|s)
miedo a (salir|todo|la gente|estar sol(o|a)), nada me (hace feliz|importa|alegra)
no (puedo|puede|podia|logro|consigo) (dormir|levantarme|levantarme de la cama|salir de la cama|
  dejar de llorar|parar de llorar|salir de casa|concentrarme|respirar de la ansiedad|
  mas con la ansiedad|con la ansiedad|funcionar|levantarse de la cama)
(oigo|escucho|oye|escucha|oir|escuchar|oyendo|escuchando) voces, paranoi(a|co|ca)
pensamientos (intrusivos|obsesivos|negativos|oscuros), pesadillas (todas|cada|por|del|recurrentes)
(problema|problemas|trastorno|trastornos|enfermedad) (de salud mental|mental|mentales|emocional|
  emocionales|psicologico|psicologicos|psiquiatricos|de ansiedad|de nervios|de los nervios|
  de panico|de la alimentacion|alimenticio|alimenticios|alimentario|de animo|del estado de animo|
  depresivo|obsesivo|obsesivo compulsivo|limite de la personalidad|de personalidad|
  de la personalidad|de estres postraumatico|de conducta|esquizoafectivo|del sueno|psicotico)
psicosis, psicotic(o|a), psiquiatra (me|le|por|dice), quiebre psicotico
sin (ganas de nada|ganas de levantarme|esperanza)
sufro de (los nervios|nervios|depresion|ansiedad|insomnio), tdah, tept, toc obsesivo, tpt
traum(a|as) (de infancia|de la infancia|infantil|sexual|emocional), traumad(o|a), traumatizad(o|a)
tristeza (profunda|constante|todo el tiempo), veo cosas que no, ya no disfruto
`

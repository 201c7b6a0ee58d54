/**
 * Danger to oneself or others. Sources, all United States government works: ICD-10-CM R45.85, T14.91,
 * X71 to X83 (CDC/NCHS); the self-directed violence definitions of CDC; warning signs as 988 and
 * SAMHSA publish them; plain words and their spellings are our own.
 */

export const CRISIS = `
(about|ready|planning|plan|plans|planned|intend|intends|intending|going|gonna|trying|tried|try|
  tries|want|wants|wanted|wanting|threaten|threatens|threatened|threatening|need|attempted|urge|
  urges|wish|wishes|like|decided|promised|afraid i will|afraid she will|afraid he will) to (die|
  be dead|end it|end (things|everything|the pain) (for good|tonight|forever|permanently)|kill (him|
  her|them|someone|people|everyone|somebody|my (family|wife|husband|kids|parents|boss|ex))|
  hurt (someone|people|others|somebody|everyone|him|her|them|my (family|wife|husband|kids|parents|
  ex|child))|harm (others|someone|people|somebody)|overdose|od|jump (off|in front|from)|
  crash my car|do something (stupid|drastic|to myself|bad to myself)|disappear forever|unalive|
  not (be here|exist|be alive|live|wake up)|drink bleach|swallow (all|pills|a bottle|bleach))
active(|ly) (suicidal|suicidality|si)
(acute|imminent|immediate) (danger|risk) to (self|others|himself|herself|myself|themselves)
afraid for my (life|safety)
(all|life|living|lifes|existence) (is not|isnt|aint|not) worth (living|it), assisted suicide
attempted suicide, attempted to (end|take|kill|overdose|hang)
barricaded (himself|herself|themselves)
(beats|beating|hits|hitting|hit|beat|chokes|choked|choking|strangled|abuses|abusing|raped|molested|
  assaulted|raping|molesting) (me|him|her|my kids|my child|my mom|my mother)
(became|become|is|am|im|was|been|feel|feels|feeling|felt|got|still|getting|acutely|chronically|very|
  really|being) (suicidal|homicidal)
(being|am|was|im|been|getting|is|were) (sexually |physically |emotionally |verbally |domestically |
  )(abused|assaulted|molested|raped|stalked|trafficked|battered|strangled)
better off (dead|without me|if i was|if i were|if i died|if i wasnt|if i werent)
(better|easier) (for everyone|for them|for my family) if i (was|were|wasnt|werent|died|disappeared)
burn(|s|ed|t|ing) (myself|himself|herself|themselves)
(called|calling|call|texted|dialed|contacted|spoke to|told by) (988|the (suicide|crisis) (hotline|
  line|lifeline)|a (suicide|crisis) (hotline|line|lifeline))
(cant|cannot|not able to|unable to|afraid i cant|dont think i can) (keep (myself|himself|herself|
  her|him) (safe|alive)|be safe|stay safe|guarantee my safety|contract for safety|go on(| like this|
  anymore| living)|live (like this|this way|anymore|with myself|any longer)|take it (anymore|
  any longer|any more)|do this (anymore|any longer|any more)|do it (anymore|any longer|any more)|
  take (this|life|the pain) (anymore|any longer|any more)|keep (going|living|doing this)(|like this|
  anymore)|stay alive|handle it anymore and), (child|elder|sexual|physical) abuse(|d)
comited suicide, command hallucination(|s), commited suicide, commit(|s|ted|ting|ing) suicide
completed suicide, crash(|ing) my car (on purpose|into|and), cry for help and
cut (my|his|her) throat
(cut|cuts|cutting) (my|his|her|their) (wrist|wrists|arm|arms|leg|legs|thigh|thighs|self|skin|
  stomach|throat|veins)(| again)
(cut|cuts|cutting) (myself|himself|herself|themselves|themself)(| again), cutter, cutting again
danger to (self|others|himself|herself|myself|themselves|me|himself and others|self or others)
(dead by|not be alive|wont be alive|wont be here|will not be here|wont be around) (tomorrow|tonight|
  morning|soon|next week|much longer|anymore|in the morning|by), death wish, die by suicide
died by suicide, dies by suicide, do not trust myself(| alone), domestic violence
done (living|with living|with life|with this life|fighting to live)
dont trust myself(| alone| right now)
(dont|do not|doesnt|does not) (see|have) (any |a |the |)(reason to live|point in living|
  point of living|reason to go on|future|point in being alive|point in going on|reason to be here|
  way out)
(dont|do not|doesnt|does not|didnt|did not|not|never|no longer) (want to|wanna|wish to|wants to|
  wanting to) (live|be alive|be here|exist|be on this earth|go on|wake up|be around|keep living|
  continue living|keep going|be in this world|live like this|live this way|see tomorrow|carry on)
(dont|do not|doesnt|never) feel safe (with myself|alone|by myself|at home|being alone|right now|
  from myself), drank (bleach|antifreeze|poison)
driv(e|ing) (my car |)(into a (tree|wall|pole)|off (a|the) (bridge|cliff|road))
(drown|drowning|poison|poisoning|stab|stabbing|stabbed|suffocate|strangle|strangling|hang|hanging|
  shoot|shooting|hurt|hurting|harm|harming|kill|killing) (myself|himself|herself|themselves|
  themself|my self|him self|her self), dying by suicide
(endings|end) things (tonight|today|for good|once and for all)
end(|s|ed|ing) (it all|my life|his life|her life|their life|their own life|my own life|his own life|
  her own life|my suffering|this pain forever)
everyone (will|would|is) be(|tter) (happier|better) (without me|if i|when im gone)
(excessive|extreme|suicide|suicidal|accidental|intentional|drug|heroin|fentanyl|opioid|opiate|
  possible|fatal|recent|near fatal|non fatal|nonfatal|medication|pill|deliberate|his|her|my|an|
  second|another|multiple|prior|previous|after|from|of) overdose(|s)
(family|kids|world|people|they|children|parents|everyone) (would|will|d) be better (off |
  )(without me|if i|with me gone), fear for my (life|safety)
(gave|given|used|administered|needed|revived|saved) (him |her |me |them |with |by |)narcan
(giving|gave|gives) away (all |)(my|his|her|their) (things|stuff|possessions|belongings|pets)
go to sleep and (never wake up|not wake up|never wake)
(going to sleep|sleep|fall asleep) (forever|and never wake)
(gonna|going to|want to|wanna|wanting to|might|ill|will|just|should|ima|about to|rather|let me|
  i) (kms|ctb), (good bye|goodbye|suicide|farewell) (note|letter|letters|notes|video)(| to)
goodbye (cruel world|forever everyone|world)
gun (to|in|at|against) (my|his|her|their) (head|mouth|temple)
(gun|rope|knife|pills|razor) (to (kill|end|use on|hang|cut|do it)|and (a plan|i want to die|
  im going to|wants to die)|to my head|to his head|to her head|pointed at)
hang(|ed|ing) (myself|himself|herself|themselves), harm (self|others|to self|to others)
har(m|ms|ming|med) (myself|himself|herself|themselves|self), has a plan to (end|die|kill|do it)
have a plan to (end|die|kill|do it), (have|has|had|made|with|a|got) (a |the |)suicide plan
(he|she|i|son|daughter|brother|friend|almost|nearly|and|husband|wife|just) (od|ods|oded|ODed)
HI and SI, homicidal and suicidal, homicidal(| ideation| thoughts| ideations| intent| threats)
hop(e|es|ing|ed) (i|he|she) (dont wake up|do not wake up|never wake up|die in my sleep|dies|die|
  dont wake)
how to (kill myself|end my life|commit suicide|die painlessly|tie a noose|hang myself|overdose)
hung (myself|himself|herself)
hurt(s|ing|) (myself|himself|herself|themselves|themself|my self)(| again)
if (i|he|she) (died|was (dead|gone)|were (dead|gone)|wasnt (here|around|alive)|werent (here|around|
  alive)), (i|he|she) (have|has|got|bought) a gun
(i|he|she) (might|would|will|could|may) (kill|hurt) (someone|somebody|people|him|her)
(i|he|she) (should|deserve|deserves|deserved|ought) (to |)(just |)(die|be dead|not exist|
  kill myself|end it)
in (a|an) (suicidal|emotional|psychiatric|mental health|acute|immediate|active|mental) crisis
in crisis (right|now|and|please|mode|today|tonight)
(in|fleeing|leaving|escaping|escape) (an |)(abusive) (relationship|marriage|home|household|partner|
  husband|boyfriend), jump in front of (a |the |)(train|car|bus|truck|traffic)
(jump|jumps|jumped|jumping) off (a |the |)(bridge|roof|building|cliff|balcony|overpass|
  parking garage|parking structure), keep myself (safe|alive)
kill (me now|me please|them all|everyone|everybody)
(kill|murder|stab|shoot|attack) (someone|somebody)
kill(s|ed|ing|) (myself|himself|herself|themselves|my self|him self|her self|themself|ourselves|
  yourself|themselfs), kys, leave this (world|earth|life)(| forever| behind)
life (ending|threatening) (thoughts|crisis|overdose), (life|it all) over (tonight|for me)
loaded gun
(make|makes|making) (it|the pain|everything) (all |)(stop|end) (forever|permanently|for good|
  tonight|by dying), (mass|school) shooting threat, narcan(ned|d), near death overdose
(need|needs|needing) (help|someone|somebody) (right now|now|immediately|asap|tonight) (or|
  before) (i|he|she|its), never been born, never wake up(| again)
no (longer|more) want(s|ing|) to (live|be here|be alive|exist)
no (reason|will|point|desire|purpose) (to live|to go on|in living|for living|to keep living|
  in life anymore|in going on|to stay alive|to be alive|to keep going|to be here), noose
not breathing, (not|isnt|hasnt been|havent been|never been|not been) out of crisis
(dont|do not|doesnt|does not|didnt|wouldnt|would not) (care|mind) ((if|whether) (i|he|she) (live|
  lives|lived|die|dies|died|wake up|wakes up)|dying|being dead|not waking up)
(lost|losing|without) (the |any |a |my |his |her |all |)(will|desire|wish) to (live|be alive|go on)
not safe (with myself|with himself|with herself|by myself|to be alone|alone|at home|right now|
  for me to be alone), not wake up(| again| tomorrow| in the morning)
not wanting to (wake up|live|be alive|be here|exist|go on), not worth living
(nothing|nobody|no one|not much|little) (left |)(to live for|would miss me|would care if i|
  would notice if i|will miss me), od again, odd on (heroin|fentanyl|pills|meth)
od(d|ing) on (heroin|fentanyl|pills|xanax|meth|oxy|opiates|drugs|purpose|something|tylenol), ODed
oded, over dosed, overdos(e|es|ed|ing), overdosis
(painless|easy|quick|best) way(|s) to (die|kill myself|end it|end my life|commit suicide|go)
para(suicide|suicidal), passive (si|suicidal|death wish|suicidal ideation)
(passively|chronically|acutely) suicidal, permanent solution, possible suicide, rape(|d)
rather (be dead|die|not be alive|not be here)
(ready|want|wants|wanted|wanting|wish|wishing|prefer|rather|asking|begging|begged|prayed|pray|
  praying|willing|longing|hoping|wanna|ready) (to |for |)(die|be dead|death)
(revived|brought back) (with|by) naloxone, s word thoughts, safe from myself
(said|saying|say|says) (goodbye|good bye|goodbyes|his goodbyes|her goodbyes|
  my goodbyes) (to everyone|forever|to us|to the kids|to my family)
(see|have|find|got) (any|a|the|much|no|another) (reason|point|purpose) (to|in|of) (live|living|
  keep going|going on|go on|be here|being here|stay alive|keep living|be alive)
self (cut|cutting|cutter)
self (harm|harms|harmed|harming|harmer|injury|injuries|injuring|injurious|injure|injures|injured|
  mutilat(e|es|ed|ing|ion)|inflicted|destructive thoughts|directed violence|hurt|poisoning|
  immolation|strangulation)(| behavior| behaviors| behaviour| wounds| gunshot wound| thoughts|urges|
  injury| scars), selfharm(|s|ed|ing), selfinjury, serious harm to (self|others|himself|herself)
sewer slide, sewerslide, sewicide, (sexual|physical) assault, SH urges
shoot(|ing|s) (myself|himself|herself|themselves), shot (himself|herself|themselves)
(should|id|i would|he would|she would) (just |)(kill|end|die) (myself|himself|herself|it all|
  already), SI and HI, SI HI, SIB, slit(|s|ting) (my|his|her|their) (wrists|wrist|throat)
soo icidal, (standing|sitting|stood) on (a |the |)(bridge|ledge|roof|railing|edge)
(started|been|back to|keeps|is|resumed|caught her|caught him|began|stop|stopped|quit|
  without|urge to|found her|kept|history of|i|shes|hes|urges to) cutting(| again)
(starving|drinking|drugging) (himself|herself|myself) to death
stockpil(e|ed|ing) (pills|medication|meds|his pills|her pills|my pills), su1cidal, su1cide, suacidal
suacide, succide, sucidal, sucide, suecide, sueicidal, sueicide, suffocat(e|ed|ing) myself, sui cide
suic1de, suicdal, suicde, suiciadal, suicid, suicid3
suicid(al|ality|e|es|ally|ed)(| (attempt(|s|ed)|ideation(|s)|ideas|thought(|s)|gesture(|s)|plan(|s)|
  threat(|s)|intent(|ion|ions)|note|letter|pact|watch|risk|tendencies|tendency|urges|feelings|crisis|
  behavior(|s)|behaviour|survivor|loss))
(suicidal|psychiatric|mental health|emotional|having a|i am in|im in|is in|are in|was in|she is in|
  he is in) crisis, suicide by (cop|hanging|overdose|gun), suicidial, suicidle, suicied, suidical
suisidal, suiside, suside
swallow(ed|ing) (a bottle of|all (my|his|her|the)|bleach|a handful of|poison|the whole bottle|
  too many pills|pills to|razor), tak(e|es|ing|en) (my|his|her|their|ones) own li(fe|ves)
(thinking|thoughts|think|thinks|thought|fantasize|fantasizes|fantasizing|fantasies|dream|dreams|
  considering|contemplating|contemplated|considered|urges|idea) (of |about |)(ending (it|things|
  everything|the pain)|hurting (someone|people|others|somebody|him|her)|harming (others|someone|
  people)|killing (someone|people|him|her|my family|everyone)|overdosing|od|jumping (off|in front|
  from)|crashing my car|suicide|dying|disappearing)
(think|thinks|thinking|thought|thoughts|talk|talks|talking|talked|joke|jokes|joking|dream|dreams|
  dreaming|daydream|text|texted|posted|posting|writes|writing|wrote|obsess|obsessed|obsessing|
  fantasies|fantasizing|fixated|preoccupied|speaking|preoccupation) (about|of|on|with) (death|dying|
  suicide|being dead|not being here|not being alive|not existing|killing|death all the time|ending|
  hurting|harming|overdosing|hanging|jumping off|cutting|not waking up|how to die|wanting to die|
  ways to die)
thoughts of (death|dying|suicide|self harm|harming (self|others)|hurting (self|others)|
  not being here|not wanting to be here|ending|not living)
(threatened|threatens|threatening|threat|threats) (suicide|to jump|self harm|to hurt|violence|
  to kill|of suicide|of self harm|to end), tired of being alive
(tired|sick|exhausted|weary) of (living|being alive|life|existing|my life|this life|
  fighting to stay alive)
took (10|12|15|20|25|30|40|50|60|100|twenty|thirty|forty|fifty|a hundred|a handful of) (tylenol|
  pills|advil|aspirin|xanax|ibuprofen|tablets|benadryl|ambien|klonopin)
took (his|her|my|their) (own |)life
(took|taken|take|taking|takes) (a (bunch|bottle|handful|whole bottle) of (pills|my pills|tylenol|
  his pills|her pills|meds|sleeping pills|xanax|advil)|(all|too many) (of |)(my |his |her |the |
  )(pills|meds|medication|sleeping pills|tablets)|the whole bottle|an overdose|a whole bottle|
  an intentional overdose|(my|his|her|their) own life|my life tonight)
(to|on|at|near|over|past) the (edge of suicide|brink of suicide|breaking point and)
tr(y|ied|ying|ies) to (od|kill|overdose|end (my|his|her|their|it)|drown|hang), turned blue and
unaliv(e|ed|ing)(| myself| himself| herself| themselves), unresponsive after
unsafe (with myself|alone|at home|to self|thoughts|to be alone|right now)
violent (thoughts|urges|ideation)
voices (tell|telling|told|say|saying|are telling|keep telling) (me|him|her) to
(walk|walking|step|stepping|run) (into|in front of) (a |the |)(traffic|train|ocean|oncoming traffic|
  bus|truck), wanna (die|be dead|end it|disappear forever)
want (this|it|it all|everything) (over|to be over|to end)
ways to (die|kill myself|end it|end my life|commit suicide), wish for death
(wish i|wishes he|wishes she|wish he|wish she|wished i) (were|was|could just be) dead
wish(|es|ed) (id|hed|shed|i had) (died|never existed|never woken up|not woken up)
wish(|es|ed|ing) (i|he|she|they|to) (was dead|were dead|was never born|were never born|
  had never been born|had died|would die|could die|could disappear|didnt wake up|wouldnt wake up|
  wont wake up|didnt exist|did not exist|could go to sleep and|could just die|wasnt here|
  wasnt alive|werent alive|wasnt born|could sleep forever|would not wake up|would never wake up|
  never woke up|never existed|would just not wake up|could be dead), with a suicide plan
(wont|will not|not going to|may not|might not|dont think i will|dont think ill|
  cant) (make it (through the night|to tomorrow|tonight|another day|through this|much longer|
  one more day|through today)|live (past|much longer|through|to see)|survive (this|the night|
  another|much longer|tonight)), world without me(| in it), would be better dead
`

export const CRISIS_IN_SPANISH = `
acabar con (mi vida|todo|su vida|esto de una vez|el dolor), ahorcar(me|se)
autolesi(on|ones|va|vas|onarme|onarse|onandome|ono|ona|onandose)
(cortarme|cortarse|me corto|se corta|cortandome|cortandose)(| las venas| los brazos| la piel|
  las munecas| las piernas| otra vez), crisis (suicida|emocional ahora)
(deseo|deseos|ganas|ansias|pienso|pensando|pensar|pensado|piensa|penso|hablo|habla|intento|intente|
  trato|ideas|pensamientos) (en |de |)(morir|morirme|morirse|suicidarme|suicidarse|matarme|matarse|muerte|
  la muerte|quitarme la vida|quitarse la vida|desaparecer|hacerme dano|hacerse dano|suicidio|
  no vivir|suicidas|suicida), en crisis (ahora|y necesito), estarian mejor sin mi, ganas de vivir
hacer(me|se) dano
(ideacion|ideas|pensamientos|intento|intentos|intento de|riesgo de|nota de|riesgo|conducta|
  tendencias|amenaza de) (suicida|suicidas|suicidio|homicida)
lastimar a (alguien|otros|otras personas|mi familia)
lastimar(me|se)(| a mi mism(o|a)| a si mism(o|a)), matar(me|se|los a todos)
me (quiero|voy a|quise|quisiera|gustaria) (morir|matar|suicidar|quitar la vida|cortar|ahorcar|
  hacer dano|lastimar|colgar), mejor (muert(o|a)|estaria muert(o|a)|sin mi|no existir)
(me|le|la|lo) (pega|golpea|golpeo|pego|maltrata|violo|abusa|abuso) (mi|su|cada|sexualmente|el)
no puedo (mas con mi vida|seguir asi|seguir viviendo|mas con esto|mas quiero)
((|ya )no (tengo|tiene|tenia|siento|siente)|sin|perdi|perdio|perdido) (las |)ganas de (vivir|
  seguir viviendo|existir|nada)
no (quiero|quiere|deseo|quisiera) (vivir|seguir viviendo|seguir|estar aqui|existir|estar viv(o|a)|
  despertar|despertarme)(| mas| asi)
no (vale la pena|tiene sentido|le veo sentido a|tengo razon para|tengo razones para|
  encuentro razon para) (vivir|la vida|seguir|seguir viviendo|mi vida|a la vida)
peligro para si mism(o|a), prefer(iria|iria estar|ible) (morir|morirme|estar muert(o|a)|muert(o|a))
(quiero|quiere|quisiera|quise|queria|quieren|querer|querido|voy a|va a|intente|intento|trato de|penso|
  pensaba) (morir|morirme|morirse|matarme|matarse|suicidarme|suicidarse|desaparecer|
  quitarme la vida|quitarse la vida|acabar con mi vida|acabar con todo|terminar con todo|
  terminar con mi vida|dormir y no despertar|dejar de existir|dejar de vivir|estar muert(o|a)|
  hacerme dano|cortarme|ahorcarme|colgarme|irme de este mundo|aventarme|tirarme)
quit(ar|arme|arse|armela|o|arle|arse|ado) la vida
se (mato|suicido|ahorco|corto las venas|corta|quiere morir|quiere matar), se quiso (matar|suicidar)
(se|me) (quito|quite|quiso quitar|intento quitar|quiere quitar|quiero quitar) la vida, sobredosis
(suicid(a|arme|arse|io|ios|o|e|as|ada|ado|andose|aria))(| intento| ideacion)
tengo ganas de (morir|morirme|matarme|desaparecer|hacerme dano)
tirar(me|se) (de un puente|del puente|por la ventana|desde la azotea|al tren|a las vias)
tome (todas las pastillas|muchas pastillas|todas mis pastillas)
tom(o|ar|arse) (todas las|muchas) pastillas, violencia (domestica|intrafamiliar)
ya no (puedo mas|quiero (vivir|seguir|estar aqui|nada con la vida|existir|mas vivir)|aguanto (mas|
  la vida|esta vida))
`

/** Abbreviations of a clinic, that other trades have as well. */
export const CRISIS_ABBREVIATIONS = `
HI, SI
`

/** Said in earnest only when a person stands near. */
export const CRISIS_IN_DOUBT = `
abuse, abused, abusive, crisis, die, dying, emergency mental, hurting, pills, razor(|s)
self destructive, unsafe, violent
`

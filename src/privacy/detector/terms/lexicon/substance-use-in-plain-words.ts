/**
 * How people tell of drinking and drugs in their own words, in English and Spanish. All of it is our own,
 * written after the charts and fact sheets of NIDA, SAMHSA and DEA. How terms are written: docs/lexicon.md.
 */

export const IN_PLAIN_WORDS = `
(3|4|5|6|8|10|12|15|20|three|four|five|six|eight|ten|twelve) (beers|drinks|shots|glasses of wine|
  tallboys|white claws) (a (day|night)|every|per (day|night)|each (day|night)|nightly|daily)
(acid|shroom|mushroom|ketamine) trip(|s)
(a|my|his|her|their|with|the|of) (drinking|drug|pill|alcohol|coke|weed|pot|gambling|porn|vaping|
  meth|heroin) (problem|problems|habit|issue|issues|addiction|binge|binges|dependency|relapse)
back (on|to) (the bottle|drugs|drinking|using|heroin|meth|pills|the needle|dope|coke|crack|alcohol)
(been|am|im|is|stay|stayed|staying|get|gets|getting|got|be|being|keep|keeping|trying to get|
  trying to stay|hes|shes|stays|become|became|and|now) (clean (and sober|from|for|since|off|again|
  now|time)|sober), (bender|benders), big drinker
(binge|binged|binging|bingeing) (drink|drinks|drinking|drank|on alcohol|on coke)
black out from drinking, (booze|boozing|boozer|boozed)(| every| all| too)
bottle(|s) of (vodka|whiskey|wine|liquor|rum|gin|tequila|bourbon) (a|every|per|each) (day|night|
  evening|week), chain smok(er|ing|es), (chas(e|es|ing) the (dragon|high)), chewing tobacco
chug(|s|ging) (vodka|whiskey|wine|liquor|mouthwash)
clean (and sober|since|from (heroin|meth|alcohol|drugs|opiates|cocaine|fentanyl)|time|off (drugs|
  heroin|meth|pills|alcohol))
clean (for|since) (a|one|two|three|four|five|six|seven|eight|nine|ten|30|60|90|over|almost|about|
  years|months|my), coked (up|out), cold turkey
com(e|ing|es) (off|down off|down from) (heroin|meth|alcohol|benzos|opiates|drugs|methadone|suboxone|
  xanax|fentanyl|pills|a binge|a high), cooking meth, cracked out
crav(e|es|ing|ings) (alcohol|a drink|drugs|heroin|meth|opioids|opiates|for alcohol|for a drink|
  nicotine|coke|cocaine|pills|to use|to drink|for drugs), day drinking
(days|months|years|weeks|year|month|day|yrs) (clean|sober|of sobriety|of recovery|clean and sober|
  in recovery|without a drink|without drinking|without using|free from alcohol), deal(s|ing) drugs
dependent (on|upon) (alcohol|pills|opioids|opiates|painkillers|benzos|drugs|xanax|adderall|drink|
  weed|marijuana|nicotine|oxycodone|sleeping pills|substances|medication)
(do|does|doing|did|done|on|using|use|used|uses|tried|try|selling|sells|sold|buying|bought|hooked on|
  addicted to|snort|snorts|snorting|snorted|smoke|smokes|smoking|smoked|shoot|shooting|shot|inject|
  injects|injecting|injected|off|quit|taking|takes|took|took some|abusing|abuses|abused|abuse|
  doing some|high on|relapsed on|smokin|rails of|lines of|bumps of|bump of|line of|bag of|bags of|
  gram of|grams of|ounce of|sniff|sniffs|sniffing|sniffed|vape|vaping|binge on|binging on|eating|
  ate|do some|into|crushing|popping|pops|popped|pop|dealing|need|lacing|found|caught with|
  dabbling in|experimenting with|experimented with|addiction to|mixing) (drugs|coke|crack|
  crack rock|rock cocaine|blow|pot|weed|dope|molly|ecstasy|ice and|crystal|crystal meth|smack|tina|
  xannies|xans|xannys|bars of xanax|pills|downers|uppers|shrooms|mushrooms and|k2|spice|whip its|
  whippits|whippets|edibles|dabs|bud every|joints|blunts|a blunt|a joint|bowls|gas station heroin|
  speed and|special k|ketamine|nitrous|poppers|lean|syrup and|percs|perks|roxies|roxys|blues|m30s|
  fetty|fent|tranq|crank|dust|adderall to stay|painkillers|pain killers|pain pills|
  sleeping pills to|opiates|opioids|benzos|narcotics|edible gummies|hash|acid and|inhalants|duster|
  glue|paint fumes|something to get high), dope (fiend|fiends|sick|house|addict), doped up
drank (too much|every|a lot|myself|himself|herself|again|all|heavily|until|daily|a bottle|a fifth|
  the whole|mouthwash|a case|before work|at work|alone)
drink(|s|ing) (too much|every day|every night|everyday|all day|all night|again|alone|heavily|daily|
  excessively|constantly|a lot|a lot more|way too much|more and more|more than|in the morning|
  in the mornings|before work|at work|nonstop|non stop|until|till|to (sleep|cope|forget|numb|calm|
  relax|get through|function|feel|escape|deal|excess)|myself|himself|herself|themselves|
  myself to sleep|himself to sleep|a bottle|a fifth|a pint|a handle|a case|two bottles|
  three bottles|a six pack|a 12 pack|a liter|vodka|whiskey|hard liquor|liquor|mouthwash|
  from morning|since|is (out of control|getting|ruining|a problem|destroying|affecting|hurting|
  killing|bad|worse)|has (gotten|become|been|got)|got|problem|problems|habit|habits|binge|binges|
  buddies|buddy|and driving|and drugging|and using|or using|or drugs|and drugs|issue|issues|because|
  behind|secretly|in secret|like a fish|six|ten|twelve|12|10|8|6|5|a box|wine every|beer every|
  wine all|on the job|through|away)
(drop|dropped|dropping|tripping on|trip on|tripped on|did|doing|tabs of|hit of|on) acid
drug (test|tests) (positive|dirty)
(drug|failed|failing|dirty|positive|tested positive on a|failed a) (ua|urine|urine test|
  urine screen|tox screen|drug screen|drug test|drug tests), drugged out, drugg(ed|ie|ies|ing)
drugs(| again| and alcohol| or alcohol| are| every| daily| too| have| since| for| because| all| at|
  in), fall(|en|ing) off the wagon, fell off the wagon, fiend(|s|ing)(| for)
(fifth|pint|handle|liter|box|case|six pack|12 pack|twelve pack|24 pack) (of (vodka|whiskey|liquor|
  wine|rum|beer|gin|tequila|bourbon|jack)|(a|every|per|each) (day|night|evening|weekend))
(found|caught|busted|arrested) with (weed|drugs|marijuana|a vape|vapes|pills|a pipe|joints|meth|
  heroin|coke), (fucked|messed|jacked|tore) up on (drugs|pills|coke|meth|something)
gambl(es|ing|ed) (away|problem|addiction|too much|every|all|debts|debt|compulsively)
(get|getting|got|stay|stayed|staying|been|be|stays|keep|becoming|become|came|trying to get|
  want to get|help me get|help getting|go) clean(| and sober| again| now| for good| off| from| for|
  this time)
get(s|ting|) (drunk|high|wasted|hammered|stoned|plastered|smashed|trashed|buzzed|faded|fucked up)
(got|gotten) (drunk|high|wasted|hammered|stoned|plastered|too drunk)
(heavy|problem|binge|hard|functional|closet|functioning|chronic|compulsive|alcoholic) (drinker|
  drinkers|drinking|drink|alcoholic|alcoholics)
(hide|hides|hiding|hid|stashing|stash|stashes|sneaking|sneaks|stealing|steals|stole|finding|found|
  find|empty|hidden) (bottles|alcohol|liquor|vodka|drugs|pills|needles|syringes|my pills|pain pills|
  a pipe|foil|his stash|her stash)
(high|stoned|wasted|drunk|buzzed|tweaking|nodding|strung|coked|zonked|doped|methed|cracked|geeked|
  zooted) (all day|all the time|every day|every night|everyday|again|at work|at school|right now|
  out|on (drugs|heroin|meth|coke|weed|pills|something|fentanyl|opiates|xanax|oxy|molly|adderall|
  crack|pot|ice|dope)|off|most of the time|most days|constantly|24 7|out on|daily)
(his|her|their|my|the|dads|moms|husbands|wifes|sons|daughters|brothers|sisters|your|heavy|binge|
  problem|excessive|nightly|daily|constant|secret|chronic|hazardous|harmful|social) drinking(|
  problem| again| habits| binges| and), hit(|ting) rock bottom(| with)
hooked (on|by)(| pills| drugs| opioids| opiates| painkillers| heroin| meth| oxy| coke|
  it after surgery| percs| percocet| xanax| fentanyl| pain meds| pain pills| vicodin| adderall|
  vaping| nicotine| gambling| crack| weed| benzos| dope)
(hungover|hung over|hangover|hangovers)( every| all| again| at work| daily| constantly)
(i|he|she|husband|wife|mom|dad|son|daughter|brother|sister|boyfriend|girlfriend|mother|
  father) (drink|drinks|drank|was drinking|been drinking|is drinking|has been drinking|
  keeps drinking), (im|i am|hes|shes|been) using(| again), (intervention) for (my|his|her|our|a)
(is|was|hes|shes|im|am|being|always|came home|come home|comes home|show up|shows up|showed up|so|
  too) (drunk|stoned|wasted|hammered|high on|high all|high again|high as|tweaking|intoxicated)
junk(ie|ies|y), juul(|ing)
kick(ing|ed|) (the habit|heroin|dope|this habit|opiates|meth|my habit|the bottle|this addiction|
  drugs), lac(ed|ing) with fentanyl, last (drink|drank|used|use|drunk), liquid courage
liv(ing|es) sober, lush and drunk, methadone (program|treatment|maintenance|taper), methed out
(misus(e|ed|es|ing)|abus(e|ed|es|ing)|overus(e|ed|ing)|addict(ed|ion) to|dependent on|hooked on|
  popp(ed|ing)|snort(ed|ing)|crush(ed|ing)|doctor shopping for|running out of|taking too many|
  took too many|too many|taking more) (alcohol|pills|pain pills|painkillers|prescription|
  prescriptions|prescription drugs|prescription pills|medication|meds|substances|sleeping pills|
  benzos|opioids|opiates|stimulants|xanax|adderall|his meds|her meds|my meds|laxatives|cough syrup|
  drugs|marijuana|weed|steroids|percocet|oxycodone|oxycontin|ritalin|gabapentin|klonopin|ativan|
  valium|norco|vicodin|tramadol|ambien|vyvanse)
(my|his|her|since the|last|first|a) (last|first) drink
(need|needs|needing|crave|craves|craving) (a drink to|to drink to|to use to|a fix|my fix|
  to get high|to smoke weed) (sleep|function|calm|feel|get|cope|stop|relax|every|just)
nodding (off on|out)
numb(s|ing|) (the pain|myself|himself|herself|it|my feelings) with (alcohol|drugs|pills|booze|wine|
  weed), off the wagon, on the wagon, one drink (turns|leads|away|and|becomes)
(on|with|off|into|back on|using|use|used|uses|doing|does|took|taking|takes|abuse|abusing|sell|sells|
  selling|deal|buy|buying|hide|hiding|about|of|to|from|by|hard|the|his|her|my|their|these|for|
  because of|injecting|without|over) drugs, party(ing) too (hard|much)
pass(es|ed|ing) out (drunk|from drinking|every night|on the couch every|with a drink)
pill (popper|popping|addict|addiction|head|heads|mill|problem|bottle empty), pillhead
pot(head|heads)
(reeks|smells|smelled|reeked|reeking) (of|like) (alcohol|booze|weed|liquor|vodka|pot|marijuana)
rock bottom with, (self medicat(e|es|ed|ing)|self medication)(| with)
(shak(es|y|ing)|tremors|sick) (when|if|until) (i|he|she) (dont|doesnt|stop|stops) (drink|use|have)
shoot(s|ing) (up|dope|heroin|meth|up heroin), shot up (heroin|dope|meth|drugs|again), shots every
(sipping|sip|sips|drinking) lean
smok(e|es|ed|ing|in) (weed|pot|meth|crack|marijuana|dope|ice|heroin|fentanyl|k2|spice|hash|a joint|
  joints|blunts|cannabis|opium|a bowl|bowls|a lot of weed|bud|ganja|tina|dabs|reefer|thc|salvia|
  rock), smok(er|ers|es|ing) (cigarettes|since|tobacco|a pack|pack)
snort(s|ed|ing|) (coke|cocaine|heroin|pills|adderall|xanax|ritalin|oxy|meth|drugs|lines|powder|
  percs|ketamine|it|them|fentanyl|speed), sober (days|months|years|one|1|2|3|4|5|6|7|8|9|10)
speed (freak|addict|habit)
(started|stopped|quit|still|actively|active|caught|hes been|shes been|been|is|was|keeps|back to|
  stop|continues|admits|relapsed and|clean but|hes|shes|currently|continued|resumed|and|
  began) using (again|drugs|heroin|meth|daily|cocaine|fentanyl|alcohol|opioids|opiates|more|at|
  since|for|regularly|behind|pills), stoner(|s)
(stopp(ed|ing)|quit|quitting|gave up|cutting (back|down) on|cut (back|down) on) (drinking|using|
  drugs|alcohol|heroin|meth|smoking weed|weed|coke|cocaine|opiates|vaping|smoking crack|my drinking|
  pills|cold turkey|booze|the drinking|marijuana|smoking)
(stop|quit|give up|cut back on|cut down on|get off|come off|kick|control|control my|control his|
  control her|slow down|cut down|get off of) (drinking|using|drugs|alcohol|the drinking|
  smoking weed|smoking pot|smoking crack|smoking meth|pills|the pills|heroin|meth|cocaine|coke|
  opiates|opioids|fentanyl|weed|pot|vaping|gambling|dope|booze|crack|benzos|percs|oxys|oxy|
  painkillers|pain pills|my drinking|his drinking|her drinking|snorting|shooting up|getting high|
  getting drunk|taking pills|popping pills|kratom|my addiction|my drug use|nicotine|tobacco|smoking|
  drug use|marijuana|suboxone|methadone|once i start)
(strong|bad|intense|constant|the|my|drug|alcohol|having|get|terrible) cravings, strung out(| on)
suboxone (clinic|doctor|program|treatment|taper)
taper(ing|ed|) off (alcohol|benzos|xanax|methadone|suboxone|opioids|opiates|klonopin|pills)
tested positive for (thc|cocaine|meth|amphetamines|opiates|fentanyl|drugs|alcohol|benzos|marijuana)
than (prescribed|i should|he should|she should|im prescribed), the shakes
(tolerance) (to alcohol|to opioids|to opiates|has gone|is so high)
too much (alcohol|drinking|wine every|booze|vodka|to drink|weed|whiskey|liquor)
turn(ed|s|ing) to (alcohol|drugs|drinking|the bottle|pills|booze|drink|wine|substances)
(two|three|a|one|half a|1|2|3|half) pack(|s) (a|per) day, under the influence(| of)
us(es|ing) (again|drugs|heroin|meth|cocaine|needles|iv|intravenously|alcohol|substances|opioids|
  opiates|daily|every day|substance|alcohol to|weed to|more and more|heavily|recreationally|coke|
  fentanyl|marijuana|cannabis|behind|dope|crack|pot|illegally|something again)
vap(e|es|ing) (thc|weed|all day|nonstop|every|nicotine|addiction)
(vodka|whiskey|wine|liquor|beer|alcohol|booze|drinks) (every (day|night|morning|evening)|all day|
  for breakfast|in (my|his|her) (coffee|water bottle|purse|desk)|bottles (hidden|everywhere|under)|
  binge|on (his|her) breath|problem)
(wake|wakes|woke|waking) up (drunk|hungover|needing a drink|shaking and|not remembering|
  in withdrawal|dope sick|sick and need|craving), wasted every (night|day|weekend)
(weed|pot|marijuana|nicotine|vape|cigarette|tobacco|smoking|vaping) (addict|addiction|every day|
  all day|daily|habit|dependence|smoker|smokers|user|users|everyday|cessation|problem)
white knuckl(e|ing), wine (mom|every night|every evening|all day|oclock every)
withdraw(|ing|n) from (alcohol|opioids|heroin|benzos|opiates|xanax|fentanyl|methadone|drugs|meth|
  suboxone|nicotine|kratom), without (drinking|a drink|drugs|alcohol|getting high), zyns
`

/** Said with its own denial. */
export const DENIED = `
(dont|do not|doesnt|does not|didnt|did not|never|no longer|wont) (drink|smoke|vape|do drugs|
  use drugs|drank|smoked|did drugs|used drugs)(| alcohol| weed| pot| marijuana)
no (fumo|bebo|tomo alcohol|uso drogas|consumo drogas|toma alcohol)
`

export const IN_SPANISH = `
abstinencia (alcoholica|de alcohol)
abus(o|a|aba|ando|ar) (de |del |)(sustancias|drogas|alcohol|substancias|pastillas|la bebida)
adiccion(| al alcohol| a las pastillas), adicci(on|ones)(| a| al| a las drogas)
adict(o|a|os|as|ivo)(| a| al| a las drogas)
alcoh(olico|olica|olicos|olismo|olizado|olizada)(| anonimos), aspir(a|ando|o) (cocaina|coca)
(beb(o|e|er|ia|ido|iendo|io)|tom(o|a|aba|ando|ar|ado)) (demasiado|mucho|todos los dias|
  todas las noches|cada noche|cada dia|alcohol|mucho alcohol|a diario|en exceso|otra vez|
  demasiado alcohol|hasta|solo|a escondidas|para dormir|para olvidar|cerveza todos|licor|vodka|
  tequila todos), borrach(o|a|os|as|era|eras|in), cantina todos los dias
(centro|programa|clinica) de (rehabilitacion|desintoxicacion|adicciones)
coca (y |)(drogas|alcohol|cada), cocaina
(consum(e|o|ir|iendo|ia|ido|en|io)) (drogas|alcohol|cocaina|cristal|marihuana|heroina|sustancias|
  fentanilo|metanfetamina|metanfetaminas|pastillas|mucho alcohol|otra vez)
consumo (de alcohol|de drogas|de sustancias|de marihuana|problematico|excesivo), crack y
cristal y drogas, cruda(|s) (todos|cada)
dej(ar|o|ado|e|a|aba) (de |)(beber|tomar|fumar|consumir|drogarme|drogarse|inyectarme|las drogas|
  el alcohol|la droga|la bebida|el vicio|la cocaina|la marihuana|el cristal|la heroina|
  las pastillas|tomar alcohol|fumar marihuana|el trago), desintox, desintoxica(cion|rme|rse|r|do)
drog(a|as|adicto|adicta|adictos|adiccion|ado|ada|adictas|arse|arme|andose|o|arte)(| otra vez|
  todos los dias), ebri(o|a|edad), emborrach(a|o|arse|arme|andose|e|aba)(| todos| cada| siempre)
embriag(uez|ado|ada|arse), enganchad(o|a) (a|al|con), enviciad(o|a)
(esta|estar|estoy|mantenerme|seguir) sobri(o|a), fentanilo
fum(a|o|ando|ar|aba) (marihuana|mota|cristal|crack|hierba|piedra|hachis), hachis, heroina
intoxicad(o|a), inyecta(rse|rme|ndose) (drogas|heroina), ludopat(ia|a), mari(huana|juana|guana)
metadona, metanfetamin(a|as), mota y, narcotic(o|os)(| anonimos)
(no puede|no puedo|quiero|quiere|ayuda para|necesito|necesita) dejar (de tomar|de beber|el alcohol|
  las drogas|de fumar|de consumir|la droga|el vicio|la bebida), opiaceo(s|), opioide(s|)
pastill(as|ero) para drogarse
(problema|problemas) (con |de |)(el alcohol|alcohol|la bebida|las drogas|drogas|bebida|alcoholismo|
  adiccion|sustancias|consumo|la cocaina|el vicio|la marihuana), recai(da|das|do|)
reca(ida|er|yo|i)(| en el alcohol| en las drogas| otra vez)
rehabilitacion (de|por|para|del) (drogas|alcohol|adicciones|alcoholismo)
(sindrome de|la) abstinencia (de|por), sobri(o|a|edad|os), tiene (un |)vicio(|s), tomadera
tomador(|a) empedernido
(tomo|toma|toman|bebo|bebe|tomando|bebiendo|tomaba) (cerveza|cervezas|vino|vodka|tequila|licor|
  alcohol|tragos|whisky|ron), toxic(omania|omano)
trastorno por (consumo|uso) de (alcohol|sustancias|opioides|drogas)
us(a|o|ando|ar|aba) (drogas|cocaina|heroina|cristal|marihuana|fentanilo|sustancias|metanfetaminas)
viciad(o|a), vicio (de|del|al|por) (alcohol|drogas|la droga|la bebida|juego|la cocaina|las drogas)
`

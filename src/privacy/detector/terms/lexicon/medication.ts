/**
 * Medication for mental health, substance use and sleep, and what is prescribed along with it. Sources,
 * all United States government works: RxNorm Prescribable names (NLM), DailyMed and Orange Book of FDA, medication
 * pages of NIMH, MedlinePlus and SAMHSA; wrong spellings are our own. How terms are written: docs/lexicon.md.
 */

export const GENERIC_NAMES = `
5 htp, acamprosate, agomelatine, alfentanil, alimemazine, alprazolam, amantadine, amfebutamone
amisulpride, amitriptyline, amobarbital, amoxapine, amphetamine (aspartate|sulfate|salts)
aripiprazole, armodafinil, asenapine, atomoxetine, benperidol, benztropine, biperiden, brexanolone
brexpiprazole, bromazepam, brotizolam, buprenorphine(| naloxone), bupropion, buspirone, butabarbital
butalbital, butorphanol, carbamazepine, cariprazine, carisoprodol, centanafadine, chloral hydrate
chlordiazepoxide(| amitriptyline| clidinium), chlormezanone, chlorpromazine, chlorprothixene
citalopram, clobazam, clomethiazole, clomipramine, clonazepam, clonidine, clonidine hydrochloride
clorazepate, clotiazepam, clozapine, cyamemazine, cyclobenzaprine, cyproheptadine, daridorexant
dasotraline, desipramine, desmethylvenlafaxine, desvenlafaxine, deutetrabenazine, dexmedetomidine
dexmethylphenidate, dextroamphetamine, dextromethorphan bupropion, dextromethorphan quinidine
diazepam, dibenzepin, dihydrocodeine, disulfiram, divalproex(| sodium), donepezil, dosulepin
dothiepin, doxepin, doxylamine, droperidol, duloxetine, escitalopram, esketamine, estazolam
eszopiclone, ethchlorvynol, ethosuximide, etizolam, felbamate, fenfluramine, flibanserin, flumazenil
flunitrazepam, fluoxetine(| olanzapine)
(fluoxetine|sertraline|citalopram|escitalopram|paroxetine|duloxetine|bupropion|trazodone|quetiapine|
  olanzapine|buspirone|clonidine|propranolol|amitriptyline|hydroxyzine) (hcl|hydrochloride|oxalate|
  er|xl|sr|cr), flupenthixol, flupentixol, fluphenazine(| decanoate), flurazepam, fluvoxamine
gabapentin, galantamine, gepirone, guanfacine, halazepam, haloperidol(| decanoate)
hydrocodone(| acetaminophen| apap), hydromorphone, hydroxyzine(| hcl| pamoate), iloperidone
imipramine, iproniazid, isocarboxazid
ketamine(| infusion| infusions| therapy| treatment| treatments), ketazolam, l methylfolate
lacosamide, lamotrigine, lemborexant, levetiracetam, levomepromazine, levomethadyl, levomilnacipran
levorphanol, liothyronine augmentation, lisdexamfetamine, lisdexamphetamine
lithium (carbonate|citrate|level|levels|toxicity), lofepramine, lofexidine, loprazolam, lorazepam
lorcaserin, lormetazepam, loxapine, lumateperone, lurasidone, maprotiline, mazindol
melatonin (every night|for sleep|and|gummies), melperone, memantine, meperidine, meprobamate
mesoridazine, metaxalone, methadone, methamphetamine hydrochloride, methocarbamol, methotrimeprazine
methylphenidate, metylphenidate, mianserin, midazolam, milnacipran, mirtazapine, moclobemide
modafinil, molindone, morphine, nabilone, nalbuphine, nalmefene, naloxegol, naloxone, naltrexone
nefazodone, nitrazepam, nordazepam, nortriptyline, olanzapine(| samidorphan| pamoate| fluoxetine)
opipramol, oxazepam, oxcarbazepine, oxycodone(| acetaminophen), oxymorphone
paliperidone(| palmitate), paraldehyde, paroxetine, pemoline, pentazocine, pentobarbital, perampanel
perazine, periciazine, perospirone, perphenazine(| amitriptyline), phendimetrazine, phenelzine
phenobarbital, phentermine, phenytoin, pimavanserin, pimozide, pipamperone, pipotiazine, pitolisant
pramipexole, prazepam, prazosin, pregabalin, primidone, prochlorperazine, procyclidine, promazine
propranolol, prothipendyl, protriptyline, prucalopride, quazepam, quetiapine(| fumarate| xr)
ramelteon, reboxetine, remifentanil, remimazolam, risperidone, rivastigmine, s adenosylmethionine
samidorphan, secobarbital, selegiline, serdexmethylphenidate, sertindole, sertraline, sodium oxybate
sodium valproate, solriamfetol, st johns wort, sufentanil, sulpiride, suvorexant, tapentadol
tasimelteon, tasipimidine, temazepam, tetrabenazine, thioridazine, thiothixene, tiagabine
tianeptine sodium, tizanidine, topiramate, tramadol, tranylcypromine, trazodone, triazolam
trifluoperazine, triflupromazine, trihexyphenidyl, trimipramine, valbenazine
valerian root for sleep, valproate, valproic acid, varenicline, venlafaxine(| xr| er), vigabatrin
vilazodone, viloxazine, vortioxetine, xanomeline(| trospium), zaleplon, ziprasidone
zolpidem(| tartrate), zonisamide, zopiclone, zotepine, zuclopenthixol, zuranolone
`

export const BRAND_NAMES = `
abilify(| maintena| mycite| asimtufii), absenor, abstral, actiq, adapin, adasuve, adderall(| xr| ir)
adderalls, addyi, adhansia(| xr), adzenys(| er| xr odt), akineton, allegron, ambien and
ambien(| cr), anafranil, anafril, antabuse, aplenzin, apo sertraline, aptensio(| xr), aricept
aripiprazol lauroxil, aristada, aristada(| initio), artane, arymo, asendin, atarax, ativan
austedo(| xr), auvelity, avinza, azstarys, belbuca, belsomra, benzedrine, brintellix, brisdelle
briviact, brixadi, bromam, bucapsol, budeprion, bunavail, buprenex, buspar, butisol, butrans
butrans patch, campral, caplyta, carbatrol, carbolith, catapres, celexa, celontin, centrax, chantix
cibalith, cipralex, cipramil, clopine, clopixol, clorpres, clozaril, cobenfy, cogentin, cognex
combogesic abuse, compazine, concerta, contrave, cotempla(| xr odt), cymbalta, dalmane, daytrana
dayvigo, demerol, demolox, denzapine, depacon, depakene, depakote(| er| dr| sprinkles), depixol
desoxyn, desyrel, dexedrine(| spansule), dextrostat, diastat, dilaudid, dolophine, doral sleep
doriden, dormicum, drizalma, duragesic, durgesic, dyanavel(| xr), edluar, edronax, effexor(| xr)
elavil, eldepryl, elontril, embeda, emsam, endep, equanil, equetro, erzofri, eskalith(| cr), estorra
etrafon, evekeo(| odt), evzio, exalgo, exelon patch, exxua, fanapt, faverin, fazaclo, fentora
fetzima, fioricet, fiorinal, fluanxol, focalin(| xr), forfivo(| xl), gabitril, geodon, gralise
habitrol, halcion, haldol(| decanoate| injection), hetlioz, horizant, hysingla, igalmi, igalmi film
imavate, imovane, inapsine, ingrezza, intermezzo zolpidem, intuniv
invega(| sustenna| trinza| hafyera), ixel, janimine, jornay(| pm), journavx and, kadian, kapvay
kemadrin, keppra, ketalar, klonopin(| wafers), kloxxado, lamictal(| xr| odt), largactil, latuda
lazanda, leponex, levoxyl augmentation, lexam, lexapro, librium, limbitrol, lithane, lithobid
lithonate, lithotabs, lodosyn, lofexidine generic, lopressor for anxiety, lorcet, loreev(| xr)
lortab, loxitane, lucemyra, ludiomil, luminal, lumryz, lunesta, lustral, luvox(| cr), lybalvi
lyrica, lyvispah, manerix, marplan, marsilid, mebaral, mellaril, mesulid, metadate(| cd| er)
methadose, methylin(| er), miltown, minipress, mirapex for depression, moban, mogadon, morphabond
ms contin, mydayis, namenda, namzaric, narcan (nasal spray|kit|spray|prescription), nardil, navane
nembutal, neuleptil, neurontin, nicoderm, nicorette
nicotine (patch|patches|gum|lozenge|lozenges|replacement), nicotrol, norco, normison, norpramin
norval, nucynta, nuedexta, nuplazid, nurtec and depression, nuvigil, okedi, olanzapina, oleptro
onfi, onyda(| xr), opana, opipza, opvee, orap, orlaam, orleptal, oxaydo, oxtellar(| xr), oxycontin
oxycotin, pamelor, parlodel, parnate, paxil(| cr), paxipam, percocet(|s), percodan, permitil
perseris, pertofrane, pexeva, phenergan for sleep, placidyl, prazin, precedex, priadel, pristiq
probuphine, procentra, prolixin(| decanoate), promacta and, prosom, provigil, prozac(| weekly)
qelbree, quelbree, quillichew(| er), quillivant(| xr), quviviq, raldesy, razadyne, relexxii
remeron(| soltab), requip and, restoril, revex, revia, rexulti, risperdal(| consta| m tab), risvan
ritalin(| la| sr), ritalins, rivotril, roxanol, roxicodone, roxybond, rozerem, rykindo, sanorex
saphris, sarafem, savella, secobarb, seconal, seconals, secuado, serax, serentil, serlect, seropram
seroquel(| xr), seroxat, serzone, silenor, sinequan, solian, soma with, sominex, sonata for sleep
sonata sleep, sparlon, spravato(| nasal spray| treatment| treatments), stavzor, stelazine, stilnox
stratera, strattera, sublocade, suboxone(| strip| strips| film| films| taper), subsys, subutex
sunosi, surmontil, symbyax, symmetrel, sympazan, talwin, taractan, tasmar and, tegretol(| xr)
temesta, temgesic, tenex, thorazine, tofranil(| pm), tonmya, topamax, tranxene, trazadone
tredaptive and, trevicta, triavil, trilafon, trileptal, trintellix, tussionex
tylenol (with codeine|3 with codeine|pm every), ultracet, ultram, unisom every, uzedy, valdoxan
valium(|s), valrelease, versacloz, versed sedation, vicodin(|s), vicoprofen, vigafyde, viibryd
vistaril, vivactil, vivitrol(| shot| injection), vraylar, vyvanse, wakix, welbutrin
wellbutrin(| sr| xl), xanax(| xr| bars| bar), xcopri, xelstrym, xenazine, xeplion, xtampza, xyrem
xywav, zaleplon generic, zelapar, zeldox, zenzedi, zimhi, zispin, zohydro, zoloft, zolofts
zolpimist, zonegran, zubsolv, zulresso, zurzuvae, zyban, zydis, zyprexa(| zydis| relprevv)
zzzquil every
`

export const KINDS_OF_MEDICATION = `
(10|20|25|30|40|50|75|100|150|200|300|400|500|5|15|60|80|2|1|0) mg (of|daily|twice|a day|at night|
  every|each|per|in the|once|nightly|bid|tid|qd|prn|po|qhs)
anti(| )(anxiety|depressant|depressants|psychotic|psychotics|craving|cholinergic)(| med| meds|
  medication| medications| medicine| drug| drugs| pill| pills| injection)
anti(convulsant|convulsants|epileptic) (for|mood), antidepresant(|s)
antidepress(ant|ants|ent|ents|ive pills), antidepressents, anxiolytic(|s)
atypical antipsychotic(|s), benzodiazapine(|s), benzodiazepine(|s), benzodiazipine(|s), benzos
beta blocker for anxiety, current medication(|s), current meds, depot injection, dTMS, ECT
electroconvulsive therapy, hypnotic(|s) for sleep, injectable antipsychotic, ketamine
long acting injectable(|s), maintenance (dose|medication) for, MAOI, MAOIs, maoi(|s), med check
med management
medication (list|refill|refills|history|change|changes|adjustment|adjustments|for (anxiety|
  depression|bipolar|adhd|sleep|ptsd|panic|schizophrenia|addiction|opioid|alcohol|mental|psychosis)|
  assisted|compliance|noncompliance|dosage|side effects), medication management, medications taken
meds check
(meds|medication|medicine|medications) (for|isnt|arent|stopped|makes|make|is not|are not|not|dont|
  doesnt|didnt|wasnt|werent|helps|help|helped|working|ran out|wore off|changed|adjusted)(| working|
  work| helping| help), monoamine oxidase inhibitor(|s), mood stabili(z|s)er(|s)
(nerve|head|happy|crazy|psych|psychiatric|mental health|adhd|anxiety|depression|bipolar|sleep|
  sleeping|psychotropic|mood|antipsychotic|add|schizophrenia|panic|ptsd|insomnia|withdrawal|
  antidepressant|anti anxiety) (pill|pills|med|meds|medication|medications|medicine|medicines|
  prescription|prescriptions|tablets), neuroleptic(|s)
(off|on|without|needs|need|taking|takes|took|prescribed|trying|tried|started|stopped|start|changing|
  switched|adjusting|new|current|multiple|several|several different|different|many|some|more|
  put me on|put him on|put her on|back on) (meds|psych meds|antidepressants|anxiety meds|
  antipsychotics|sleeping pills|mood stabilizers|psych medication)
(on|takes|taking|took|take|prescribed|started|off|stopped|stop|with) lithium
opioid (agonist|antagonist|blocker)
prescribed (me|him|her|them) (something|pills|meds|medication|an antidepressant)
psychiatric drug(|s), psychostimulant(|s), psychotropic(|s), sedative hypnotic(|s)
selective serotonin reuptake inhibitor(|s)
serotonin (norepinephrine reuptake inhibitor|syndrome|modulator), sleep aid(|s) every, SNRI, SNRIs
snri(|s), SSRI, ssri(|s), SSRIs, ssris, stimulant medication, TCA overdose, TMS
tranquili(z|s)er(|s), transcranial magnetic stimulation
tricyclic(|s)(| antidepressant| antidepressants)
(went off|going off|go off|goes off|got off|came off|is off|been off|was off|off of|stopped taking|
  quit taking|stopped|quit|off|on|ran out of|run out of|running out of|out of|refill|refills of|
  refill on|wont take|refuses|refusing|skipping|adjusting|weaned off|weaning off|tapering off|
  noncompliant with|takes|taking|need|needs|increase|increased|switched|changing|changed|missed|
  forgot to take) (my|his|her|their) (meds|medication|medications|medicine|pills), z drugs
`

/** Common wrong spellings a near miss does not reach, and short names a near miss may not touch. */
export const MISSPELLED = `
abilafi, abilafy, abilfy, abillify, adarall, addarol, adderal, adderol, adderrall, addreall, aderal
aderall, aderol, adivan, alprazolm, alprozolam, ambein, ambian, ambion, amytriptyline, antibuse
ativen, ativian, attivan, bupropian, bupropien, buproprion, burprenorphine, busbar anxiety, busparr
buspiron, buspur, celexea, celexia, celxa, citalapram, citralopram, clonazapam, clonazepan, clonipin
clonopin, colonopin, concerrta, cymbalata, cymbolta, depakot, depecote, depicote, depokote, efexor
effecor, effexer, effexxor, escitalapram, flouxetine, floxetine, fluoxitine, fluxetine, gaba pentin
gabapenten, gabapinton, gabepentin, geoden, haladol, haldal, hydroxizin, hydroxizine, hydroxyzene
invegga, klonapin, klonipin, klonopine, lamactil, lamictol, lamitcal, lamotragine, lamotrogine
larazepam, lattuda, latuta, letuda, lexaporo, lexapr, lexaprow, lexepro, lexipro, lithim, lithuim
litium carbonate, lorazapam, lorazipam, lunestra, mertazapine, metadone, methedone, methelphenidate
methodone, methylphenadate, mirtazepine, mirtazipine, naloxon, naltrexine, naltrexon, narcann
neurotin, nortriptaline, nuerontin, olanzapin, olanzipine, oxicodone, oxicontin, oxycoden, oxycodine
oxycodon, paroxatine, paxel, paxill, percaset, perccocet, percocets, percoset, perkocet, pristeq
pristique, pro zac, prosac, proxac, prozack, prozak, prozec, queatipine, quetiapin, quetiepine
remaron, remron, resperdal, resperidone, ridalin, risperadone, risperdol, risperidol, ritaline
ritilin, rittalin, saboxone, saraquel, seraquel, serequel, seriquel, seroqual, seroquelle, seroquil
sertaline, sertralene, sertralin, sertroline, setraline, simbalta, soboxone, stratera, straterra
strattara, subaxone, suboxen, suboxin, suboxine, suboxon, subutec, subutext, subxone, symbalta
tegratol, topamex, topimax, topomax, tramadal, tramidol, trasodone, trazadone, trazaodone, trazedone
trazidone, trazodon, trintelix, valiums, vallium, valliums, valproat, valum, venaflaxine, venlafaxin
venlafexine, vicadin, vicoden, vicodine, vistiril, vivance, vivanse, vivatrol, vivitral, vraler
vraylor, vrylar, vyvance, vyvans, vyvanz, welbutren, welbutrin, wellbuterin, wellbutren, wellbutrim
wellbutron, xanacs, xanaz, xanex, xaniax, xannax, xanx, xzanax, zanax, zanex, ziprexa, ziprexia
zolaft, zolfot, zolft, zolloft, zolof, zoloff, zoloft, zololft, zolotf, zyprexia, zyprexxa, zypreza
`

export const IN_SPANISH = `
acido valproico, alprazolan, amitriptilina, ansiolitic(o|os), antidepresiv(o|os), antipsicotic(o|os)
aripiprazol, buprenorfina, bupropion, buspirona, calmantes para los nervios, carbamazepina
carbonato de litio, clonazepam, clonazepan, clozapina, disulfiram, dosis de (litio|fluoxetina)
duloxetina, escitalopran, estabilizador(|es) (del animo|de animo), fluoxetina, fluvoxamina
gabapentina, haloperidol, hidroxicina, hidroxizina, imipramina, lamotrigina, litio, lurasidona
medicamento(|s) (para|psiquiatrico|psiquiatricos|controlado|controlados|psicotropicos) (la ansiedad|
  la depresion|dormir|los nervios|la esquizofrenia|la bipolaridad|el sueno|el tdah)
medicamentos psiquiatricos
medicina(|s) para (la ansiedad|la depresion|dormir|los nervios|la cabeza|la bipolaridad)
metilfenidato, mirtazapina, mis medicamentos, naloxona, naltrexona, olanzapina, paroxetina
(pastillas|pastilla|gotas|tranquilizantes) para (dormir|la ansiedad|la depresion|los nervios|
  el insomnio|el sueno), pregabalina, psicofarmacos, quetiapina, risperidona, sertralina
sus medicamentos, topiramato, tranquilizante(|s), trazodona, valproato, venlafaxina, ziprasidona
zolpidem, zopiclona
`

/** Ordinary words, companies or chemistry unless something about care stands near. */
export const IN_DOUBT = `
benadryl, botox, cbd, doral, dosage, dose, doses, lithium, luminal, medicated, medication(|s), meds
melatonin, nicotine, pills, prescribed, prescription(|s), refill(|s), sedative(|s), sleeping pill
soma, sonata, ssri, stimulant(|s), subs, versed
`

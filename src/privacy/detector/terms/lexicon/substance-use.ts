/**
 * Substances, disorders and care by their names. Sources, all United States government works: ICD-10-CM F10 to F19 and Z71
 * (CDC/NCHS), MeSH (NLM), Commonly Used Drugs Charts of NIDA, fact sheets and slang list of DEA,
 * SAMHSA publications. How terms are written: docs/lexicon.md.
 */

export const SUBSTANCES = `
acetylfentanyl, alcoholi(c|cs|sm)(| hepatitis), amphetamine(|s), amyl nitrite, anabolic steroid(|s)
angel dust, ayahuasca, barbiturate(|s), bath salts
benzo (abuse|addiction|dependence|withdrawal|habit), benzos, black tar(| heroin), bufotenin
butane huffing, cannabinoid(|s), cannabis, carfentani(l|yl), cathinone(|s), china white, cocain
cocaine, codeine, crack(| )(cocaine|pipe|pipes|head|heads|rock|rocks|house), crackhead(|s)
crank addiction, crystal and heroin, crystal meth(|amphetamine), dabs and weed, delirium tremens
delta 8, designer drugs, desomorphine, dexies, diamorphine, dimethyltryptamine, dissociative drugs
DMT, DOM STP, dope sick, dopesick
drug (addict|addicts|addiction|addictions|abuse|abuser|abusers|dependence|dependency|dependent|use|
  user|users|problem|problems|habit|overdose|dealer|dealers|induced|seeking|withdrawal|withdrawals|
  rehab|treatment|of choice|free|relapse|screen positive|court|charges|issue|issues|binge|house|
  paraphernalia|history|misuse), drug free for, drugs of (abuse|choice), drunkorexia
eight ball of (coke|meth|crack), eightball
(fake|pressed|street|laced) (pills|percs|oxys|xanax|adderall|xans), fent, fentan(yl|yls|il|ol|al)
fenty laced, fentynal, fetanyl, flakka, freebas(e|ed|ing), gamma hydroxybutyrate, GHB, glue sniffing
(had|have|having|get|gets|with|the|in|from|got) dts, hallucinogen(|s|ic|ics), hard drugs, hash oil
hashish, herion, heroin, heroine (addict|addiction|user|habit)
huffing (paint|gas|glue|duster|aerosols|inhalants), hydromorphone abuse, ibogaine
(illicit|illegal|recreational|party|club|street|prescription) drug(|s)(| use| abuse| addiction)
inhalants, isotonitazene, jimson weed, k2 and spice, k2 spice, kava addiction, khat, kratom
kush and, lean and codeine, LSD, lsd, lysergic, magic mushroom(|s), marajuana, marihuana, marijuana
mariju(ana|wana), MDA, mdma, MDMA, mephedrone, mescaline, meth
meth (head|heads|lab|mouth|addict|user|pipe), methadone clinic(|s)
metham(phetamine|phetamines|fetamine|phetemine), methaqualone, methcathinone, methhead(|s)
mitragynine, molly and, moonshine, narcotic(|s), needle exchange
nicotine(| dependence| addiction| use disorder| withdrawal), nitazene(|s)
nitrous oxide (abuse|addiction|use), opiate(|s), opiod(|s), opioid(|s), opium, oxies
oxy (addiction|addict|habit|pills|30s|80s), oxycotton, oxys, perc 30, perc 30s, percs, peyote
phencyclidine, phenibut, poppers and, psilocyb(e|in) mushrooms, psilocybin, psychedelic(|s)
purple drank, quaaludes, reefer, rohypnol, roofie(|s|d), salvia divinorum, shrooms
special k ketamine, speedball(|s|ing), spice and k2, street drug(|s)
synthetic (cannabinoid|cannabinoids|marijuana|weed|opioid|opioids), syringe services, thc, THC
tianeptine, tina and g, track marks, tranq(| dope), tweak(er|ers), uppers and downers, whippets
xylazine, yaba, zaza pills
`

export const DISORDERS_AND_CARE = `
12 step(|s)(| program| meeting| meetings), 12step
(aa|na|ca) (meeting|meetings|sponsor|chip|group|program)
abstinen(t|ce) from (alcohol|drugs|opioids|opiates), addcited, addiccion, addict(oin|oins)
addict(|s|ed|ion|ions|ive)(| to| treatment| counselor| counseling| recovery| medicine| specialist)
adict(|ed|ion), al anon, alanon, alateen, alcaholic, alcahol(|ic|ism), alchohol(|ic|ism), alcholic
alchol(|ic|ism), alcholol, alcohlic
alcohol and drug(| abuse| use| treatment| rehab| problem| addiction| evaluation)
alcohol(| ic| use| abuse| misuse| addiction| dependence| dependency| intake| intoxication|poisoning|
  problem| problems| issue| issues| withdrawal| withdrawals| detox| rehab| treatment| recovery|
  consumption| use disorder| use disorders| dependent| relapse| free| counseling| and drugs|
  or drugs| abuser| abusers| binge| binges), alcoholics anonymous, alcoholik, alcoholizm, alcolhol
alcoolic, alkoholic, AUD, black out drunk
black(ed|ing) out (from|drunk|after drinking|drinking|every), blackout drunk
blackout(|s) (from|drinking|drunk|when), CDIOP
(chemical|chemically) (dependency|dependent|dependence), cirrhosis from drinking, cocaine anonymous
crystal meth anonymous, CUD, detox(| from| program| center| facility| off| bed| beds| unit)
detox(ed|es|ing|ification), detoxing from, dipsomania
drug and alcohol(| abuse| use| treatment| rehab| problem| addiction| evaluation| assessment)
drunk(|en|ard|ards)(| driving| driver| again| all the time| every night| every day), DTs
dual diagnosis, DUI, dui(|s), DWI, dwi(|s), fetal alcohol(| syndrome| spectrum| spectrum disorder)
(go|goes|going|went|been|attend|attends|attending) to (aa|na|al anon|alanon|rehab|detox)
(going through|in|having|bad|severe|opiate|opioid|heroin|benzo|alcohol|meth|sick from|painful|
  terrible|fear of) withdrawal(|s), hair follicle test, halfway house
in (aa|rehab|detox|sober living), in (early|long term|active) (recovery|addiction)
in recovery(| from| for| since), inebriated
inpatient (rehab|detox|substance abuse|drug|alcohol)(| treatment), intoxicat(ed|ion)
intravenous drug (use|user), iv drug (use|user|users), IVDU, korsakoff(|s)(| syndrome| psychosis)
MAT (program|clinic|services|provider|treatment|for)
(medication|medically) (assisted|supervised) (treatment|detox|withdrawal|recovery)
narcotics anonymous
(opioid|opiate|cocaine|cannabis|marijuana|stimulant|sedative|tobacco|nicotine|amphetamine|heroin|
  fentanyl|alcohol|inhalant|hallucinogen|benzodiazepine|benzo|methamphetamine|substance|drug|
  polysubstance|caffeine|hypnotic|anxiolytic|pill|painkiller|prescription|chemical) (use disorder|
  use disorders|abuse|abuser|dependence|dependency|dependent|addiction|addict|addicts|intoxication|
  withdrawal|withdrawals|misuse|problem|problems|habit|disorder|relapse|user|users|detox|induced)
OUD, OUD treatment, OUI charge
(out of|from|leaving|left|back to|into|need|needs|after|attend|attended|attending|completed|through|
  enter|entering|checked into|admitted to) (rehab|detox), OWI, polydrug
polysubstance(| use| abuse| dependence), PSUD, recovering (alcoholic|addict|alcoholics|addicts)
recover(y|ing) (alcoholic|addict|from (alcohol|addiction|drugs|opioids|heroin|meth|substance|
  alcoholism|substance abuse)), rehabs
rehab(|s)(| stay| center| facility| program| again| for| twice)
relaps(e|ed|es|ing)(| on| again| prevention| into), remission from (alcohol|opioid|cocaine|cannabis)
residential (rehab|substance abuse|drug|alcohol)(| treatment), smart recovery
sober(|ed|ing)(| living| house| home| since| for| again| up| coach| date| now), sobr(iety|iety date)
sponsor in (aa|na)
substance (abuse|abuser|abusers|abusing|misuse|dependence|dependency|addiction|addictions|
  use disorder|use disorders|use problem|use problems|use issue|use issues|problem|problems|issue|
  issues|use history|induced|related disorder|abuse history|use treatment), SUD, SUD treatment, SUDS
twelve step(|s), wernicke(|s)(| encephalopathy| korsakoff), wet brain
withdrawal (symptoms|symptom|seizure|seizures|sickness), withdrawals(| from| are| so| and)
`

/** Medication that is a substance where it is misused. */
export const MISUSED_MEDICATION = `
adderall, alprazolam, ambien, ativan, benzos, buprenorphine, clonazepam, codeine, cough syrup
dextroamphetamine, diazepam, dilaudid, dxm, fentanyl, gabapentin, hydrocodone, hydromorphone
ketamine, klonopin, kpins, lorazepam, lyrica, methadone, methylphenidate, morphine, norco, opana
oxycodon, oxycodone, oxycontin, pain pills, painkiller(|s), percocet, phentermine, ritalin
robitussin, roxicodone, soma, suboxone, subutex, tramadol, valium, vicodin, vyvanse, xanax
`

/** Ordinary words unless something about drugs, drinking or care stands near. */
export const IN_DOUBT = `
acid, beer(|s), benzo, blow, blues, booze, bottle(|s), clean, clean time, coke, crack, crank
cravings, crystal, dope, downers, drink, drinking, drinks, drug, drugs, drunk, ecstasy, edibles
gambling, grass, hash, high, ice, joint(|s), lean, liquor, molly, mushrooms, needle(|s), PCP, perks
pills, pot, pothead, relapse, rock, roxy, smack, smoke, smoking, snort(|ing|ed), snow, speed, spice
stash, steroids, stoned, stoner, tina, tobacco, tripping, tweaking, uppers, vape, vaping, vodka
wasted, weed, whiskey, wine, withdrawal, xan, zooted
`

/**
 * Mental-health conditions by their names. Sources, all United States government works: chapter F and
 * symptom codes of ICD-10-CM (CDC/NCHS), MeSH mental disorders (NLM), health topics of NIMH,
 * MedlinePlus and SAMHSA. How terms are written: docs/lexicon.md.
 */

export const CONDITIONS = `
acrophobia, (acute|traumatic|severe|chronic) stress (disorder|reaction), adjustment disorder(|s)
agoraphobi(a|c), (alcohol|substance|drug) induced (psychosis|mood disorder|psychotic disorder)
alexithymia, alzheimers, (alzheimers|alzheimer|vascular|lewy body|frontotemporal) (disease|dementia)
amok syndrome, anankastic, anhedoni(a|c), anorexi(a|c)(| nervosa)
antisocial (personality|behavior|behaviour)(| disorder), anxieties
anxiety(| disorder| disorders| attack| attacks| issues| problems), anxiousness, arachnophobia
aspergers(| syndrome| disorder), aspie, attempted suicide
attention deficit(| disorder| hyperactivity disorder), autism(| spectrum disorder| spectrum)
autistic, avoidant (personality|restrictive)(| disorder| food intake disorder)
(baby|postpartum) blues, bibliomania, binge eating(| disorder)
bing(e|ed|es|ing|eing) and purg(e|ed|es|ing)
bipolar(| disorder| disorders| depression| affective disorder| 1| 2| i| ii| one| two| type 1|type 2)
(blunted|restricted|labile|inappropriate) affect, body dysmorphi(a|c)(| disorder)
borderline personality(| disorder| disorders| traits), brief psychotic disorder, bruxism
bulimi(a|c)(| nervosa), capgras(| delusion| syndrome), catatoni(a|c)
childhood disintegrative disorder
(childhood|sexual|emotional|complex|intergenerational|combat|military|religious|birth|past|
  unresolved|developmental|relational|betrayal|racial|family|early) trauma(|s)
chronic traumatic encephalopathy, claustrophobi(a|c), co dependen(t|cy), codependen(t|cy)
cognitive impairment, complex (ptsd|trauma|post traumatic stress disorder)
(complicated|traumatic) grief
compulsive (behavior|behaviour|hoarding|skin picking|hair pulling|eating|gambling|buying|shopping|
  lying), conduct disorder(|s), conversion disorder, cotard(|s) (delusion|syndrome)
cyclothymi(a|c)(| disorder), defian(t|ce) disorder, delirium, delusion(|s|al)(| disorder)
dement(ia|ed), dependent personality(| disorder), depersonali(z|s)ation(| disorder)
depress(ed|ion|ions|ive)(| disorder| disorders| symptoms| episode| episodes| mood| state)
derealization, dermatographia artefacta, (despondent|despondency)
developmental (delay|disorder)(|s), dhat syndrome, disordered eating
(disordered|restrictive|emotional|stress) eating
disorganized (speech|thinking|behavior|schizophrenia)
(disruptive|oppositional|explosive) (mood|behavior|behaviour) (disorder|dysregulation disorder)
dissociat(ion|ive|ing|es|ed)(| disorder| amnesia| fugue| identity disorder| identity| episode|
  episodes), double depression, dual diagnos(is|ed|es), dyscalculi(a|c), dyslexi(a|c)
dysmorphophobia, dysphori(a|c), dyssomnia(|s), dysthymi(a|c)(| disorder)
(early morning|terminal|initial|middle|chronic|psychophysiologic) (insomnia|awakening)
eating disorder(|s), emotionally unstable
(emotional|mood) (dysregulation|instability|disturbance|disturbances|lability), encopresis
endogenous depression, enuresis, erotomania, excoriation(| disorder), exhibitionism
factitious disorder(|s), fear of (crowds|flying|leaving the house|heights), fetishistic disorder
flat affect, flight of ideas, folie a deux, (formication|dermatillomania)
functional neurological (disorder|symptom disorder)
(gambling|gaming|shopping|sex|porn|pornography|gambling and gaming) (addiction|disorder|addict|
  addictions), gender (dysphoria|identity disorder), generali(z|s)ed anxiety(| disorder)
(grandiose|grandiosity), hallucinat(e|es|ed|ing|ion|ions|ory), health anxiety
histrionic(| personality disorder), hoard(er|ers|ing disorder), hoarding, homicidal ideation
hyperactivity(| disorder), hyperarous(al|ed), hypersomn(ia|olence), hypervigilan(t|ce)
hypochondria(|c|sis), hypomani(a|c)(| episode| episodes), hysterical neurosis, ideas of reference
identity disturbance, illness anxiety(| disorder), impulse control disorder(|s), insomnia(c|cs|)
intellectual disabilit(y|ies), intermittent explosive(| disorder)
intrusive (thoughts|memories|thinking), involutional melancholia, (i|to|she|he|and|then) dissociate
kleptomani(a|ac), koro, learning disabilit(y|ies)
(learning|reading|mathematics|language|speech|communication|coordination|tic|motor) disorder(|s)
loose associations, (low|depressed|irritable|elevated|dysphoric|euthymic) mood, magical thinking
major depressi(on|ve)(| disorder| disorder recurrent| episode| episodes), malingering, mania
(manic|maniac) (episode|episodes|depression|depressive|phase|state|symptoms|attack), melancholi(a|c)
memory loss
mental health (issue|issues|problem|problems|condition|conditions|diagnosis|diagnoses|crisis|
  struggle|struggles|disorder|disorders|concern|concerns|challenges|history|episode|breakdown|
  history|is (bad|terrible|declining|suffering|deteriorating))
mental (illness|illnesses|disorder|disorders|breakdown|disease|diseases|diagnosis|diagnoses|
  collapse|condition|conditions|disability|disabilities|crisis|instability|torment|anguish|problems|
  issues|struggles)
mentally (ill|unstable|unwell|disturbed|disabled|sick|exhausted|broken|drained|retarded)
mixed (episode|episodes|anxiety), mood disorder(|s), mood (lability|congruent), mood swing(|s)
multiple personalit(y|ies)(| disorder), munchausen(|s)(| syndrome), mutism
narcissis(m|tic personality|tic personality disorder), narcolep(sy|tic)
nervous (breakdown|collapse|breakdowns|wreck), neurasthenia, neurocognitive disorder(|s)
neurodevelopmental disorder(|s), neurodivergent, neuros(is|es), neurotic(| disorder| depression)
night (terror|terrors), nightmare disorder, nocturnal panic, obsessional(| thoughts| neurosis)
obsessive compulsive(| disorder| personality disorder| behavior), obsessive (thoughts|thinking)
oppositional defian(t|ce)(| disorder), orthorexia, panicattack(|s)
panic(king|ked) (all the time|every day|attack|attacks)
panic(ky| attack| attacks| disorder| disorders| anxiety| episode| episodes)
paranoi(a|d)(| delusions| ideation| personality disorder| schizophrenia), paraphili(a|c)
parasomnia(|s), passive aggressive personality, pathological (gambling|gambler|liar|lying|jealousy)
pedophili(a|c), (persecutory|paranoid|grandiose|bizarre) delusion(|s)
persistent depressive disorder, personality disorder(|s), pervasive developmental disorder
phobi(a|as|c)(| disorder), pica disorder, post(| )traumatic stress(| disorder| syndrome| injury)
postconcussion(|al) syndrome
(postpartum|post partum|postnatal|perinatal|antenatal|prenatal) (depression|anxiety|psychosis|
  depressed|blues|mood disorder|ocd), postschizophrenic depression, posttraumatic
premenstrual dysphoric(| disorder), pressured speech, prolonged grief(| disorder), pseudodementia
psychiatric (disorder|disorders|illness|illnesses|condition|conditions|hospitalization|
  hospitalizations|hospital stay|history|diagnosis|diagnoses|admission|commitment|symptoms|problems|
  issues|crisis|hold|emergency), psychogenic(| seizures| nonepileptic seizures)
psychomotor (agitation|retardation)
psycho(sis|ses|tic)(| break| breaks| disorder| disorders| episode| episodes| features| symptoms|
  depression), psychosomatic, purging disorder, pyromani(a|ac), rapid cycling
reactive attachment(| disorder), reactive depression
recurrent depress(ion|ive)(| disorder| episodes), rett(|s) syndrome, rumination disorder
sadomasochism, schizo(| )affective(| disorder), schizoid(| personality disorder)
schizophreni(a|c|cs|form)(| disorder), schizotypal(| personality disorder)
seasonal (affective|depression)(| disorder), selective mutism, self (loathing|hatred|hate)
sensory processing disorder, separation anxiety(| disorder), serious emotional disturbance
(serious|severe|chronic|persistent) mental (illness|illnesses|disorder|disorders)
severe (anxiety|depression|panic|insomnia)
(sexual|hypersexual) (trauma|assault survivor|disorder|abuse trauma), shared psychotic disorder
shell shock(|ed), single episode, situational depression
sleep (disorder|disorders|paralysis|deprivation|disturbance|disturbances|terrors)
sleep(lessness|walking disorder)
social (anxiety|phobia|phobic|pragmatic communication disorder)(| disorder)
somat(ization|oform|ic symptom)(| disorder), specific phobia(|s), stereotypic movement disorder
stockholm syndrome, stress (disorder|disorders|related disorder), stutter(ing|er)
suicidal depression, tachyphylaxis to antidepressants, tangential speech, tardive dyskinesia
thought (disorder|broadcasting|insertion|blocking), tourette(|s)(| syndrome| disorder)
transvestic disorder, trauma(| and stressor) related disorder(|s), trauma bond(|ed|ing)
traumati(z|s)ed, treatment resistant (depression|schizophrenia|anxiety|ocd), trichotillomania
unipolar depression
unspecified (mood|anxiety|psychosis|depressive) (disorder|not due to a substance)(|s)
voyeuristic disorder, winter (blues|depression), word salad
`

/** Abbreviations that are ordinary letters in lower case. */
export const ABBREVIATIONS = `
ADHD, ARFID, ASPD, BP1, BP2, BPD, CPTSD, DMDD, DPDR, EDNOS, GAD, MDD, NPD, NSSI, OCD, OCPD, OSFED
PMDD, PNES, PTSD, SMI, SPMI
`

/** Abbreviations that other trades have as well. */
export const ABBREVIATIONS_IN_DOUBT = `
ADD, BD, DID, IED, MDE, ODD, PDD, PPA, PPD, RAD, SAD, SED, TRD
`

/** The same, that no ordinary word looks like. */
export const PLAIN_ABBREVIATIONS = `
adhd, arfid, c ptsd, cptsd, dmdd, ednos, ocd, pmdd, ptsd, ptsds
`

/** Common wrong spellings a near miss does not reach. */
export const MISSPELLED = `
adhad, agrophobi(a|c), anerexi(a|c), angziety, anixety, anixous, anorexcia, anxeity, anxioty, anxity
anxt(ie|ei)ty, axiety, axious, bi polar(| disorder| depression), biopolar, bipoler, bipolor
bulemi(a|c), bullimi(a|c), claustraphobi(a|c), delushional, depession, deppres(ed|sed|ion|sion)
depresed, depreshion, depresion, depressd, depresson, deprest, deprssion, dipress(ed|ion)
hallicunat(e|ing|ion|ions), halucinat(e|ing|ion|ions), insomia, insomina, manick episode
obsesive compulsive, obssesive, panick (attack|attacks), panik (attack|attacks)
pannic (attack|attacks), paranoya, parnoi(a|d), phsycosis, phycosis, phycotic, physcosis, physcotic
post dramatic stress, post tramatic stress, psychotec, psycotic, ptds disorder, pyschosis, pyschotic
schitzophreni(a|c), schizo, schizofreni(a|c), schizophrina, scitzophreni(a|c), scizophreni(a|c)
shizophreni(a|c), skitzo(phrenia|phrenic), skizophreni(a|c), sucidal depression, suffer from tramua
tramatized, truama, turrets syndrome
`

/** Feelings: ordinary words unless a person stands near. */
export const FEELINGS = `
anxious, despair, grief, hopeless, hopelessness, loneliness, nightmares, panic, sadness
tearful(|ness), trauma, worthless, worthlessness
`

/** Ordinary words unless something about care, a person or another term stands near. */
export const IN_DOUBT = `
add meds, agitated, agitation, burned out, burnt out, compulsion(|s), compulsive, dissociate
helpless, inpatient, irritability, lethargic, manic, mental, mood, moods, mourning, obsession(|s)
obsessive, overwhelmed, panick(ed|ing), personality, phobic, psych, psycho, purge(|s), purging, rage
self esteem, self harm scars, spiraling, stressed(| out), suicidality, trauma(|s), traumatic
triggered, triggers
`

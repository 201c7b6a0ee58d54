import type { TermKind } from '#src/privacy/detector/finding.ts'

/** Texts that tell of something of the kind, one a line; the writer's own, and not denied. */
export const SAID: Readonly<Record<TermKind, string>> = {
  'mental-health': `
I was diagnosed with bipolar disorder two years ago
Looking for help with anxiety
my depression is back
I've been depressed since March
I have PTSD from the army
struggling with OCD and intrusive thoughts
panic attacks at work almost every day
I keep having panic attacks on the train
can't get out of bed most mornings
I hear voices at night
been hearing voices again
I cry all the time for no reason
I feel hopeless
I feel so empty inside
I feel worthless lately
I can't stop worrying about everything
racing thoughts keep me up
I haven't slept in days
insomnia for weeks
ADHD evaluation for myself
I think I'm autistic
was told I have borderline personality disorder
BPD and self-image problems
schizoaffective disorder, need a new doctor
schizophrenia dx in 2019
postpartum depression after my second baby
baby blues that won't lift
I'm in a really dark place
had a nervous breakdown last year
I had a mental breakdown
I was in the psych ward in May
spent a week in a psychiatric hospital
eating disorder since high school
I binge and purge
bulimia relapse
anorexic again
I starve myself
hoarding is taking over my house
social anxiety makes work impossible
agoraphobia, I am afraid to leave the house
mood swings are ruining my marriage
I'm manic right now I think
manic episode in June
paranoid that people are watching me
I'm seeing things that aren't there
flashbacks from the accident
nightmares about the war
childhood trauma I never dealt with
I am a trauma survivor
grieving the loss of my husband
complicated grief
I lost interest in everything
no motivation to live my life, down in the dumps
I'm not okay
I'm losing my mind
I am spiraling
I feel like I'm going crazy
mentally exhausted and burned out
burnout at work, crying every day
severe depresion
anxeity and stress
bi polar 2
suffering from deppression
Major Depressive Disorder, recurrent
MDD, GAD
dx: GAD
PMDD
dissociation and derealization
I dissociate a lot
dissociative identity disorder
obsessive compulsive disorder
obsessive thoughts about germs
claustrophobia
phobia of needles
conduct disorder
oppositional defiant disorder
trichotillomania
anger issues
rage issues and depression
I hate myself
low self-esteem
I feel numb all the time
I overthink everything
emotional abuse left me with anxiety
mental illness runs deep here
mental health problems
my mental health is declining
Tengo depresión
sufro de ansiedad
ataques de pánico todos los días
no puedo dormir y lloro todo el tiempo
me siento muy triste y sola
escucho voces
trastorno bipolar
esquizofrenia
insomnio y estrés postraumático
estoy deprimida
mi ansiedad no me deja
F33.1 on the referral
ICD-10: F41.1
seasonal affective disorder every winter
catatonia
psychosis
psychotic break last fall
delusions and hallucinations
tardive dyskinesia
gender dysphoria
selective mutism
dementia`,

  'substance-use': `
I'm an alcoholic
my drinking is out of control
I drink too much
drinking every night
I can't stop drinking
I need to get sober
sober for 30 days and scared
trying to get clean
clean for six months
I relapsed last weekend
relapse on heroin
addicted to pain pills
hooked on pills
opioid addiction
opiate withdrawal
withdrawals from fentanyl
I use meth
smoking crack again
snorting coke on weekends
shooting up heroin
I smoke weed all day
weed addiction
marijuana dependence
cocaine problem
addicted to cocaine
need detox asap
looking for a rehab bed
I went to rehab in 2020
checked into rehab
alcohol use disorder
AUD, moderate
OUD
SUD history
I got a DUI
second DWI
AA meetings aren't enough
12 step meetings
going to NA meetings
my sponsor says detox
blackout drunk every weekend
I black out from drinking
binge drinking
a bottle of vodka a day
a fifth a day
hiding bottles around the house
drunk every night
I get high before work
getting high every day
strung out and tweaking
I'm an addict
recovering addict
in recovery from alcohol
substance abuse history
drug problem
drugs are ruining me
I've been using again
using fentanyl daily
dope sick
popping percs
took molly and ecstasy
K2 and spice
huffing paint
ketamine addiction
abusing Adderall
addicted to Xanax
misusing my oxycodone
kratom
vaping nicotine constantly, nicotine addiction
gambling addiction
delirium tremens
had the DTs last time I quit
cirrhosis from drinking
wine every night
drunk driving charge
fell off the wagon
cold turkey from benzos
craving alcohol
alchohol problem
alcholic
heroine addict
methamphetamine
crystal meth
LSD
magic mushrooms
bath salts
tranq dope
F10.20
F11.2
soy alcohólico
mi adicción a la cocaína
necesito dejar de beber
tomo todos los días
problemas con el alcohol
uso drogas
recaí otra vez
fumo marihuana
metanfetamina
centro de rehabilitación de drogas
borracho todos los fines de semana
polysubstance use
drug of choice: cocaine
failed a drug test
intervention for my drinking
sober living house
medication assisted treatment
self medicating with alcohol
needle exchange
overdosed on heroin`,

  medication: `
I take Zoloft
on Lexapro 20 mg
prescribed Prozac
my Adderall refill
Xanax as needed
Klonopin twice a day
taking lithium
lithium carbonate 300
Seroquel at night
quetiapine
lamotrigine 200
Lamictal rash
Abilify injection
Wellbutrin XL
bupropion
sertraline 50mg
fluoxetine
escitalopram
trazodone for sleep
Ambien
zolpidem
Suboxone strips
buprenorphine
methadone
Vivitrol shot
naltrexone
Narcan nasal spray
Antabuse
gabapentin
Vyvanse
Ritalin
Concerta
Strattera
clonidine
hydroxyzine
buspirone
Buspar
propranolol
Depakote
valproic acid
Risperdal
risperidone
Haldol
clozapine
Zyprexa
olanzapine
Latuda
Vraylar
Rexulti
Invega Sustenna
Geodon
Effexor
venlafaxine
Cymbalta
Pristiq
Trintellix
Remeron
mirtazapine
Paxil
Celexa
Spravato
ketamine infusions
Ativan
lorazepam
Valium
oxycodone
Percocet
tramadol
SSRI
antidepressants
antipsychotic
mood stabilizer
benzodiazepines
anti-anxiety meds
sleeping pills
I ran out of my meds
stopped taking my medication
off my meds
need medication management
psych meds
lexipro
welbutrin
seroqel
xanex
zolof
adderal
suboxen
klonipin
trazadone
lamictol
effexer
gabapenten
abilfy
sertaline
risperidol
fluoxetina
pastillas para dormir
antidepresivos
tomo litio
clonazepam
Sublocade
Lunesta
Auvelity
Caplyta
prazosin`,

  crisis: `
I want to die
I want to kill myself
thinking about killing myself
I am suicidal
suicidal thoughts
suicidal ideation with a plan
having thoughts of suicide
I don't want to live anymore
I don't want to be here anymore
I just want to end it all
end my life
I wish I was dead
wish I could go to sleep and never wake up
better off dead
they would be better off without me
everyone would be better off without me
no reason to live
nothing to live for
I can't go on like this
I can't do this anymore
I've been cutting myself
I cut my arms
self-harm
self harming since I was 14
hurt myself last night
I want to hurt myself
going to hurt someone
homicidal thoughts
I overdosed last night
overdose
took a whole bottle of pills
took all my pills
tried to kill myself
attempted suicide
suicide attempt in May
I have a suicide plan
gun to my head
jump off a bridge
hang myself
slit my wrists
goodbye letter
suicide note
I'm going to kms tonight
unalive myself
tired of living
life is not worth living
voices telling me to hurt people
I'm not safe with myself
I can't keep myself safe
in crisis right now
I called 988 last night
SI with intent
R45.851
T14.91
sucidal
suicidle thoughts
comitting suicide
quiero morir
quiero matarme
me quiero matar
no quiero vivir más
ya no quiero vivir
pensamientos suicidas
intenté suicidarme
quitarme la vida
me corto los brazos
suicidio
sobredosis
I don't see the point in living
planning to end things tonight for good, I want to die
drive off a bridge
he hits me and I am scared
domestic violence
fear for my life
I'd rather be dead
wanna die
i wanna kill myself
ready to die
death wish
danger to self`,
}

/** Of somebody else than who writes. */
export const SAID_OF_OTHERS = `
my son has depression
My daughter is cutting herself
my husband drinks too much
her mother is bipolar
his brother overdosed
our teenager smokes weed every day
my wife takes Zoloft
a friend of mine is suicidal
a client of mine needs detox
patient's brother has schizophrenia
my best friend is addicted to meth
he is suicidal
she takes lithium for bipolar
they are using heroin
My 16 year old son is struggling with anxiety
looking for anxiety treatment for my daughter
need detox for my brother
family history of alcoholism
my ex-husband is an alcoholic
my mom has dementia
someone I love is addicted to fentanyl
my roommate wants to die
my employee has PTSD
mi hija tiene depresión
mi hermano es alcohólico
mi esposo toma demasiado
my student is hearing voices
my nephew was diagnosed with ADHD
worried about my sister's drinking
my grandson is on Adderall
`

/** Of the writer, though somebody else comes into it. */
export const SAID_OF_ONESELF = `
My husband left and I am depressed
my mother thinks I have anxiety
my wife and I are fine but I drink too much
As a mother I struggle with anxiety
I'm a veteran with PTSD
my son makes me anxious all the time
I told my sister that I want to die
because of my boss I have panic attacks
my doctor prescribed Zoloft and I hate it
I am a single mom with postpartum depression
my therapist says I have ADHD
I'm depressed since my dad died
my boyfriend says I drink too much
they told me I have bipolar disorder
my parents don't know I use meth
`

/** Said not to be so. */
export const DENIED = `
I don't have depression
no history of psychosis
denies suicidal ideation
Denies SI, HI and hallucinations
denied any alcohol use
I am not suicidal
I'm not suicidal
not depressed, just tired
no suicidal thoughts
without anxiety
never used heroin
I have never been addicted to drugs
no drug abuse
no substance abuse
No anxiety or depression
negative for opioids
not an alcoholic
I do not drink
I don't drink
isn't bipolar
she is not suicidal
no longer depressed
never had a panic attack
no current suicidal thoughts
no thoughts of suicide
Depression: no
Suicidal? No
overdose: denied
psychosis was ruled out
schizophrenia has been ruled out
alcohol is not an issue
I'm not on any antidepressants
not taking lithium
I don't take Xanax
no self-harm
no tengo depresión
no tengo ansiedad
sin ansiedad
nunca he usado drogas
niega ideación suicida
I don't want to kill myself
I would never kill myself
I do not want to die
`

/** A "no" that denies something else. */
export const NOT_DENIED = `
I can't stop drinking
I can't stop thinking about suicide
I don't want to live
not only depressed but anxious
no doubt I have depression
I'm not sure if I have ADHD
I don't know how to handle my anxiety
no insurance but I have depression
I don't sleep and I have anxiety
No, I have PTSD
no one understands my depression
I never felt so depressed
I am not getting help for my bipolar disorder
my anxiety is not getting better
not coping with my depression
I haven't slept, panic attacks every night
not only alcohol but cocaine
I don't work because I'm depressed
without help my addiction will kill me
I can't cope with PTSD
nothing helps my insomnia
I don't have a job, I have depression
`

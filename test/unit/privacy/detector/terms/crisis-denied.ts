/** Crises that are denied and nothing more, one a line. */
export const CRISIS_DENIED = `
not suicidal
I am not suicidal
I'm not suicidal, just tired
denies suicidal ideation
denied suicidal ideation
Patient denied suicidal thoughts
denies SI/HI
denies SI, HI and hallucinations
no thoughts of suicide
never attempted suicide
has never attempted suicide
no tengo pensamientos suicidas
has never self-harmed
never self-harmed, no overdose
no history of self-harm
no history of suicide attempts
no current suicidal ideation
no suicidal thoughts or plans
No SI
Suicidal? No
suicidal: no
suicidal ideation: none
suicidal ideation - denied
suicidal ideation was denied
SI denied
overdose: denied
self harm is not an issue
suicide is not a concern
not in crisis
Not in crisis today
not currently in crisis
he is not suicidal
she isn't suicidal
they are not suicidal
my son is not suicidal
my daughter has never been suicidal
I have never been suicidal
I've never been suicidal in my life
never suicidal
never had suicidal thoughts
I have never thought about suicide
I don't have suicidal thoughts
I do not have thoughts of suicide
does not have suicidal thoughts
I don't want to die
I do not want to kill myself
I don't want to hurt myself
I would never hurt myself
I would never kill myself
I won't kill myself
I am not going to kill myself
without suicidal intent
without suicidal ideation
negative for suicidal ideation
negative for SI
absence of suicidal ideation
suicidal ideation absent
suicide risk was ruled out
no plan to end my life
no intent to harm self
no risk of suicide
no self-harm
no overdoses
never overdosed
he has never overdosed
no domestic violence
there is no abuse and no suicidal thoughts
has not attempted suicide
hasn't attempted suicide
has no suicidal thoughts
I have no suicidal thoughts
no suicide attempts
neither suicidal nor homicidal
not suicidal or homicidal
denies any suicidal or homicidal thoughts
denies past suicide attempts
client denied self-harm and suicidal thoughts
denies being suicidal
denies wanting to die
denies thoughts of self-harm
He denied wanting to hurt himself
denied any history of suicide attempts
no tengo ideas suicidas
no ideas suicidas
sin ideas suicidas
sin ideación suicida
niega ideación suicida
niega ideas suicidas
no he pensado en el suicidio
nunca he intentado suicidarme
nunca he tenido pensamientos suicidas
no quiero morir
no quiero matarme
no soy suicida
mi hijo no es suicida
no estoy pensando en suicidarme
nunca me he cortado, no hay autolesiones
no pienso en el suicidio
not suicidal at all
definitely not suicidal
I am not having thoughts of suicide
not thinking about suicide
not thinking of hurting myself
no urges to self-harm
no active suicidal ideation
no passive SI
No crisis
I'm depressed but not suicidal
no SI, no HI
does not self-harm
she does not cut herself
I don't cut myself
No suicidal ideation, plan, or intent
No SI/HI
No SI/HI/AVH
Denies SI/HI/AVH.
Pt denies SI, HI, and AH/VH
Denies SI, HI, self-harm
Patient denies any history of suicidal ideation or self-harm
denies plan or intent to harm self
no plan or intent to kill myself
Suicidal: no Homicidal: no
SI: none HI: none
SI: none reported
suicidal ideation: denied at this time
Suicidal ideation denied by patient
suicidal ideation has been ruled out
ruled out suicidal ideation
No I am not suicidal
No, I'm not suicidal
nope, not suicidal
not depressed not suicidal
no drugs no alcohol no suicidal thoughts
no anxiety or suicidal thoughts
no history of depression, anxiety, psychosis or suicidal ideation
I don't want to die or hurt anyone
I do not want to die or hurt myself
not suicidal or self-harming
never suicidal or homicidal
I am neither suicidal nor homicidal
he has never tried to kill himself
she never tried to hurt herself
my wife has never been suicidal
She has had no suicidal thoughts
there are no suicidal thoughts
there have been no suicide attempts
reports no suicidal ideation
Patient reports not being suicidal
client states she is not suicidal
I am struggling but I am not suicidal
depressed and anxious but not suicidal
not suicidal, just need someone to talk to
I'm not suicidal I just need therapy
I am not suicidal right now
I'm not currently suicidal
not suicidal at this time
No current or past suicidal ideation
no past suicide attempts
no prior suicide attempts
no previous overdoses
He doesn't want to hurt anyone
I would never commit suicide
I will never kill myself
I have no intention of killing myself
I have no plans to end my life
no thoughts of self-harm or suicide
without any thoughts of self harm
no evidence of self-harm
no signs of suicidal ideation
no se ha intentado suicidar
no tiene ideas suicidas ni homicidas
no tiene pensamientos suicidas
no hay ideas suicidas
no he tenido pensamientos suicidas
niega pensamientos suicidas
no presenta ideación suicida
nunca ha intentado suicidarse
sin intento de suicidio
sin riesgo suicida
no tengo ningún pensamiento suicida
nunca he pensado en matarme
no tengo intención de matarme
no quiero hacerme daño
no ha tenido intentos de suicidio
no me quiero morir
no voy a matarme
denies that he wants to die
no drug abuse
no alcohol abuse
no substance abuse
no history of abuse
no sexual abuse
denies abuse
not violent
no violence
not in any danger
he is not a danger to himself
no danger to self or others
not a danger to self or others
not at risk of suicide
denies feeling suicidal
never overdosed, never attempted suicide
I am not thinking of ending my life
I don't think about hurting myself
no domestic violence or abuse
no reported self-harm
no longer suicidal
not homicidal
no homicidal ideation
`

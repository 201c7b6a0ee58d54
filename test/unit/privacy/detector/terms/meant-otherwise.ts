/** Ordinary texts, one a line, in which nothing tells of anybody's health. */
export const MEANT_OTHERWISE = `
the bipolar transistor overheated
bipolar cautery was used to close
a bipolar device with two electrodes
bipolar junction
tropical depression near Florida
the Great Depression ruined banks
economic depression of the thirties
ST depression on the EKG
tongue depressor
a depression in the road
depressed housing market
depress the brake pedal
manic Monday at the office
manic shopping before the holidays
don't panic
panic button
panic room
anxious to hear from you
anxious to get started
we are anxious to meet the team
trigger a workflow
this event triggers an email
stress test for the new server
stress fracture
blunt trauma
trauma center level I
mood board
mood lighting
in the mood for pizza
mental math
mental note
mental model
personality test for new hires
memory leak
nightmare scenario for logistics
obsessed with customers
obsessed with this show
addicted to this show
addicted to Netflix
chocolate addict
hooked on phonics
ice cream social
black ice on the roads
an ice storm is coming
put ice on your knee
ice hockey tickets
speed limit
internet speed test
speed to lead matters
high speed rail
high school reunion
high quality leads
high priority
high blood pressure
stock hit an all-time high
my high school friends
pot roast recipe
flower pot
a pot of coffee
weed the garden
weed killer
pull weeds in the yard
crack in the wall
crack the code
a crack in the windshield
cracked phone screen
diet coke please
I'll have a coke with fries
rum and coke cake
coke oven plant
rock climbing
rock band
blow dry
acid reflux
folic acid
amino acids
citric acid
acid test
ecstasy of gold
trip to Denver
business trip
grass roots
joint venture
joint pain
knee joint
spice rack
pumpkin spice latte
snow day
snow removal
mushroom soup
smoke detector
smoke test passed
no smoking section
clean up the data
clean energy
dry cleaning
data cleaning
wasted time
waste of money
loaded with features
fully loaded
energy drink
drink more water
drinking water
soft drinks provided
rubbing alcohol
alcohol wipes
drug store on the corner
drug interactions checker company
Food and Drug Administration
prescription glasses
prescription sunglasses
lithium ion battery
lithium mining stocks
piano sonata
Hyundai Sonata
cutting edge technology
cutting board
cutting costs
budget cutting
cutting the budget
paper cutter
cookie cutter approach
suicide squad was a bad movie
suicide doors on the Lincoln
suicide squeeze in the ninth
political suicide
dying to know
dying to see the results
my phone died
the battery is dying
my feet are killing me
this traffic is killing me
you're killing it
killing time
killer feature
kill the lights
two birds with one stone, kill them both
shoot me an email
shoot me a text
photo shoot
video shoot on Tuesday
shooting star
hang in there
hang up the phone
let's hang out
hang on a second
overkill
dead end
deadline tomorrow
dead battery
end of day
end it with a summary
ends on Friday
end user license
SI units
SI joint pain
OD right eye
20/40 OD
pipe OD is 2 inches
yoga mat
MAT yoga class
welcome mat
methods and methodology
methodology section
Methodist hospital
ask Molly from sales
Molly Brown House
Crystal Lake office
Crystal clear
lean manufacturing
Lean Six Sigma
cold turkey sandwich
turkey shoot
disaster recovery plan
debt recovery
recovering from knee surgery
physical rehab for my knee
house rehab project
juice detox
digital detox
cash withdrawal
withdrawal fee
401k withdrawal
account abuse report
abuse@example.com
PHP developer
DID number routing
needle in a haystack
pine needles
coffee bar
wine bar
raise the bar
mental health benefits
mental health coverage for our employees
behavioral health program
behavioral health network
substance use program
substance use benefits
employee assistance program
EAP vendor
EAP utilization
mental health parity
mental health awareness month
our mental health resources
mental health app
mental health services
crisis protocol
Follow the crisis protocol
crisis management team
crisis communications
housing crisis
financial crisis
suicide prevention training
suicide prevention month
988 Suicide and Crisis Lifeline
opioid settlement funds
opioid epidemic
addiction treatment center
psychiatric services
psychiatric nurse practitioner wanted
therapist directory
book a consultation
insurance verified
asked for a call today
level of care available
schedule a call
team meeting at 3
quarterly numbers
can you send pricing
we have 500 employees
what plans do you take
please call me after five
I would like more information
is there parking
do you accept Aetna
what are your hours
Add a contact
add on services
DOM element
SAD lamp inventory
HR director
benefits broker
the meeting was intense
crazy busy week
I love your podcast
she is a nurse
her name is Mary Jane Watson
happy to help
so excited
stone cold sober analysis
sobering statistics
party planning
bars and restaurants
high five
higher education
speed dating
ice breaker questions
AA batteries
NA region sales
artistic director
metadata export
addition to the team
in addition
edition of the book
the heroine of the novel
central office
dragging a file
a medication adherence app
medication management software
pill organizer
vitamin pills
nicotine free
concert tickets
concerto in D
morphing shapes
subtext
the ability to export
precedence rules
drugstore
dope beat
snap decision
breakdown of costs
price breakdown
car broke down
emotional intelligence workshop
psych major
psychology degree
psycho killer lyrics
hit me up later
hit me with your best price
hurt my knee playing soccer
cut myself shaving
burned myself cooking
I could eat a horse
I'm starving
lunch and learn
depresión económica
depresión tropical
alta velocidad
hielo en la carretera
olla de barro
quiero una cita
¿aceptan mi seguro?
beneficios de salud mental
programa de salud
`

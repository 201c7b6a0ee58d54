/**
 * Phrases in which the name of a drug, a drink or a medication means something else: weather, food,
 * sport, trade. Where one stands, no shorter term within it counts. All are our own.
 */

export const ORDINARY_SUBSTANCES = `
(acid) (reflux|rain|wash|washed|test|tests|rock|jazz|base|attack|burn|tongue|free|house|drop|
  drops shampoo|value|number|phosphatase|blocker|reducer|peel|peels|indigestion|etch|etching|
  mine drainage|queen)
addicted to (good|great|quality|winning|growth|success|fun|adventure|travel|fitness|exercise|
  beautiful|clean|better)
addicted to (this (show|app|game|song|series|podcast|book|recipe|place|coffee|product|site|band|
  new)|these (cookies|chips|shows|earrings|shoes|videos)|your (product|app|podcast|coffee|content|
  show|cookies|videos|blog)|the (show|game|app|song|series|podcast|gym|smell|office)|netflix|love|
  chocolate|coffee|shopping at|tiktok|sudoku|wordle|running|pizza|my phone|my job|learning|excel|
  work|success|data|spreadsheets|cheese|golf|pickleball|hot sauce|caffeine|crossfit|sushi|tv|
  candy crush|crosswords|lego|instagram|reality tv|books|reading|knitting|baking)
addicted to (your|our|watching|reading|collecting|buying|playing|making|baking|working)
addictive (show|game|flavor|app|snack|taste|product|gameplay|recipe|song|series)
agony and (the )ecstasy
alcohol (swab|swabs|wipes|wipe|pad|pads|based (hand sanitizer|sanitizer|cleaner|gel|marker)|
  free (mouthwash|sanitizer|toner|perfume)|ink|sales (tax|license)|permit|license|by volume|
  beverage (control|commission|industry)|content of|served|will be served|markers|thermometer|
  allowed|service|duty free)
alcoholic (beverage|beverages|drinks (served|provided|available|not)|ginger beer|cider)
(all time|record|new|year|season|career|multi year|ten year|decade|52 week|junior|senior|too|so|
  very|as|how|pretty|really|fairly|sky|waist|knee|mile|yearly|weekly|daily|weather) high(|s|er)
amino acids, ball joint, bars (and (restaurants|clubs|lounges)|in|of|on|near|open|code)
BD (rep|team|manager|director|needles|and|lead|role)
beer and wine (license|list|tasting|festival|garden|selection|sales|bar)
(beer|wine|liquor|spirits|whiskey|vodka|wines|beers) (license|licenses|list|lists|tasting|tastings|
  store|stores|garden|festival|bar|glass|glasses|club|distributor|industry|sales|brand|selection|
  country|cellar|pairing|pairings|tour|distillery|wholesale|company|importer|making|maker|vinegar|
  sauce), birth control pill(|s)
(black|dry|thin|iced|crushed|shaved|bag of|bags of|sea|polar|freezing rain and|snow and|rest) ice
(blood pressure|heart|allergy|thyroid|diabetes|cholesterol|dog|cat|pet|dogs|cats|flea|heartworm|
  asthma|acid reflux|birth control|cold|malaria|motion sickness|travel|chemo|vitamin) (med|meds|
  medication|medications|medicine|pill|pills|prescription|refill)
(blow) (dry|dryer|drier|up|out|off|over|my mind|by|away|torch|hole|to|your|the|it|their|for|molding|
  a (fuse|kiss|tire|whistle|lot|gasket|lead)|candles|job|bubbles|in), break the ice
breaking the ice, caffeine free, (cancer|leukemia|lymphoma|ms|tumor|nephrotic) relapse(|d)
(cash|bank|atm|ira|401k|account|course|class|troop|hardship|consent|required|early|penalty free|
  retirement|funds) withdrawal(|s), cbd (store|oil brand), chill pill
clean (up|room|data|code|energy|house|slate|the|water|eating|air|out|install|your|my|our|
  and (simple|easy|modern|organized|safe|tidy|bright|clear|dry)|lines|car|list|copy|cut|design|
  interface|shave|cup|green|sheet|sheets|clothes|version|bill of health|desk|kitchen|bathroom|
  off (the|my)|break|technology|tech|record|driving record|look|office|environment|sweep|shaven|
  living), coca cola
(coffee|wine|energy|granola|protein|juice|salad|snack|chocolate|nav|tool|raw|parallel|sushi|candy|
  tapas|behind|side|menu|progress|crow|roll|candy) bar(|s), coke (oven|fuel|furnace)
(coke|diet coke|cherry coke|coke zero) (zero|and (a|pepsi|rum|fries|popcorn|sprite)|machine|bottle|
  bottles|can|cans|products|float|ad|commercial|studio|oven|ovens|plant|brand|consolidated|
  with (ice|lemon|lime|my|a burger|lunch)|float)
cold turkey on (sugar|caffeine|coffee|carbs|social media|gluten|meat|dairy|soda)
cold turkey (sandwich|sandwiches|wrap)
(crack) (in (the|my|a|our|your) (wall|windshield|screen|foundation|ceiling|pavement|sidewalk|glass|
  door|floor|code|armor|concrete|tooth|phone|pipe|plaster|egg|tile|bone|lens)|the (code|case|whip|
  window|door|shell|egg|nut|top|market|problem|safe|spine|joke|cipher|password|interview)|of dawn|
  down|downs|open|up|at it|team|shot|troops|an egg|eggs|jokes|a (joke|smile|window|beer|egg|code|
  book|tooth|rib|deal|whip)|filler|sealer|sealant|repair|width|growth|propagation|my (knuckles|back|
  phone|screen|windshield|neck)|his knuckles|her knuckles|this|that), cracks in
(crock|coffee|flower|tea|instant|melting|soup|lobster|chamber|stock|hot|clay|cooking|planting|big|
  jack|neti|honey|terracotta|plant|garden|large|moka|sauce|paint|piss) pot(|s)
crystal (clear|ball|palace|lake|river|glass|city|light|reports|report|meth movie|cruises|mountain|
  structure|field|dynamics|growth|vase|bowl|award|methodology|blue|healing|bridge|springs|display)
(debt|data|account|password|economic|market|refund|asset|cost) (recovery|relapse)
depression (era|glass|of 1929|of the 1930s|of the freezing|in the (road|market|ground|wall|surface|
  pavement|snow|sand|skull|bone|soil|economy|grass|lawn|metal|cushion)|cake|bread|cooking)
detox (tea|teas|diet|water|juice|smoothie|cleanse|foot pads|shampoo|mask|bath|spa|your (skin|inbox|
  liver)), digital detox
(dont|do not|doesnt|never|i) drink (water|coffee|tea|milk|soda|juice|enough|caffeine|pop)
(dopamine|juice|sugar|social media|phone|inbox|body|liver|skin|hair) detox
dope (beat|beats|song|track|outfit|sneakers|design|idea|app)
drink (coffee|tea|water|soda|pop|juice)
drink (water|coffee|tea|milk|responsibly|more water|plenty|enough water|lots of water|juice|soda|
  menu|menus|specials|recipe|recipes|mix|tickets|ticket|fountain|the kool aid|coaster|package|order|
  pairing|pairings|up)
drinking (water|coffee|tea|milk|fountain|fountains|age|straw|straws|glass|more water|enough water|
  kombucha|soda|juice|game|games|from the|hot|plenty|smoothies|lots of water|chocolate|bottled)
drinks (menu|and (snacks|appetizers|food|hors|dessert|networking|dinner)|included|provided|
  reception|water|coffee|tea|package|at|on (us|the)|are|after work networking)
(drunk|drunken) (elephant|noodles|history|in love)
(dry|deep|spring|squeaky|come|came|clear|wiped|so|nice and|keep it|keep things|vacuum|steam|house|
  pressure|carpet|very) clean(|ed|er|ers|ing), (eat or|eating or|not eat or) drink(|ing)
(economic|great|tropical|st|cortical|bone marrow|marrow|respiratory|cns|myocardial|post war|postwar|
  inbreeding|freezing point|boiling point|market|long|trade|agricultural|shallow|slight|circular|
  small|deep round|road|surface|ground|soil|geological|topographic|thermal|subtropical|industrial|
  spreading|synaptic|myelo|immune|world wide|global|financial|banking|farm|joint line|acoustic|
  1930s|segment|ventilatory|cardiac) depression(|s), ecstasy (of (gold|st teresa|saint)|and agony)
(folic|amino|amino|lactic|stomach|citric|hyaluronic|uric|fatty|omega|ascorbic|nucleic|hydrochloric|
  sulfuric|battery|salicylic|glycolic|bile|acetic|nitric|carbonic|azelaic|kojic|boric|tannic|
  gastric|oleic|linoleic|phosphoric|alpha lipoic|retinoic|trans fatty|hydroxy|muriatic|tartaric|
  malic|oxalic|formic|benzoic|deoxyribonucleic|ribonucleic|lauric|stearic|pantothenic|nicotinic|
  ellagic|ferulic|tranexamic|zoledronic|mycophenolic|gamma linolenic|docosahexaenoic|methylmalonic|
  low|high) acid(|s|ity), (fully|pre|preloaded|spring|front|over|down) loaded
(garden|lawn|yard|noxious|pull|pulling|invasive|sea|aquatic|milk|tumble|knot|rag|broadleaf|duck|
  chick|spray|crab|butterfly|jimson) weed(|s), (get|getting|got) hooked up, good golly miss molly
(grass) (roots|fed|cutting|seed|is)
(hairline|stress|wall|windshield|foundation|screen|take a|took a|fatigue|surface|first|sidewalk|
  whip) crack(|s|ed), hemp(|s), high (of|in|near|around) (the |)(60|70|80|90)
high (on|off) (life|sugar|caffeine|the hog)
(high) (school|schools|schooler|schoolers|quality|level|priority|end|performance|volume|traffic|
  value|speed|chair|cost|demand|risk|five|tech|rise|intent|intensity|growth|impact|deductible|
  blood pressure|cholesterol|street|noon|hopes|energy|time|note|tide|heels|fever|low|touch|point|
  points|res|resolution|definition|functioning|paid|pressure|stakes|standards|road|interest|roller|
  net worth|converting|availability|density|contrast|protein|fiber|marks|profile|ranking|rate|rates|
  temperature|temperatures|winds|expectations|score|scores|volumes|acuity|needs|praise|turnover|
  demand|and low|on (the|my|our|their|your) (list|priority|agenda|mountain|hill|shelf))
(high|low|internet|page|site|top|full|full|download|upload|processing|typing|wind|response|load|
  bike|engine|shutter|light|ground|up to|loading|connection|five|ten|average|network|fan|variable|
  maximum|walking|website|reading|query|warp|lightning|up and|cpu|clock|ramp|gain|gaining|
  execution) speed(|s), highs (in|of|around) the
hooked on (phonics|this (show|app|series|book|game|podcast)|your (product|show|podcast|app|service|
  content|newsletter)|the (show|series|product|app|idea|phone|book|wall|line)|a feeling|it already|
  wordle|netflix|golf|pickleball), hyundai sonata
ice (and|or) (snow|heat|elevation|water|cold|sleet|compression)
(ice) (cream|cube|cubes|cold|age|rink|skate|skates|skating|hockey|bath|baths|storm|storms|pack|
  packs|box|tea|coffee|breaker|breakers|bucket|fishing|water|machine|maker|on the|in the|sheet|
  sheets|road|scraper|cap|caps|dam|dams|melt|chest|pick|shelf|sculpture|agents|agent|raid|raids|
  detention|officer|officers|berg|lolly|candy|plunge|therapy|block|blocks|queen|score)
(ice|i c e) ice baby
(i|he|she|husband|wife|mom|dad|son|daughter) (drink|drinks|drank|was drinking) (coffee|tea|water|
  milk|juice|soda|pop|smoothies|decaf|lots of water|plenty of water|a lot of (water|coffee|tea)|
  from the)
joint (venture|ventures|pain|commission|account|custody|replacement|statement|meeting|effort|call|
  session|webinar|press|chiefs|tax|filing|base|force|task|committee|health|support|supplement|
  surgery|injury|work|proposal|operation|bank|owner|owners|marketing|degree|project|planning|
  stiffness|mobility|employment|interview|therapy|health plan)
(killing|kills|killed|kill) (me (softly|with (kindness|laughter|these|those|this|that|all)|here)|it|
  time|two birds|the (lights|engine|switch|process|job|vibe|mood|deal|power|server|instance|task|
  container|music|tv|program|app|session|feature|project|bill|noise|weeds)|switch|bill|zone|shot|
  chain|joy|process|a process|some time|for (a|that|some|this)|it at|the competition|weeds|bugs|
  bacteria|bill vol)
(knee|hip|shoulder|ankle|si|elbow|ball|pizza|burger|bbq|finger|temporomandibular|jaw|expansion|
  wrist|thumb|weld|welded|butt|solder|sacroiliac|pipe|facet|ac) joint(|s), lean and (mean|agile)
lean (on|in|into|management|manufacturing|startup|six sigma|meat|protein|methodology|canvas|process|
  principles|against|toward|towards|back|over|muscle|team|operations|body|budget|beef|cuisine|mass|
  times|forward)
lithium (ion|battery|batteries|mine|mining|prices|polymer|cell|cells|iron phosphate|deposit|
  deposits|supply|stocks|metal|americas|producer|brine|extraction|grease|powered|reserves|hydroxide|
  market)
(little|hard|classic|kid|punk|soft|round|castle|red|slip|plymouth|chris|indie|igneous|sedimentary|
  bed|blarney|alternative) rock(|s)
loaded (with|question|questions|fries|nachos|potato|baked|into|page|from|up the|the (truck|car|data|
  file|page)|costs|cost|data|gun metaphor)
(low|body|crushing|death|big|final|major|heavy|devastating|severe|softened the|soften the|
  cushion the) blow(|s), metallurgical coke, methadone mile
(methods|methodology|methodologies|methodist)
(molly) (maid|ringwald|brown|shannon|from|is|will|and (i|me|john|bob|sarah)|in|at|malone|houses)
moon stone, move the needle, moves the needle
(mushroom) (soup|sauce|risotto|pizza|burger|ravioli|omelet), (mushrooms) (and|on|in|with|for|from)
needle (in a haystack|nose|work|point|felting|mover|biopsy|exchange policy|drop)
(netflix|chocolate|coffee|shopaholic|adrenaline|news|book|sports|gym|sneaker|shoe|caffeine|carb|
  social media|travel|tv) (addict|addicts|junkie|junkies), nicotine free
non alcoholic(| beverage| beverages| beer| wine| drinks)
(non|no) smoking(| room| area| policy| section)
ocd about (the|my|clean|spreadsheets|fonts|formatting|details), on the wagon train, out of joint
petroleum coke
(photo|video|film|movie|turkey|basketball|commercial|product) (shoot|shoots|shooting)
(piano|violin|cello|moonlight|flute|kreutzer|string) sonata(|s)
pill (box|organizer|organizers|bug|bugs|shaped|cutter|dispenser)
(pine|knitting|sewing|acupuncture|space|compass) needle(|s)
(portobello|shiitake|button|oyster|wild|morel|sauteed|stuffed|cremini|enoki|lions mane) mushroom(|s)
pot (roast|pie|pies|luck|lucks|hole|holes|of (coffee|tea|soup|gold|water|chili|stew|money|honey|
  beans)|holder|holders|sticker|stickers|plant|plants|rack|belly|limit|odds|size|shot|shots|stirrer)
pots and pans, power drunk
(price|cost|paper|budget|laser|wire|steel|wood|job|glass|hair|tree|diamond|ribbon|grass|plant|die|
  plasma|metal|stone|tax|meat) cutting
(pumpkin|old|all|all spice|five|italian|cajun|sugar and|taco|herbs and|herb and|variety is the|
  chai) spice(|s|d), punch drunk, pure ecstasy, (red|blue|chill|bitter|poison|black|white) pill
relapse (rate|rates), (relapse|relapsing) (remitting|fever|rate of (ms|cancer|leukemia))
rock (on|band|music|star|stars|climbing|bottom prices|solid|n roll|and roll|concert|wall|garden|the|
  salt|hard|paper|hill|island|springs|creek|river|city|this|it|out|paper scissors|formation|
  formations|quarry|and|chip)
(rubbing|isopropyl|denatured|ethyl|cetyl|stearyl|wood|benzyl|polyvinyl|non|cetearyl|isobutyl|
  cetostearyl|lanolin|sugar) alcohol(|s|ic), runners high
si (joint|joints|units|unit|se|senor|por|no|es|usted|puede|puedo|quiere|me|tienen|hay)
SI (units|unit|joint|joints|system|prefix|prefixes|base|derived|engine|engines|core|partner)
smoke (detector|detectors|alarm|alarms|test|tests|free|signal|signals|damage|machine|shop|from|
  in the (air|sky)|break|screen|and mirrors|a brisket|ribs|jumper)
smoke (meat|meats|brisket|ribs|salmon)
smoking (gun|hot|brisket|deal|policy|section|area|jacket|ribs|ban|meat|meats|room|rooms|allowed|
  salmon|lounge)
(snow) (day|days|storm|storms|white|plow|shovel|removal|boots|tires|globe|cone|fall|flakes|angel|in|
  is|and|on|ski|leopard|pants|flurries), so dope, sobering
(sober|sobering) (assessment|reality|look|reminder|statistics|minded|second|thoughts|curious|
  thought|news|analysis|judgment)
(soft|energy|sports|hot|cold|coffee|protein|mixed|free|complimentary|food and|food or|eat and|
  fountain|tea) (drink|drinks|beverages), soma (san francisco|district|office|neighborhood)
sonata (in|no|form|for (piano|violin|cello)|arctica|allegro)
(speed) (limit|limits|test|tests|up|ups|dating|dial|bump|bumps|reading|skating|of|boat|boats|camera|
  cameras|internet|to|lead|matters|is|bag|trap|ticket|run|runs|and (accuracy|agility|quality|
  efficiency|ease|security|reliability|performance|scale|convenience|cost|precision)|ramp|round|
  zone|governor|networking|improvements|improvement|optimization)
speed of (light|sound|response|service|delivery)
spice (up|rack|girls|girl|mix|cabinet|blend|blends|world|trade|things|level|shop|route|islands)
station wagon, stone cold, (stoned) (wheat|crow|ground), sugar high, thats dope
using (the|a|an|our|your|this|that|these|it|them|its|new|data|only|our|their|standard|zoom|excel|
  hubspot|salesforce|software|email|insurance|my insurance|my (card|phone|benefits|hsa)|
  his insurance|her insurance), waste of
wasted (time|effort|energy|opportunity|money|spend|potential|hours|budget|day|trip|space|food|ad|
  space|leads|resources|calories)
(weed) (killer|killers|control|whacker|wacker|eater|barrier|puller|the garden|out|through|whip|
  trimmer|pulling|my|species|preventer|spray|management|free|growth)
weeds (in|out|and (grass|pests|feed)|from|between|growing), white christmas snow
(wildfire|holy|second hand|secondhand|liquid|fire) smoke
withdraw from (the|my|our|this|school|college)
withdrawal (fee|fees|of (funds|consent|the (offer|motion|application|proposal))|limit|limits|
  request|from (the (account|class|agreement|bank|study|market|program|university|eu))|slip|form|
  deadline|method)
`

/**
 * Less frequent given names, written down by hand after the Census Bureau's "Frequently Occurring
 * First Names" of 1990 (public domain), not taken from its file. Lower case, without accents.
 */
export const RARER_GIVEN_NAMES = `
elwood ema emelia emeline emery emmett emmitt emmy enid enoch enos enriqueta epifanio erich ericka erinn
ernestina ernestine errol esmerelda estefania estella eugenia eugenie eugenio eula eulah eustace evan
evangelina evelin evelina evette evita evonne fabiola fannie fanny fausta faustino fawn faye federico
felecia felica felicita felicity felipa felisha felton ferdinand fidelia finnegan fitzgerald florencia
florentino florine flossie fonda franca francesco franchesca francine francisca francoise frankie franz fred
freda freddy frederic frederica fredia fredric freeda freida frieda gabe gabrielle galen garret garry gaston
gaylord gaynell gena genevie geoff georgann georgeanna georgette georgiana georgina geri germaine germana
gertrude gianni gilda gilma ginette ginny gisela gladis glennie gloriana goldie graeme gratia grayce gregg
gregor gretchen gretta grisel guido guillermina gus gussie gustav gwendolen gwyn hailee hannelore harlan
harland harris hassie hattie haydee hedwig hedy heike helaine helene helmut henriette herb hermelinda
hermila hermina hermine herschel hershel hester hettie hilary hildegard hildred hillary hilma hiram holley
hollie hortencia hubert hugh hulda hyacinth hyman ian idell idella ignacia ike ilana ileana iliana ilse
imogen imogene indira inga ingeborg inger iola iona irena irmgard irvin irving irwin isaias isaura isiah
isidore isis isobel isreal isolde issac ivelisse iza izola jacinda jacki jackqueline jacqualine jacquelin
jacquelyne jacqui jacquline jaimee jaleesa jameson jami janae janay janean janeen janel janell janene janey
janina janis janita janna jannet jannette jannie janyce jaqueline jarod jarred jarrett jayne jayson jaymie
jazlyn jeana jeane jeanelle jeanene jeanetta jeanice jeanine jeanmarie jeannette jeannine jeffery jeffry
jemima jenae jene jenette jeneva jenine jennell jennette jenni jennie jerald jerold jerri jerrie jerrod
jessenia jessi jessika jestine jesusita jettie jimmie joana joane joaquina jocelyne jodie joelle joellen
joesph johanne johnathan johnathon johnetta jolanda jolanta jolyn jonas jonell joni jonnie josef josefa
josefine josette josiane josphine jovan jovita jozef jude judi judie judson jule julee juli juliann julianna
julieann julienne julieta juliette justina justine kacey kaci kacie kaila kaitlynn kaleigh kalyn kamala
kandace kandi kandice kandy kareen karena karleen karly karlyn karol karole karoline karolyn karon karry
karyl karyn kasandra kasha kasie kathaleen katharina katherina katheryn kathey kathi kathlyn kathrin
kathrine kathryne kati katina katlyn katrice katrin katy kaylene kayleen keenan keesha keila kelle kellye
kelsi kelton kendal kenia kenna kennith kenton kenyetta kermit keturah keven keyla khadijah kieran kiersten
kimberely kimberlee kimberlie kimberli kimbra kimiko kirby kirstie kirstin kittie kizzy kourtney kraig kris
krissy kristal kristan kristel kristian kristopher kristofer krysta krysten krystin krystina kylee kyree
lacie ladonna laine lakeesha lamont lanette lani lanita lanny larae lashanda lashawnda lashonda lasonya
latanya latarsha latesha laticia latina latonia latosha latoyia latricia latrina launa laurena laurene
lauretta laurette lauri laurinda laurine lauryn lavera laverne lavina lavinia lavon lavonda lavonne lawana
lawerence layne leandra leanna leatha leatrice leda leeann leeanna leena leif leigha leilah leisa lelia
lemuel lenard lenna lennie lenny lenore leo leola leone leonia leonida leonie leonila leontine leopold leora
leota lera lesa leslee lesli lesly lessie leta letha letitia letty lewis lexie libby liesl lilah lilia lilla
lilli lilliam lilliana linnea linnie lino linsey linwood lisabeth lise lisette lissa lissette liv livia
lizzie loida loise lolita loma lona lonna lora loraine loralee loreen lorelai lorene lorette loria loriann
lorie lorilee lorinda lorna lorri lorrie lottie lou louella louetta louie louisa loura loyd lucian lucienne
lucila lucile lucilla lucina lucius lucretia ludie ludivina luetta luigi luise lula lulu lura lurline luther
luvenia lyda lyman lyn lyndia lyndon lyndsay lyndsey lynelle lynetta lynna lynnette lynsey mabelle machelle
macie macy madaline maddison madelaine madelene madelyn madge madie madlyn mafalda magali magaly magan
magdalene magen mahalia maia maida maira maisie maisha malcom malena malika malinda malissa malorie malvina
mandi mando manie mara maragaret maranda marcelina marceline marcelino marcelle marcellus marchelle marcie
marcy mardell marg margaretta margart margene margeret margery marget margherita margret margrett margy
marhta marian marianela mariann maribeth marica maricruz mariella marielle marietta marilee marilou marilynn
marin marinda marion marita marivel marjory markus marla marlana marleen marlena marlin marline marlo marlyn
marlys marna marni marnie marquetta marquita marquitta marth marty marva marvella marx maryalice marybelle
marybeth maryellen maryetta maryjane maryjo marylee marylin marylou marylouise marylyn matilde mattias maude
maudie maurine mauro maxie maximilian maxima maximina mayme maynard mayola mazie meagan meaghan mechelle
meda meg meghann melaine melania melany melia melina melisa melissia melita mellie mellisa mellissa melodie
melonie melony melva melvina melynda mendy mercedez meri meridith merissa merlyn merna merri merrie merrilee
merrill mertie mervin meryl meta micha michaela michal michale michel michele michelina micki mickie miesha
miguelina mikaela mikel mikki milagro milagros milda milford milissa millard millicent milly milton mimi
mindi minna minta mira mireille mirella mirian mirta misha missy misti mittie modesta mollie monet monika
monnie monserrate monty morton mose mozella mozelle myesha myles mylo myong myriam myrle myrta myrtice
myrtis nadene naida nakesha nakisha nanci nanette nannette nannie naoma napoleon narcisa natacha natashia
nathaniel natividad natosha neda ned nedra neida nelda nelia nelida nell nella nelle nena neoma neomi
nereida nerissa nery neta neva neville nichelle nichol nicholaus nickie nickolas nicki nicky nicola nicolasa
nicolette nicolle nida nidia niki nikia nikita nikole nila nilda nilsa nobuko noelia noella nohemi nola
nolan noma nona norah norene norine normand norris novella nya obdulia obed octavius oda odelia odell odessa
odette odis odilia ola olen olene oleta olevia olimpia olin olinda oliva olivier onita oneida onie oralee
oralia oren oretha orpha orson orval orville oswaldo oswald otha otilia ouida ozell ozella ozie palma
palmira pamala pamelia pamella pamila pamula pandora parthenia particia pasquale patria patrica patrina
pattie paulene pauletta paulita pearle pearlie pearline pegeen pennie percy pernell phebe phillis phylicia
phylis phyliss piedad pinkie porsha portia pricilla priscila providencia prudence pura rachele raeann
rafaela rafe raguel raina raisa ramonita rana ranae randa randee randell randi randolph ranee rasheeda
raymon raymonde raymundo rayna reanna reatha rebbeca rebeca rebecka reena refugia regena regenia reggie
reginia reiko reina reinaldo reinhold reita remona renae renaldo renata renate renato renda renea renetta
renita renna ressie reta retha retta reva reynalda rhea rheba rhona ricarda richelle richie rickie rikki
rina risa rivka robbi robbin robbyn robena robenia robt rochel rochell rodger rodrick rolanda rolande
rolando rolf rolland romaine romana romelia romeo romona rona ronda roni ronna ronni rosalina rosalva
rosamaria rosamond rosana rosann rosanna rosanne roseanna roselee roselia roseline rosella roselle roselyn
rosena rosenda rosendo rosette rosia rosina rosio rosita roslyn rossana rossie rosy rowena roxana roxane
roxann roxanna roxie roxy rozanne rozella rubin rubye rudolf rueben rufina rubie russ ruthann ruthanne ruthe
ryann sabina sabra sacha sadye salena salley sallie salome samella samual samara samatha sammie sanda sandi
sandie sanford sanjuana sanjuanita santana santina sarai saran sari sarina sarita saturnina saundra scot
scottie sebastian sebrina seema selene selma sena senaida serafina serina setsuko seymour shae shakia
shakita shala shalanda shalonda shameka shamika shana shanae shanda shandra shaneka shanel shanell shani
shanika shanita shannan shanon shanta shantae shantay shante shantel shantell shaquana shaquita shara sharan
sharda sharee sharell sharen sharice sharie sharika sharilyn sharita sharla sharleen sharmaine sharolyn
sharron sharyl sharyn shasta shaunda shaunna shaunta shavon shavonda shavonne shawana shawanna shawnda
shawnee shawnna shawnta shayne sheba sheilah shela shelba shelbie shella shelli shellie shelton shemeka
shemika shena shenika shenita shenna shera sheree sherell sherice sherie sherika sherill sherilyn sherise
sherita sherlyn sherly sheron sherrell sherril sherrill sherron sherryl sherwood sheryll shila shira shirl
shirlee shirleen shirlene shirly shiela shizue shon shona shonda shonna shonta sibyl sid sigrid silva
silvana simona simonne sina slyvia soila solange somer sona stacee stacia stan stanford stanton starla starr
stasia stefani stefania stefany steffanie stepanie stephaine stephane stephani stephania stephany stephenie
stephine stephnie stevie suanne sudie suellen suk sulema sumiko sunni susann susannah susy suzan suzann
suzanna suzie suzy sybil syble sylvester sylvie symone synthia syreeta tabatha tabetha taina takako takisha
talisha talitha tamala tamar tamatha tambra tameika tamekia tamela tamera tamesha tamica tamiko tamisha
tammara tammi tammie tamra tana tandra tandy taneka tangela tanika tanja tanna tarah taren tari tarra tarsha
tashia tashina taunya tawana tawanna tawna tawny tawnya teddy teena tegan teisha telma temeka tempie tena
tenesha tenisha tennie tennille teodora teofila tera tereasa terese teresia teresita teressa terica terina
terresa terrie terrilyn tesha tessie thad theda theodora theola theresia theressa theron thersa thomasena
thomasina thomasine thora thresa thurman tianna tiara tiera tierra tiffaney tiffani tiffanie tiffiny tijuana
tilda tillie timika timmy tinisha tisa tish tisha tobi tobie toby toccara tod toi tomasa tomeka tomi tomika
tomiko tommie tommye tona tonda toney toni tonie tonita tonja tora torie torri torrie tosha toshia toshiko
tova towanda toya tracee treasa treena trena tresa tressa tressie treva trey trish trista tristen trudi
trudie trula twana twanda twanna twyla tyisha tynisha tyra tyree ute vada valarie valda valene valentine
valeri valery vallie valorie valrie vance vanda vania vanita vanna vannesa vannessa vashti vasiliki vaughn
veda velda velia vella velva vena venessa venetta venita vennie veola veronika veronique versie vertie vesta
veta vicenta vickey victorina vikki vilma vina vince vincenza vincenzo vinita vinnie violeta violette virgen
virgie virgilio virgina vito vivan vivien vonda vonnie waldo waltraud waneta wanetta wanita wava weldon
wendi wendie wendolyn wes wilburn wilda wilford wilfred wilhelmina wilhemina wilhelm willa willena willene
willetta willette willia willian willodean willy wilmer winford winfred winnie winnifred winona wynell
wynona xenia xochitl yael yajaira yanira yasuko yessenia yetta yevette yolande yolonda yoshie yoshiko
youlanda yuette yuko yulanda yuonne yuriko yvone zachery zackary zada zaida zana zandra zella zelma zena
zenaida zenia zenobia zetta zina zita zoila zola zonia zora zoraida zula zulma
`

/**
 * Cities and boroughs by which people say where they are: larger incorporated places of the
 * United States and some large cities abroad, written down by hand. Lower case,
 * without accents. Smaller places are found by what stands around them.
 */
const PLAIN = `
los angeles,chicago,houston,philadelphia,san antonio,san diego,san jose,jacksonville,fort worth,columbus,indianapolis,san
francisco,seattle,nashville,el paso,boston,detroit,oklahoma city,las vegas,memphis,louisville,baltimore,milwaukee,
albuquerque,tucson,fresno,sacramento,mesa,kansas city,atlanta,omaha,colorado springs,raleigh,virginia beach,long beach,
miami,oakland,minneapolis,tulsa,bakersfield,wichita,tampa,new orleans,honolulu,anaheim,lexington,stockton,riverside,
corpus christi,irvine,cincinnati,santa ana,newark,saint paul,st. paul,st paul,pittsburgh,greensboro,durham,plano,anchorage,
jersey city,st. louis,st louis,saint louis,chandler,north las vegas,chula vista,buffalo,gilbert,reno,fort wayne,lubbock,toledo,
st. petersburg,st petersburg,laredo,irving,chesapeake,winston-salem,winston salem,glendale,scottsdale,garland,boise,norfolk,
spokane,richmond,fremont,huntsville,frisco,tacoma,baton rouge,santa clarita,san bernardino,hialeah,modesto,
cape coral,fontana,moreno valley,des moines,rochester,fayetteville,yonkers,worcester,port st. lucie,little rock,
augusta,oxnard,birmingham,amarillo,overland park,grand rapids,salt lake city,tallahassee,huntington beach,grand prairie,
newport news,mckinney,overland park,peoria,brownsville,vancouver,knoxville,providence,akron,shreveport,mobile,fort lauderdale,
tempe,ontario,chattanooga,rancho cucamonga,sioux falls,elk grove,salem,eugene,springfield,fort collins,lancaster,
pembroke pines,murfreesboro,cary,salinas,palmdale,hayward,corona,sunnyvale,clarksville,lakewood,alexandria,hollywood,kansas city,
pasadena,paterson,killeen,macon,joliet,bellevue,escondido,syracuse,savannah,dayton,naperville,torrance,rockford,
mcallen,mesquite,roseville,olathe,fullerton,waco,denton,midland,pomona,surprise,bridgeport,hampton,warren,visalia,thornton,
columbia,cedar rapids,gainesville,west valley city,west jordan,sterling heights,ann arbor,topeka,hartford,new haven,stamford,
elizabeth,simi valley,thousand oaks,vallejo,concord,berkeley,abilene,round rock,allentown,beaumont,evansville,odessa,fargo,
billings,missoula,provo,orem,ogden,wilmington,high point,asheville,boulder,pueblo,arvada,westminster,aurora,centennial,
greeley,loveland,longmont,broken arrow,norman,edmond,lawrence,lansing,flint,dearborn,kalamazoo,duluth,bloomington,
madison,green bay,kenosha,racine,appleton,davenport,iowa city,sioux city,rapid city,bismarck,cheyenne,casper,laramie,
great falls,bozeman,coeur d'alene,nampa,meridian,idaho falls,pocatello,everett,kent,renton,yakima,bellingham,olympia,
beaverton,hillsboro,bend,gresham,medford,corvallis,santa rosa,santa barbara,santa monica,santa cruz,ventura,burbank,inglewood,
costa mesa,carlsbad,oceanside,el monte,downey,temecula,murrieta,redding,chico,napa,palo alto,mountain view,cupertino,daly city,
san mateo,redwood city,walnut creek,livermore,pleasanton,turlock,merced,hemet,indio,palm springs,newport beach,laguna beach,
henderson,sparks,carson city,flagstaff,yuma,prescott,peoria,goodyear,avondale,las cruces,santa fe,rio rancho,roswell,
pearland,sugar land,woodlands,katy,conroe,galveston,college station,bryan,temple,tyler,longview,wichita falls,san angelo,
new braunfels,san marcos,georgetown,pflugerville,cedar park,leander,kyle,dripping springs,harlingen,edinburg,texarkana,
jonesboro,fort smith,bentonville,rogers,springdale,lafayette,lake charles,metairie,kenner,monroe,biloxi,gulfport,hattiesburg,
tuscaloosa,montgomery,dothan,auburn,pensacola,panama city,destin,ocala,daytona beach,lakeland,clearwater,sarasota,bradenton,
fort myers,naples,west palm beach,boca raton,delray beach,pompano beach,coral springs,hialeah,kissimmee,palm bay,
melbourne,orlando,athens,marietta,roswell,alpharetta,decatur,greenville,spartanburg,myrtle beach,rock hill,
gastonia,hickory,boone,chapel hill,roanoke,lynchburg,charlottesville,arlington,fairfax,reston,leesburg,manassas,
fredericksburg,annapolis,rockville,bethesda,silver spring,frederick,gaithersburg,towson,dover,newark,camden,trenton,princeton,
hoboken,morristown,atlantic city,toms river,edison,scranton,wilkes-barre,harrisburg,lancaster,reading,erie,bethlehem,
state college,albany,schenectady,utica,ithaca,binghamton,poughkeepsie,white plains,new rochelle,mount vernon,new york city,nyc,
brooklyn,bronx,manhattan,queens,staten island,harlem,long island,hempstead,levittown,danbury,norwalk,greenwich,waterbury,
springfield,cambridge,somerville,lowell,brockton,quincy,newton,framingham,plymouth,fall river,new bedford,nashua,manchester,
portsmouth,portland,bangor,lewiston,burlington,montpelier,rutland,cranston,pawtucket,warwick,newport,
canton,youngstown,parma,lorain,mansfield,cuyahoga falls,cleveland,covington,bowling green,owensboro,paducah,terre haute,
south bend,gary,muncie,carmel,fishers,evanston,schaumburg,elgin,waukegan,cicero,champaign,decatur,east st. louis,
st. charles,independence,columbia,branson,joplin,cape girardeau,jefferson city,overland park,shawnee,salina,manhattan,
grand island,kearney,bellevue,minot,grand forks,brookings,anchorage,fairbanks,juneau,hilo,kailua,honolulu,
san juan,ponce,bayamon,toronto,montreal,calgary,ottawa,edmonton,winnipeg,london,paris,berlin,madrid,barcelona,rome,
mexico city,ciudad de mexico,guadalajara,monterrey,tijuana,ciudad juarez,puebla,bogota,medellin,lima,buenos aires,caracas,
havana,santo domingo,san salvador,guatemala city,tegucigalpa,lagos,nairobi,mumbai,delhi,bangalore,manila,tokyo,beijing,
shanghai,hong kong,seoul,dublin,sydney,dallas,austin,denver,phoenix,charlotte,arlington,lincoln,charleston,jackson,cleveland,
evanston,oak park,skokie,petaluma,santa maria,bakersfield,sedona,malibu,truckee,sausalito,ypsilanti,saginaw,poughkeepsie
`
/** Cities whose names are also people's names or words: only where the sentence says "place". */
const ALSO_WORDS = `
chandler,gilbert,irving,garland,kent,bend,tyler,bryan,temple,kyle,rogers,carmel,gary,independence,surprise,mobile,reading,
buffalo,aurora,austin,charlotte,dallas,denver,phoenix,houston,jackson,madison,lincoln,cleveland,montgomery,savannah,
brooklyn,queens,orlando,london,paris,sydney,warren,lawrence,norman,elizabeth,salem,eugene,mesa,corona,carlsbad,hampton,
lancaster,ontario,columbia,princeton,newton,quincy,edison,canton,frederick,concord,warwick,midland,naples,athens,melbourne,
boone,hickory,kenner,conroe,katy,frisco,leander,monroe,thornton,fishers,meridian,sparks,henderson,everett,chico,mansfield,
augusta,lima,cary,plano,prescott,cambridge,portland,reno,decatur,augusta,auburn,georgetown,hollywood,riverside,manchester,newport,
salina,shawnee,destin,florence,marietta,olympia,odessa,springfield,richmond,alexandria,
greenwich,providence,hayward,burbank,medford,dayton,rockford,lakewood,centennial,centennial,westminster,burlington,plymouth,dublin
`

const split = (names: string): readonly string[] =>
  names.split(',').flatMap((name) => {
    const words = name.replace(/\s+/g, ' ').trim()
    return words === '' ? [] : [words]
  })

export const CITIES: ReadonlySet<string> = new Set([...split(PLAIN), ...split(ALSO_WORDS)])

/** The first words of all cities, and of how many words the longest that begins so is. */
export const CITY_BEGINNINGS: ReadonlyMap<string, number> = countWords([...CITIES])

function countWords(names: readonly string[]): Map<string, number> {
  const longest = new Map<string, number>()
  for (const name of names) {
    const parts = name.split(/[ .-]+/)
    const [first = name] = parts
    longest.set(first, Math.max(longest.get(first) ?? 0, parts.length))
  }
  return longest
}

export const CITIES_ALSO_WORDS: ReadonlySet<string> = new Set(split(ALSO_WORDS))

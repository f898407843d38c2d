/** Words of a sensitive subject in any language, and those beside which they mean something else. */
export const otherSenses: readonly { words: string; beside: string }[] = [
  {
    words: 'cancer krebs рак рака раки καρκινος καρκινου καρκινοι',
    beside: `zodia* horoscop* horoskop* astrolog* tierkreis* sternzeichen* зодиак* гороскоп* астролог* ζωδι* ωροσκοπ* αστρολογ* ascendant aszendent ascendente
 garnelen hummer muscheln leo gemini virgo scorpio capricorn aquarius pisces taurus lowe zwillinge`,
  },
  {
    words: 'depression* depresion* депресси* депресі* depresj* depresyon*',
    beside: `glass glassware glas great economic economique economica wirtschaft* tropical* tropisch* atmospher* atlanti* atlantique великая великой велика великої экономическ* економічн* wielk* gospodarcz* ekonomik gran meteo*`,
  },
  {
    words: 'indigenous aboriginal indigen* autochton* коренн* корінн* rdzenn* ιθαγεν* yerli',
    beside: `plant plants planting tree trees species flora fauna shrub* wildflower* seed seeds grasses fish wildlife orchid* pflanze* baume* arten obstsorten plante plantes especes arbres especie especies arbol* planta plantas
 растен* дерев* рослин* roslin* drzew* gatunk* φυτα φυτων δεντρα δεντρων ειδη bitki* agac*`,
  },
  { words: 'bishop bishops obispo', beside: 'auckland stortford castle waltham cleeve frome sutton luis' },
  { words: "bishop's", beside: 'stortford castle waltham cleeve frome sutton' },
  { words: 'polish', beside: 'nail nails shoe shoes' },
  { words: 'rosario', beside: 'argentina central fe newell' },
];

/** Places that only begin like a word of religion. */
export const places = `bishopsgate bishopston bishopbriggs bishopton bischofshofen bischofswerda bischofsheim biskupiec biskupca biskupin* монастырище монастирище`;

/** Words of religion that are also given names, in any language. */
export const givenNames = `christian jesus islam ramadan ramazan rosario imam luther ислам ислама исламу исламом муслим рамазан рамадан іслам ісламу χριστιανος χριστιανα χριστιανας`;

/** What follows such a word where it is no name: those who gather for it, and what is done and said of it. */
export const noSurnames = `fellowship* union* youth church* school* academy college* university book* music radio tv news woman women men mothers fathers mums dads students single singles dating network* centre center camp* ministr* mission* aid community communities
 life living faith christ christus cristo lives loves saves heals today house army people* society association* foundation council* forum conference festival* media art arts writers authors bloggers business* leaders parents homeschool* family families counsel* therap* film* podcast* blog* channel group* club* team* relief day week world international
 care trust reader* study studies values education shop store gifts quotes memes meditation culture museum history friends brothers sisters bar night pride men's women's runners walkers hikers knitters gardeners scouts superstar pride
 heute lebt liebt rettet gemeinde* jugend* verein zentrum frauen kultur* vive salva ama nazareno resucitado sacramentado iglesia* comunidad* hoy jeunes femmes aujourd'hui eglise sauve vit
 сегодня мир центр* общин* культур* университет* христос живет для молодеж* сьогодні громад* центр* κοινοτητα* νεολαια* σημερα dernegi vakfi toplulug* kultur* tarihi ilahiyat universitesi`;

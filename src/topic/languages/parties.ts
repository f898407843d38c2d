/** Parties as they write themselves, one a line: only the capitals tell PiS from pis, and Die Grünen from green ones. */
export const parties = `
Conservative Association
Conservative Party
Conservative Club
Young Conservatives
Labour Party
Labour Group
Young Labour
Liberal Democrats
Liberal Democrat
Lib Dems
Green Party
Scottish National Party
Plaid Cymru
Sinn Féin
Reform UK
UKIP
Democratic Party
Republican Party
Die Grünen
Den Grünen
Bündnis 90
Grüne Jugend
Die Linke
Junge Union
Jusos
Freie Wähler
Les Républicains
Les Écologistes
Parti socialiste
Parti Socialiste
Parti communiste
France insoumise
France Insoumise
Rassemblement national
Rassemblement National
Partido Popular
Partido Socialista
Unidas Podemos
Esquerra Republicana
Единая Россия
Единой России
Единую Россию
Справедливая Россия
Справедливой России
Слуга народу
Слуга Народу
Слуги народу
Європейська солідарність
Європейська Солідарність
PiS
PiS-u
Prawo i Sprawiedliwość
Prawa i Sprawiedliwości
Koalicja Obywatelska
Koalicji Obywatelskiej
Nowa Lewica
Nowej Lewicy
Polska 2050
Νέα Δημοκρατία
Νέας Δημοκρατίας
ΠΑΣΟΚ
ΣΥΡΙΖΑ
ΚΚΕ
Ελληνική Λύση
AK Parti
AK Partisi
İYİ Parti
Cumhuriyet Halk Partisi
Milliyetçi Hareket Partisi
DEM Parti
`;

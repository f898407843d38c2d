/**
 * Names, places and words of client lists, by language and by the one-byte encodings in which they are saved. Only the
 * frequency of their letters and pairs of letters is used, to tell encodings apart; any word of the language is
 * recognised, not just these.
 */
export interface LetterProfile {
  encodings: string[];
  words: string;
}

const western = ['windows-1252', 'macintosh'];
const cyrillic = ['windows-1251', 'koi8-r', 'koi8-u', 'ibm866', 'x-mac-cyrillic'];
const central = ['windows-1250'];

export const letterProfiles: LetterProfile[] = [
  {
    encodings: cyrillic,
    words: `имя фамилия отчество клиент компания заказчик телефон почта адрес город страна ссылка профиль должность
      согласие источник примечание комментарий ответственный сделка контакт название дата рождения сайт группа
      страница подписчики сообщество работа директор менеджер бухгалтер общество с ограниченной ответственностью
      москва санкт петербург новосибирск екатеринбург казань нижний новгород челябинск самара уфа ростов красноярск
      пермь воронеж волгоград улица проспект дом квартира область край россия иван петр сергей андрей алексей дмитрий
      александр михаил николай владимир евгений павел антон роман игорь олег юрий виктор вячеслав илья федор григорий
      анна мария елена ольга наталья татьяна ирина екатерина светлана юлия анастасия дарья ксения людмила галина
      иванов петров сидоров смирнов кузнецов попов васильев соколов михайлов новиков федоров морозов волков алексеев
      лебедев семенов егоров павлов козлов степанов николаев орлов андреев макаров никитин захаров зайцев соловьев
      борисов яковлев григорьев романов воробьев сергеев щербаков иванова петрова смирнова кузнецова васильева
      дмитриевна александровна сергеевич николаевич чехов чайковский цветкова шишкин жуков хохлова эдуард это что как
      для они было который может быть очень нужно где все наши клиенты подписаны на одни и те же страницы строительная
      производство услуги магазин одежда мебель ремонт стоматология юридическая салон красоты школа английского языка
      подключение объект съезд хвощёв ёлкин артём пётр королёв`,
  },
  {
    encodings: ['windows-1251', 'koi8-u', 'x-mac-cyrillic'],
    words: `ім'я прізвище клієнт компанія замовник телефон пошта адреса місто країна посилання профіль посада згода
      примітка коментар відповідальний угода київ львів харків одеса дніпро запоріжжя вінниця чернівці україна вулиця
      олександр сергій андрій олексій дмитро михайло микола володимир євген павло ігор юрій віктор іван петро тарас
      богдан анна марія олена ольга наталія тетяна ірина катерина світлана юлія анастасія дарина оксана людмила
      шевченко коваленко бондаренко ткаченко кравченко олійник шевчук коваль поліщук бондар мельник лисенко марченко
      савченко руденко петренко гончаренко захарченко ковальчук кравчук іваненко василенко її який було це щоб немає
      товариство з обмеженою відповідальністю будівництво послуги виробництво ґанок`,
  },
  {
    encodings: western,
    words: `Name Kunde Kundin Firma Straße Stadt Land Ansprechpartner Geschäftsführer Geschäftsführerin Einwilligung
      Bemerkung Müller Schmidt Schneider Fischer Weber Meyer Wagner Becker Schulz Hoffmann Schäfer Koch Bauer Richter
      Klein Wolf Schröder Neumann Schwarz Zimmermann Braun Krüger Hofmann Hartmann Lange Schmitt Werner Krause Lehmann
      Köhler Herrmann König Walter Mayer Huber Kaiser Fuchs Lang Scholz Möller Weiß Jung Hahn Schubert Vogel Friedrich
      Günther Jürgen Jörg Björn Käthe Bärbel Sören Götz Hübner Böhm Kühn Bräuer Böttcher Größe Grüße Händler Küche
      Zürich Köln München Düsseldorf Nürnberg Österreich Württemberg Thüringen Göttingen Lübeck Tübingen Möbel Gebäude
      Bäckerei Gärtnerei Büro für über können möchten Söhne Gesellschaft mit beschränkter Haftung Versicherung schön
      früh Flüge Würstchen Getränke Märkte Öffnung Übersetzung Ärzte`,
  },
  {
    encodings: western,
    words: `nom prénom société entreprise téléphone adresse ville pays métier désabonné abonnés réseau créé François
      Françoise Jérôme Hélène Élodie Céline Chloé Zoé André René Benoît Noël Joël Loïc Anaïs Gaëlle Mickaël Stéphane
      Frédéric Cédric Sébastien Aurélie Amélie Léa Théo Rémi Raphaël Clémence Irène Geneviève Lefèvre Lefebvre Dupré
      Desprès Legrand Bérard Béranger Gauthier Mercier Durand Leroy Moreau Simon Garçon Pâris Château Forêt Hôpital
      Île Côte Père Mère Frères Pâtisserie Crêperie Bâtiment Générale française été être même où très après déjà voilà
      à la les des du pour avec Orléans Besançon Nîmes Saint Étienne Angoulême Béziers Genève Québec Montréal
      marché sécurité santé beauté écologie éditions hôtel cœur sœur`,
  },
  {
    encodings: western,
    words: `nombre apellido cliente empresa teléfono correo dirección ciudad país España México Perú Bogotá Málaga Córdoba
      León Cádiz Coruña José María Jesús Ángel Andrés Ramón Joaquín Martín Tomás Raúl Óscar Rubén Iván Adrián Álvaro
      Sebastián Nicolás Lucía Sofía Inés Mónica Verónica Rocío Concepción Asunción Begoña Muñoz Núñez Peña Ibáñez Ordóñez
      Castaño González Rodríguez Fernández López Martínez Sánchez Pérez Gómez Jiménez Hernández Díaz Álvarez Ramírez
      Gutiérrez Vázquez Domínguez García Suárez Méndez Año señor señora niños compañía construcción educación
      alimentación información atención número página también está aquí según más jardín café diseño pequeño mañana
      él qué cuándo dónde`,
  },
  {
    encodings: western,
    words: `nome cognome società città qualità perché più già così è può Niccolò Nicolò Forlì Libertà João José António
      Conceição Gonçalves Magalhães Simões Araújo Guimarães Brandão São Paulo Goiânia Brasília Maranhão Pará Ceará ação
      informação educação não são também você três português irmãos construções Luís Inês Mônica Antônio Márcia Cláudia
      Fátima Júlia Letícia Patrícia Sérgio Vinícius Fábio Assunção Serviços comércio indústria
      países região língua espanhol inglês francês português Maurício Mário Otávio Flávio Régis Mendonça Lourenço Falcão
      Romão Gaspar Leitão Galvão Feijó Araçatuba Bragança Évora Guarujá Macapá`,
  },
  {
    encodings: western,
    words: `företag kund adress svenska Åke Åsa Björn Göran Håkan Jörgen Kjell Märta Sjöberg Bergström Lindström Nyström
      Söderberg Åkesson Sjögren Öberg Björk Hägglund Malmö Göteborg Örebro Östersund Västerås Jönköping Umeå Luleå också
      för att är på från när där här så år många något människor försäljning rådgivning utbildning företaget kontakt
      tjänster`,
  },
  {
    encodings: western,
    words: `kunde virksomhed navn adresse Kjær Søren Jørgen Bjørn Håkon Åse Sørensen Jørgensen Rasmussen Kærgård Østergaard
      Nørgaard Møller Tromsø Ålesund Bærum København Århus Ærø Grønland Bodø Fyn Sjælland Næstved Hillerød også år måned
      måske når så få går på mødes være læge køb sælger rådgivning tjenester øl ny østlig dansk engelsk norsk fransk øerne
      den danske europæiske gæst håndværk bjælke græs færge øst vest ære skønhed løsninger større første største`,
  },
  {
    encodings: western,
    words: `asiakas yritys nimi osoite kaupunki Jäätelö Hämäläinen Mäkinen Mäkelä Jyväskylä Päivi Väinö Räsänen Yhtiö
      sähköposti Pöyry Töölö Hyvinkää Seinäjoki Lähteenmäki Ylönen Järvinen Heikkilä Koskinen tämä että myös päivä työ
      käyttö`,
  },
  {
    encodings: western,
    words: `klant bedrijf naam adres plaats België Italië Brazilië Oekraïne Israël geïnteresseerd coördinatie financiën
      vacatures reünie zoë daniël michaël raphaël joëlle thaïs één vóór officiële ideeën zeeën categorieën patiënten
      cliënt cliënten relatie van der den het een`,
  },
  {
    encodings: ['windows-1253'],
    words: `όνομα επώνυμο πελάτης εταιρεία τηλέφωνο διεύθυνση πόλη χώρα σύνδεσμος προφίλ σημείωση σχόλια συγκατάθεση
      υπεύθυνος Γιώργος Γεώργιος Δημήτρης Δημήτριος Κώστας Κωνσταντίνος Γιάννης Ιωάννης Νίκος Νικόλαος Παναγιώτης Βασίλης
      Χρήστος Αθανάσιος Θανάσης Μιχάλης Σπύρος Στέλιος Ευάγγελος Ηλίας Αλέξανδρος Πέτρος Παύλος Στέφανος Μαρία Ελένη
      Αικατερίνη Κατερίνα Βασιλική Σοφία Αγγελική Γεωργία Δήμητρα Κωνσταντίνα Ευαγγελία Ιωάννα Άννα Χριστίνα Παρασκευή
      Παπαδόπουλος Παππάς Οικονόμου Παπαγεωργίου Δημητρίου Γεωργίου Βλάχος Αντωνίου Νικολάου Ιωάννου Κωνσταντίνου
      Χατζής Αθήνα Θεσσαλονίκη Πάτρα Ηράκλειο Λάρισα Βόλος Ιωάννινα Χανιά Ρόδος Κύπρος Λευκωσία Ελλάδα και το της των
      στην από για με που είναι δεν θα μας έχει υπηρεσίες κατασκευές εμπόριο ξενοδοχείο οδός ψωμί ξύλο ώρα ύψος ήλιος`,
  },
  {
    encodings: central,
    words: `imię nazwisko klient firma telefon miasto spółka z ograniczoną odpowiedzialnością Łukasz Michał Paweł Stanisław
      Małgorzata Elżbieta Józef Grażyna Bożena Zdzisław Wójcik Kamiński Zieliński Woźniak Dąbrowski Kozłowski Jabłoński
      Król Wiśniewski Szymański Krawczyk Piątek Gołąb Śliwa Żak Źródło Łódź Kraków Wrocław Poznań Gdańsk Białystok Toruń
      Rzeszów Częstochowa ulica złoty książka święta się jest że są być może także więcej usługi sprzedaż łączność żółty
      mężczyzna pięć ćwiczenia`,
  },
  {
    encodings: central,
    words: `jméno příjmení zákazník společnost město země Jiří Tomáš Lukáš Ondřej Matěj František Václav Zdeněk Jaroslav
      Miloš Aleš Luboš Kateřina Tereza Lenka Markéta Božena Věra Novák Dvořák Černý Procházka Kučera Veselý Horák Němec
      Pospíšil Hájek Král Růžička Beneš Fiala Sedláček Doležal Zeman Kolář Čermák Šťastný Ďurica Ľubomír Plzeň Ostrava
      Brno Olomouc České Budějovice Hradec Králové Ústí služby účet kůň být který žádný před říká škola děti může něco
      Košice Žilina Bratislava
      čeština angličtina němčina stavebnictví vzdělávání obchodní společnost Svatý Spojené státy ostrovy země Česká
      republika Slovenská Maďarsko Německo Rakousko Španělsko`,
  },
  {
    encodings: central,
    words: `név ügyfél cég város ország László István József János Zoltán Sándor Gábor Ferenc Attila Péter Tamás Zsolt Tibor
      András Csaba Imre Győző Jenő Dezső Erzsébet Ilona Katalin Éva Zsuzsanna Ágnes Judit Kovács Tóth Szabó Horváth Varga
      Kiss Molnár Németh Balogh Papp Lakatos Takács Juhász Mészáros Oláh Szűcs Hegedűs Győr Pécs Szombathely Őrség
      szolgáltatás könyvelő építőipar gyógyszertár egészség nő férfi több után között hűtő fűtés
      szigetek köztársaság magyar német angol francia görög Óceánia Európa Amerika Kanári Külső Belső Déli Északi
      Líbia Litvánia`,
  },
  {
    encodings: ['windows-1254'],
    words: `ad soyad müşteri şirket telefon şehir ülke adres Ayşe Fatma Gülşen Özlem Çiğdem Şule Işıl Yıldız Yılmaz Kaya
      Demir Şahin Çelik Yıldırım Öztürk Aydın Özdemir Arslan Doğan Kılıç Aslan Çetin Kara Koç Kurt Özkan Şimşek Uğur
      İbrahim İsmail Hüseyin Oğuz Barış Tuğba İstanbul İzmir Eskişehir Muğla Şanlıurfa Diyarbakır Türkiye ve için çok
      olduğu değil güzel iş kadın çocuk sağlık eğitim inşaat danışmanlık alışveriş ışık
      İngilizce Türkçe Almanca Fransızca Adaları Cumhuriyeti Güney Kuzey İsveç Norveç Yunanistan Arapça`,
  },
];

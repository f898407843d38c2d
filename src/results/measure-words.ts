// Headings under which tools tell how often somebody came. Whole headings: `Sessions` stands in `Engaged sessions`, too,
// and `Конверсии` are conversions where `Конверсия` is a rate.

/** What a number counts. `reached` and `converted` count the same goal, once by reaches and once by visits. */
export type CountedThing = 'visits' | 'visitors' | 'views' | 'clicks' | 'conversions' | 'reached' | 'converted';

/** The heading, in each language; the better one of a kind first where a table may hold several. */
type Words = Record<string, string>;

/**
 * Matomo's words stand in its `lang/*.json` (github.com/matomo-org/matomo, commit f09912cb70, 2024-10-24); those of
 * Google Analytics and Yandex Metrica as their exports and public readers of these show them, 2026-11.
 */
export const measureWords: Record<CountedThing, Words> = {
  visits: {
    tools: 'sessions, visits, nb visits, session count, visit count total, unique sessions, number of sessions',
    matomo: `ጉብኝቶች, الزيارات, Наведванні, Посещения, Posjete, Posjeta, Visites, Návštěv, Návštěvy, Ymweliadau, Besøg, Besuche,
      Επισκέψεις, Visits, Vizitoj, Visitas, Külastused, Bisitak, بازدید ها, بازدیدها, Käynnit, Cuairteanna, મુલાકાતો, ביקורים,
      दौरा, Látogatások, Kunjungan, Heimsóknir, Visite, ビジット, ვიზიტები, 방문 수, Serdan, Apsilankymai, Apmeklējumi, Besøk,
      Bezoeken, Vitjingar, Odwiedziny, Vizite, Návštevy, Obiskov, Obiski, Vizita, Posete, Besök, பார்வைகள், సందర్శనలు, เข้าชม,
      Mga Pagbisita, Ziyaretler, Відвідування, Các lượt truy cập, 访问, 訪問數, 訪問数, 訪問回数`,
    google: `Sessions, الجلسات, Сесии, Relace, Sessioner, Sitzungen, Περίοδοι σύνδεσης, Συνεδρίες, Sesiones, Seansid, Istunnot,
      Mga Session, סשנים, הפעלות, सेशन, Sesije, Munkamenetek, Sesi, Sessioni, セッション, セッション数, 세션, 세션수, 세션 수, Seansai,
      Sesijas, Sessies, Økter, Sesje, Sessões, Sesiuni, Сеансы, Сеансов, Relácie, Seje, Сесије, เซสชัน, Oturumlar, Oturum sayısı,
      Сеанси, Сесії, Phiên, Số phiên, 会话, 会话数, 工作階段, 工作階段數, Sessionen`,
    yandex: 'Визиты, Визитов, Візити, Візитів, Ziyaret sayısı',
    counted:
      'sesji, wizyt, odwiedzin, Wizyty, Посещений, Сеансів, Сесій, Відвідувань, περιόδων σύνδεσης, συνεδριών, επισκέψεων, sessões, visites, oturum, návštěv, relací, munkamenet',
  },
  visitors: {
    tools: `total users, active users, users, visitors, unique visitors, nb uniq visitors, unique users, uniques, nb users,
      totalusers, activeusers`,
    matomo: `ብቸኛ ጎብኚዎች, زوار فريدين, Унікальных наведвальнікаў, Уникални посетители, Jedinstveni posjetioci, Visitants únics,
      Jedineční návštěvníci, Ymwelwyr unigol, Unikke besøgende, Eindeutige Besucher, Μοναδικοί επισκέπτες, Unikaj vizitantoj,
      Visitantes únicos, Unikaalsed külastajad, Bisitari desberdinak, بازدید کنندگان یکتا, Yksilölliset kävijät, Visiteurs uniques,
      Cuairteoirí uathúla, અનન્ય મુલાકાતીઓ, מבקרים יחודיים, अद्वितीय आगंतुकों, Jedinstveni posjetitelji, Egyedi látogatók,
      Pengunjung unik, Einstakir gestir, Visitatori unici, ユニークビジター数, უნიკალური ვიზიტორი, 고유 방문자 수,
      Mêhvanên bêhempa, Unikalūs lankytojai, Unikālie apmeklētāji, Unike besøkere, Unieke bezoekers, Unike vitjarar,
      Liczba niepowtarzających się użytkowników, Vizitatori unici, Уникальные посетители, Unikátni návštevníci,
      Edinstveni obiskovalci, Vizitorë unikë, Jedinstveni posetioci, Unika besökare, தனித்துவமான பார்வையாளர்கள், Tekil ziyaret,
      Унікальні відвідувачі, Người truy cập duy nhất, 访客数, 不重複訪客數, Besucher, Visiteurs, Visitatori, Bezoekers, Kävijät,
      Besökare, Besøgende, Návštěvníci, Návštevníci, Látogatók, Vizitatori, Lankytojai, Apmeklētāji, Ziyaretçiler, Επισκέπτες,
      Odwiedzający, Visitantes, Відвідувачі, 訪客, 访客`,
    google: `المستخدمون, المستخدمون النشطون, إجمالي المستخدمين, Потребители, Активни потребители, Общ брой потребители, Korisnici,
      Aktivni korisnici, Ukupno korisnika, Usuaris, Usuaris actius, Usuaris totals, Uživatelé, Aktivní uživatelé,
      Celkový počet uživatelů, Uživatelé celkem, Brugere, Aktive brugere, Brugere i alt, Samlet antal brugere, Nutzer, Benutzer,
      Aktive Nutzer, Nutzer insgesamt, Gesamtnutzerzahl, Gesamtzahl der Nutzer, Χρήστες, Ενεργοί χρήστες, Σύνολο χρηστών,
      Συνολικοί χρήστες, Usuarios, Usuarios activos, Usuarios totales, Total de usuarios, Kasutajad, Aktiivsed kasutajad,
      Käyttäjät, Aktiiviset käyttäjät, Käyttäjiä yhteensä, Utilisateurs, Utilisateurs actifs, Nombre total d'utilisateurs,
      Total des utilisateurs, משתמשים, משתמשים פעילים, उपयोगकर्ता, सक्रिय उपयोगकर्ता, कुल उपयोगकर्ता, Felhasználók, Aktív felhasználók,
      Összes felhasználó, Pengguna, Pengguna aktif, Total pengguna, Utenti, Utenti attivi, Utenti totali, Totale utenti, ユーザー,
      アクティブ ユーザー, アクティブユーザー, アクティブ ユーザー数, 総ユーザー数, ユーザー数, 사용자, 활성 사용자, 총 사용자, 총 사용자 수,
      Naudotojai, Aktyvūs naudotojai, Lietotāji, Aktīvie lietotāji, Gebruikers, Actieve gebruikers, Totaal aantal gebruikers,
      Brukere, Aktive brukere, Totalt antall brukere, Użytkownicy, Aktywni użytkownicy, Łączna liczba użytkowników, Usuários,
      Usuários ativos, Total de usuários, Utilizadores, Utilizadores ativos, Total de utilizadores, Utilizatori,
      Utilizatori activi, Total utilizatori, Пользователи, Активные пользователи, Всего пользователей,
      Общее количество пользователей, Používatelia, Aktívni používatelia, Uporabniki, Aktivni uporabniki, Корисници, Användare,
      Aktiva användare, Totalt antal användare, ผู้ใช้, ผู้ใช้ที่ใช้งานอยู่, Kullanıcılar, Aktif kullanıcılar, Etkin kullanıcılar,
      Toplam kullanıcı sayısı, Користувачі, Активні користувачі, Усього користувачів, Загальна кількість користувачів,
      Người dùng, Người dùng đang hoạt động, Tổng số người dùng, 用户, 活跃用户, 活跃用户数, 用户总数, 总用户数, 使用者, 活躍使用者,
      總使用者, 使用者總數`,
    yandex: 'Посетители, Посетителей, Відвідувачів',
    counted: 'Пользователей, Користувачів, użytkowników, χρηστών, επισκεπτών, kullanıcı, uživatelů',
  },
  views: {
    tools: 'views, pageviews, page views, screen page views, nb pageviews, hits, pageviews total, unique pageviews',
    matomo: `المشاهدات, Прагляды старонак, Pregledi stranice, Visualitzacions de pàgina, Zobrazení stránek, Sidevisninger,
      Seitenansichten, Προβολές σελίδων, Páginas vistas, Lehevaatamisi, Orri-ikustaldiak, Sivukatseluita, Vues de page,
      Lapmegtekintések, Tampilan Halaman, Síðuflettingar, Visualizzazioni pagina, ページビュー, 페이지뷰, Puslapio peržiūros,
      Lapu skatījumi, Paginaweergaven, Liczba odsłon, Exibições de página, Visualizações de páginas, Pagini vizualizate,
      Просмотры страниц, Zobrazenia stránky, Ogledov strani, Sidvisningar, เพจวิว, Sayfa gösterimleri, Перегляди сторінок,
      Số lượt xem trang, 浏览次数, 瀏覽數`,
    google: `Aufrufe, Seitenaufrufe, Vues, Vistas, Visualizzazioni, Visualizações, Weergaven, Wyświetlenia, Просмотры, Перегляди,
      Προβολές, Görüntülemeler, Görüntüleme sayısı, 表示回数, 浏览量, 浏览次数, 瀏覽次數, 조회수, Zobrazení, Visningar, Visninger,
      Näyttökerrat, Megtekintések, Vizualizări, Lượt xem, Tampilan`,
    yandex: 'Просмотров',
  },
  clicks: {
    tools: `visits summary non bots, non bots, clicks, link clicks, total clicks, visit count, visits count, click count,
      engagements, total engagements, visits summary total, human clicks, shorturl clicks`,
    words: `Клики, Кликов, Переходы, Переходов, Кліки, Переходи, Klicks, Anzahl der Klicks, Clics, Clic, Cliques, Klikken, Klik,
      Kliknięcia, Κλικ, Tıklamalar, Tıklama sayısı, クリック数, 点击次数, 点击量, 點擊次數, 點擊數, 클릭수, 클릭 수, Kliknutí, Kliknutia,
      Klikkaukset, Kattintások, Clickuri, Clicuri, Кликове, Klikovi, Klikki, النقرات, קליקים, क्लिक, Lượt nhấp, คลิก`,
  },
  conversions: {
    tools: `key events, conversions, nb conversions, keyevents, goal conversions, goal completions, conversion count,
      all goals conversions, unique conversions, total conversions`,
    matomo: `ልወጣዎች, التحويلات, Канверсіі, Konverzije, Konverze, Konverteringer, Konversionen, Μετατροπές, Conversiones,
      Tulu tekitamised, Bihurketak, Muutokset, Tiontuithe, Conversións, રૂપાંતરણો, המרות, रूपांतरण, Konverziók, Konversi,
      Umbreytingar, Conversioni, コンバージョン, კონვერსიები, 전환수, 전환, Konversijos, Konvertering, Conversies, Konwersje,
      Conversões, Conversii, Конверсии, Konverzie, Shndërrime, Ispunjenja, Omvandlingar, మార్పిళ్ళు, การแปลงข้อมูล, Dönüşümler,
      Конверсії, Sự chuyển đổi, 目标转化, 轉換`,
    google: `الأحداث الرئيسية, أحداث رئيسية, Ключови събития, Ključni događaji, Esdeveniments clau, Klíčové události,
      Nøglehændelser, Vigtige hændelser, Schlüsselereignisse, Wichtige Ereignisse, Βασικά συμβάντα, Βασικά γεγονότα,
      Σημαντικά συμβάντα, Eventos clave, Põhisündmused, Võtmesündmused, Avaintapahtumat, Tärkeät tapahtumat, Événements clés,
      אירועי מפתח, אירועים מרכזיים, मुख्य इवेंट, Kulcsesemények, Fontos események, Peristiwa penting, Peristiwa utama,
      Eventi chiave, キーイベント, キーイベント数, 주요 이벤트, Pagrindiniai įvykiai, Svarbiausi įvykiai, Galvenie notikumi,
      Svarīgi notikumi, Belangrijke gebeurtenissen, Sleutelgebeurtenissen, Nøkkelhendelser, Viktige hendelser,
      Kluczowe zdarzenia, Zdarzenia kluczowe, Eventos principais, Eventos importantes, Eventos-chave, Evenimente cheie,
      Evenimente-cheie, Ключевые события, Kľúčové udalosti, Ključni dogodki, Кључни догађаји, Viktiga händelser,
      Nyckelhändelser, เหตุการณ์สำคัญ, Önemli etkinlikler, Temel etkinlikler, Ana etkinlikler, Anahtar etkinlikler,
      Mga key event, Ключові події, Sự kiện chính, Sự kiện quan trọng, 关键事件, 关键事件数, 重要事件, 重要事件數, 關鍵事件, Konversionen,
      Конверсий, Конверсій, konwersji, μετατροπών, Conversions, Konverteringar, コンバージョン数, 转化次数, 转化, 轉換次數`,
  },
  reached: {
    yandex:
      'Достижения цели, Достижения целей, Достижения любой цели, Досягнення цілі, Goal reaches, Goal achievements, Hedefe ulaşma',
  },
  converted: {
    yandex: 'Целевые визиты, Цільові візити, Conversion visits, Target visits, Goal sessions, Hedef ziyaretler',
  },
};

/** Words in a heading that say no more than that it counts something, or which tool counts it. */
export const neutralWords = `total, totals, all, number, no, nr, nb, num, of, the, count, counts, cnt, sum, n, qty, количество, число, кол, во, всего,
  общее, кількість, усього, anzahl, gesamt, gesamtzahl, der, die, nombre, de, des, le, la, les, número, cantidad, numero, di,
  totale, totali, liczba, łączna, aantal, totaal, antal, antall, totalt, počet, celkem, toplam, sayısı, αριθμός, σύνολο, jumlah,
  ga, ga4, ym, s, metrica, metrika, matomo, piwik, plausible, umami, metrics, metric, stats`;

/** Headings of numbers that many tables hold beside their counts, and that nobody need be told of. */
export const asideWords = `rank, position, row, id, line, year, month, week, day, hour, date, nth day, nth week, nth month, nth hour, year month, year week,
  bounces, bounce count, nb hits, actions, nb actions, max actions, event count, events, new users, returning users, first visits, engaged sessions,
  nb visits converted, sum visit length, bounce rate, total time, totaltime, visit duration, time on page, average session duration, impressions,
  отказы, новые посетители, новые пользователи, показы, события, количество событий, глубина просмотра, время на сайте, год, месяц, неделя, день, час,
  ранг, ereignisse, anzahl der ereignisse, ereignisanzahl, neue nutzer, absprünge, aktionen, impressionen, jahr, monat, woche, tag, stunde, rang,
  sitzungen mit interaktionen, événements, nombre d'événements, nouveaux utilisateurs, rebonds, impressions, sessions avec engagement, année, mois, semaine, jour,
  eventos, número de eventos, nuevos usuarios, usuarios nuevos, rebotes, impresiones, sesiones con interacción, año, mes, semana, día,
  συμβάντα, πλήθος συμβάντων, νέοι χρήστες, εγκαταλείψεις, εμφανίσεις, έτος, μήνας, εβδομάδα, ημέρα`;

/** Headings of a column that names one visit, one session of it, or who made it, where a table has a row for each. */
export const itemWords = {
  visit: 'ym s visit id, visit id, visitid, id visit, idvisit, номер визита, идентификатор визита',
  session: 'session id, sessionid, ga session id, event params ga session id, session, sitzungs id',
  user: 'user pseudo id, client id, visitor id, distinct id, user id, ym s client id',
  goals: 'ym s goals id, goals id, goals',
  robot: 'potential bot, is robot, bot, is bot, robot',
};

/** Headings that only a table with a row for each view has. */
export const viewWords = 'added iso, hit id, pageview id, event id';

/** Headings that only a table with a row for each click has. */
export const clickWords =
  'visited url, potential bot, user agent, referer, referrer, http referer, click id, clicked at, ip';

/** What stands in the row of a deal that was won, where a table has a row for each deal. */
export const wonWords = `won, closed won, closedwon, deal won, выиграна, выигран, успешно реализовано, сделка успешна, успешно, виграна, успішно реалізовано,
  gewonnen, abgeschlossen gewonnen, ganado, ganada, cierre ganado, gagné, gagnée, conclu gagné, vinto, vinta, chiuso vinto, ganho, ganha,
  fechado ganho, wygrana, wygrane, zamknięte wygrane, κερδισμένη, κερδισμένο, kazanıldı, gewonnen deal, 受注, 赢单, 成交`;

/** Words in a heading which say that it is the first visit of a visitor that is named, and not this one. */
export const firstWords =
  /(?:^|[^\p{L}])(?:first|erst|primer|premi|primo|prim[ao]|перв|перш|πρώτ|pierwsz|ilk|eerste|första|første|първ)|最初|初回|首次|첫/iu;

/** Headings of columns that hold a short link, and of those that hold the last part of one. */
export const shortLinkWords = {
  address: `short url, shorturl, short link, shortlink, bitlink, link, id, visited url, visitedurl, короткая ссылка, kurzlink,
    lien court, enlace corto, short`,
  key: 'short code, shortcode, key, address, keyword, slug, alias, back half, code',
};

/** First cells of rows of totals. */
export const totalWords = `total, totals, grand total, overall, итого, итого и средние, всего, общий итог, итог, разом, усього, всього, підсумок,
  gesamt, gesamtsumme, gesamtergebnis, summe, insgesamt, total général, total general, totales, total geral, totais, totale,
  totale complessivo, totali, totaal, eindtotaal, suma, suma końcowa, razem, łącznie, ogółem, podsumowanie, toplam, genel toplam,
  σύνολο, συνολικά, γενικό σύνολο, 合計, 総計, 总计, 总额, 總計, 合计, 총계, 합계, 총 합계, 총, celkem, celkový součet, celkom, celkový súčet,
  összesen, végösszeg, összesítve, yhteensä, kaikki yhteensä, totalt, totalsumma, total ialt, i alt, totalt sett, общо, обща сума,
  ukupno, sveukupno, skupaj, iš viso, kopā, kokku, guztira, total general, المجموع, الإجمالي, المجموع الكلي, إجمالي, סך הכל, סהכ, סך הכול, कुल,
  कुल योग, รวม, ผลรวมทั้งหมด, tổng, tổng cộng, jumlah total, total keseluruhan, jumlah, مجموع, کل, total y medias, totals and averages,
  total and averages, toplam ve ortalama, toplam ve ortalamalar, разом і середні, разом та середні, итого и среднее`;

/** What stands beside the name of a group in the row of its sums, besides the words of totals. */
export const subtotalWords = `result, subtotal, sub total, ergebnis, teilergebnis, resultado, risultato, résultat, sous total, resultaat, subtotaal,
  resultat, результат, промежуточный итог, проміжний підсумок, αποτέλεσμα, μερικό σύνολο, wynik`;

/** First cells of rows of averages. */
export const averageWords = `average, averages, avg, mean, median, durchschnitt, mittelwert, moyenne, médiane, promedio, media, mediana, média, среднее,
  средние, среднее значение, в среднем, медиана, середнє, середні, у середньому, μέσος όρος, μέση τιμή, διάμεσος, średnia, gemiddelde, ortalama, průměr,
  priemer, átlag, keskiarvo, medelvärde, genomsnitt, gennemsnit, gjennomsnitt, средно, prosjek, povprečje, 平均, 平均値, 平均值, 평균, المتوسط, ממוצע`;

/** What stands where a visit has no tag, besides words in brackets, as `(not set)` and `(direct)`. */
export const noTagWords = `not set, none, data not available, not provided, null, undefined, n a, na, nan, nil, no value, blank, untagged,
  unassigned, not specified, unspecified, empty, leer, vide, vacío, vuoto, vazio, пусто, порожньо, boş, tanımsız, tanımlanmamış, belirtilmemiş,
  не определено, не задано, не указано, не вказано, нет данных, не встановлено, не визначено, nicht festgelegt,
  no definido, non défini, non impostato, não definido, niet ingesteld, nie ustawiono, ayarlanmadı, δεν ορίστηκε, 未設定, 未设置,
  posthog breakdown null, posthog breakdown other`;

/** How Matomo says, in its languages, that a visit has no such tag; the tag's name stands before or behind. */
export const notDefinedWords = `not defined, ليست محددة, не вызначана, недефинирани, nije definiran, sense definir, není definováno, ikke defineret,
  nicht definiert, δεν ορίστηκε, no está definido, on defineerimata, ei ole määritetty, indéfini, nije određeno, nincs definiálva,
  tak dikenal, non definita, は定義されていません, nenurodyta, nav definēts, er ikke definert, niet gedefinieerd, nie zdefiniowany,
  não definido, não está definido, este nedefinit, не определено, nie je definované, ni definiran, nije definisano,
  är inte definierat, tanımlanmamış, не визначено, không định nghĩa được, 未定义, 未定義`;

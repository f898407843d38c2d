import type { Language } from './language.ts';

export const turkish: Language = {
  code: 'tr',
  own: /[ığ]/,
  least: 0.06,
  endings: {
    we: 'iz ız uz üz dik dık duk dük tik tık tuk tük',
    you: 'in ın un ün iniz ınız unuz ünüz sanız seniz sana sene sın sin',
  },
  denials: `miyor mıyor muyor müyor miyoruz mıyoruz muyoruz müyoruz miyorum mıyorum muyorum müyorum mayız meyiz maz mez mam mem
    mazsınız mezsiniz mayın meyin`,
  possessives: {
    our: `imiz ımız umuz ümüz imizi ımızı umuzu ümüzü imize ımıza umuza ümüze imizin ımızın umuzun ümüzün imizde ımızda umuzda
      ümüzde imizden ımızdan umuzdan ümüzden`,
    you: `iniz ınız unuz ünüz inizi ınızı unuzu ünüzü inize ınıza unuza ünüze inizin ınızın unuzun ünüzün inizle ınızla unuzla
      ünüzle inizden ınızdan unuzdan ünüzden`,
  },
  words: {
    common: `ve bir bu da de için ile çok daha ne gibi var yok ama her o mi mı mu mü en kadar sonra önce olan olarak değil biz siz ben
      sen onlar bizim sizin benim kendi şimdi bugün yarın dün sabah akşam gece gün yıl ay hafta yeni eski iyi güzel büyük küçük ilk
      son iki üç dört beş on yine artık hep bile ya veya ki nasıl neden nerede kim hangi şey zaman üzerinde altında içinde geldi
      oldu etti dedi kaldı olur gelir eder ediyor oluyor geliyor üzerine göre ise hem hiç bize size onu bunu şu olsun bazı tüm`,
    not: `değil yok hiçbir hiç asla olmaz hayır kimse reddet* kabul_etmi* kabul_edilmez yayınlanmaz basılmaz alınmaz
      etmeyin etmeyiniz etmiyoruz etmiyorum etmeyiz etmez edilmez`,
    harmless: `yalnız_değil sadece_değil çekinme* tereddüt_etme* utanma* unutma* kaçırma* deneyim_şart_değil şart_değil gerekmez
      gerekmiyor önemli_değil fark_etmez sorun_değil dert_değil zorunlu_değil en_geç tecrübe_gerekmez ücret_yok sınır_yok
      neden_olmasın henüz_yayınlanmamış yayınlanmamış`,
    we: `biz ben`,
    our: `bizim benim`,
    us: `bize bana bizi beni redaksiyon* editöre editörümüz* yayın_kuruluna posta_kutumuz* gelen_kutumuz* özelden dm yöneticiye bizimle
      yöneticimize moderatör* posta_adresimize mesaj_kutumuza formumuz* kutumuza`,
    you: `siz sen sizin senin size sana sizi seni sizden senden sizinle seninle sizler`,
    what: `ne neyi nedir kim her_şey bir_şey birşey bir_şeyler ne_varsa herhangi`,
    want: `ister* istiyor* isteyen* dile* arzu* hevesli* merak* düşünüyor* hayal* misin misiniz mısın mısınız gönüllü*`,
    every: `her yeni haftalık aylık günlük`,
    other: `başka farklı diğer sıradaki sonraki değiş* biri birisi dönüşümlü yeni sırayla bir_başka`,
    period: `hafta* ay ayda gün günlük haftada boyunca`,
    with: `ile birlikte bizimle beraber`,
    by: `tarafından kaleminden kalemi`,
    about: `hakkında üzerine dair konusunda ilgili nasıl neden niçin`,
    weekday: `pazartesi* salı çarşamba* perşembe* cuma* cumartesi* pazar pazara hafta_sonu`,
    month: `ocak ocak'* şubat* mart mart'* nisan* mayıs* haziran* temmuz* ağustos* eylül* ekim kasım* aralık`,
    here: `burada buradayım merhaba selam ben`,
    piece: `makale* yazı yazısı yazısını yazıları yazılar yazılarını yazınız* yazını yazınla deneme denemeler denemeniz* öykü* hikâye* hikaye*
      köşe_yazı* şiir* anı anılar* anınız* anılarınız* mektup* günce* günlüğü inceleme* eleştiri* söyleşi* röportaj* anlatı* hatıra*
      görüş fikir_yazısı masal* düzyazı izlenim* gezi_yazı* kitap_tanıtım* haber_yazısı`,
    text: `metin* yazı yazılar* gönderi* içerik* haber haberi haberin haberiniz* haberler* konu konular* öneri* fikir fikr* taslak*
      dosya deneyim* tecrübe* not notlar* notunuz* bilgi* çalışma* tarif* materyal* katkı* paylaşım* satır satırlar* gözlem* eser*`,
    author: `yazar yazarı yazarlar* yazarımız* yazan yazanlar* köşe_yazar* muhabir* blog_yazar* kalem kalemler şair* öykücü*
      denemeci* eleştirmen* serbest_yazar* katkıcı* konuk_yazar* uzman* genç_yazar* yeni_kalem* yeni_isim* yeni_ses*
      yazmak_isteyen* yazmayı_seven* kalemşor* yazarlık
      yazacak_kişi katkı_veren*`,
    writer: `yazar yazarı yazarımız köşe_yazarı gazeteci şair blogger`,
    guest: `konuk konuğ* konuklar* konuk_yazar* misafir* davetli*`,
    reader: `okur okurlar* okurumuz* okuyucu* takipçi* abone* üye üyeler* dinleyici* izleyici* komşu* mahalleli* meslektaş*
      okurdan öğrenciler sakinler* topluluk* katılımcı* gönüllü*`,
    outside: `dışarıdan dış harici başkalarının başkasının başka_yazar* yabancı_yazı* istenmeden konuk üçüncü_taraf işbirliğ* iş_birliğ*`,
    anyone: `herkes* isteyen isteyen_herkes dileyen* kim_olursa herkese_açık üyeler_yazabilir herkes_yazabilir
      herhangi_biri hepiniz topluluğa_açık`,
    person: `kişi* biri birini birine birisi insan* sunucu* uzman* usta* öğretmen* doktor kimse kimseler`,
    send: `gönder* yolla* ilet* ulaştır* at_bize mesaj_at* mail_at* e-posta_at* bırak* teslim_et* yükle* posta* bize_yaz* bize_ulaş*
      özelden_yaz* bekliyoruz_adres* yöneticiye_yaz* editöre_yaz*
      teslim_edin
      at atın atıver fırlat salla getirin getir uzat paslayın bota_atın`,
    tag: `etiketle*`,
    write: `yaz yazın yazın* yazıyor* yazabilir* yazar_mısın* yazmak yazmaya yazmayı yazdı yazdık yazdım yazıl* yazacak* kaleme_al* yazmış
      kaleme_aldı yazmaz yazıp yazanın`,
    tell: `anlat* paylaş* aktar* bahset* haber_ver* söyle* dile_getir* yorumla*
      diyecek_sözü
      belgele yazıya_dök* kaydet göster_bize gösterin açıklayın`,
    pitch: `öner öneri* önerin* başvur* aday_ol* katkı_sun* katkıda_bulun* katıl* teklif* sun sunun
      katkı_verin katkı_vermek destek_olun bizimle_yaz`,
    publish: `yayınla* yayımla* bas basıyor* basar* yer_ver* yer_al* duyur* paylaşıyoruz yayına_al* yayında_yer* sayfamızda yayınlan*
      yayımlan* basıl*
      yayınlıyoruz yayımlıyoruz sayfalarımızı_aç* ana_sayfaya
      ana_sayfada makaleye_çevir* herkese_ulaştır* gün_yüzüne`,
    accept: `kabul* al alıyor* alır* değerlendir* oku okuyor* okur_ve okuyup bekliyor* hoş_karşıla* açığız`,
    receive: `kabul_ediyor* alıyoruz bekliyoruz bekliyorum bekleriz okuyoruz seve_seve memnuniyetle hoş_geldi* değerlendiriyoruz açığız
      severek memnun_oluruz mutlu_oluruz her_zaman_açık
      minnettar*`,
    need: `arıyor* aranıyor* ararız gerek ihtiyaç* bekliyor* bekleniyor* topluyor* davet* lazım eksik istiyoruz çağırıyoruz
      açığımız
      arayışındayız gerekiyor yazacak_birini yazacak_kişi
      eksiğimiz bir_kişi_daha iki_kişi_daha`,
    become: `ol olun olmak olabilir* katıl* konuğumuz_ol*`,
    call: `çağrı* davet duyuru yazı_çağrısı başvuru*`,
    rules: `kural* ilke* koşul* yönerge* kılavuz* yazım_kuralları son_teslim nasıl_yazar_olunur nasıl_gönderilir telif`,
    open: `açık açıktır açığız açıldı açıyoruz`,
    closed: `kapalı kapandı kapattık durduruldu sona_erdi bitti doldu`,
    only: `yalnız yalnızca sadece bütün hepsi tamamı`,
    ourselves: `kendimiz ekibimiz* ekip kendi_yazarlarımız editörlerimiz redaksiyonumuz kadromuz* kendi_kaleminden`,
    host: `devral* devret* yönetiyor hesabı_yönet* dümen* hesap* sunuyor direksiyon* kaptan* mikrofon* klavye* anahtar*`,
    sign: `imza* adınla adınızla isminle isminizle adın ismin adınız isminiz adıyla
      adınızı isminizi ad_soyad`,
    byline: `yazı yazan yazar yazdı kaleminden kaleme_alan kaleme_aldı metin söz deneme köşe makale bizim_için yazının_sahibi
      yazarı yazısı yazısını yazısıyla`,
    speak: `yazdı yazıyor anlattı anlatıyor açıkladı açıklıyor paylaştı hatırlıyor söyledi değerlendirdi yorumladı soruyor
      sorguluyor tartışıyor inceliyor inceledi aktardı anlatır öneriyor itiraf_etti savunuyor düşünüyor`,
    ask: `sor sorduk soru soruları sorular* yanıtladı cevapladı yanıtlıyor yanıt*`,
    interview: `söyleşi* röportaj* sohbet* konuştuk konuşuyoruz görüştük konuğumuz sorduk sorularımız* ağırladık ağırlıyoruz
      bize_anlattı bizimle buluştuk tanıştık
      konuk_ettik söyleştik anlattı_bize on_soru beş_soru soru_cevap`,
    talk: `sohbet* söyleşi* konuşma* muhabbet* buluşma* konuştu konuşuyor`,
    studio: `stüdyo* mikrofon* soframız* masamız* koltuğumuz*`,
    episode: `bölüm* podcast* sezon* sayı kısım yayın_no`,
    venue: `sayfa* dergi* sayı* köşe köşemiz* bülten* blog* kanal* podcast* program* derleme* antoloji* gazete* burada kutu* ek ekimiz*
      anasayfa    `,
    room: `yer yeri yerimiz* boş boşluk* köşe sütun* açık kaldı bekliyor kontenjan*`,
    hear: `duymak dinlemek okumak merak* memnun sevin* kulak* ilgi* isteriz severiz seve`,
    length: `kelime* sözcük* karakter* vuruş* satır* sayfa paragraf*`,
    count: `iki üç dört beş altı yedi sekiz dokuz on yüz bin bini birkaç onlarca yüzlerce`,
    lived: `yaşadı* yaşadığın* gördü* gördüğün* başına_gel* başından_geç* tanık* denedi* öğren* yaptığın* bildiğin* keşfet* gezdi* kaybet*`,
    due: `son_tarih son_gün teslim kadar tarihine_kadar en_geç son_başvuru`,
    goods: `fiyat* indirim* kargo* sepet* fatura* garanti* hediye* stok* satış* satılık kurs kursu randevu* sigorta* avukat*
      tesisat* dişçi* bilet* otopark* katalog* tamir* kiralık sipariş* mağaza* dükkân* dükkan*
      araba arabalar ikinci_el daire lastik koltuk mobilya menü yemek kredi saç_kesimi döşeme
      reçete* ilaç* eve_teslim evinize_getir*`,
    consume: `oku okuyun dinle dinleyin izle izleyin tıkla* indir* takip_et* keşfet* göz_at* abone_ol*`,
    react: `yorum* aşağıda favori* oyla* tahmin* anket* beğen* arkadaş* etiketle teşekkür* nasıl_buldunuz`,
    released: `yayında çıktı yeni_sayı yeni_bölüm çıkan dün raflarda`,
    credit: `foto* resim* çizim* illüstrasyon* görsel* kamera* video* müzik* şarkı* çeviri* çeviren* kurgu* ses tasarım* kaynak* ajans*
      kapak* harita* heykel* tablo* yağlıboya yönetmen* seslendir* çeken kare grafik* tuval gravür*
      senaryo senarist oyuncular başrolde`,
    contact: `iletişim* bilgi_için telefon* ara arayın danışma* randevu* kayıt* rezervasyon* sorularınız_için whatsapp santral*`,
    hire: `iş_ilanı eleman* personel* maaş* özgeçmiş* cv kariyer* kadro tam_zamanlı yarı_zamanlı staj* işe_al* pozisyon* çalışma_arkadaşı
      ekip_arkadaşı başvuru_formu`,
    event: `konser* gösteri* bilet* sahne* atölye* seminer* konferans* festival* sergi* gösterim* prömiyer* imza_günü buluşma* turne*
      solist* orkestra* koro* maç maçın maçta ders dersi giriş_ücret* dinleti* şef söyleyecek filarmoni*`,
    win: `kazan* kazandı ödül* çekiliş* yarışma* tebrik* birinci* şampiyon* finalist* hediye_çek* talihli*
      ikincilik üçüncülük madalya   yılın_satıcısı `,
    staff: `ekip* müdür* kurucu* editörümüz çalışan* yönetici* patron* başkan* direktör* sorumlu* stajyer* eğitmenimiz ustamız
      personelimiz genel_yayın
      eğitmen* aşçımız doktorumuz satıcı* ustabaşı sekreter* sayman* pastacı*`,
    press: `gazete* dergi* radyo* televizyon* tv kanal* basın* bizi_yazdı haber_yaptı postası bülteni`,
    life: `doğdu öldü vefat* hayatını_kaybet* doğum_günü yıldönümü* anısına cenaze* başsağlığı taziye* düğün* gol golü transfer* belediye_başkan*
      bakan* milletvekil* kaleci* teknik_direktör emekli*
      komiser* başkomiser* başbakan* meclis_üyesi başkanı golcü orta_saha defans oyuncusu`,
    customer: `müşteri* sipariş* satın_al* aldım teslimat* paket* memnun_kal* yorumu beş_yıldız ürün* mağaza* lira tl`,
    company: `ltd a.ş. şirket* kulüb* kulüp* dernek* müze* okul* üniversite* enstitü* kilise* otel* lokanta* kafe* galeri* tiyatro*
      radyo* gazete* banka* kütüphane* vakıf* vakf* parti* bakanlı* hastane* belediye* yayınevi kurs_merkez*
      emniyet polis muayenehane klinik sürücü_kursu otomobil servis fırın  kitabevi orkestra konservatuvar
      meclisi
      eczane* cami_der cemaat kreş anaokulu       
      emlak*  hukuk_bürosu  spor_salonu kamp_alanı pansiyon sinema_salonu opera hayvanat_bahçesi
      yüzme_havuzu_  marangozhane taksi`,
    errand: `form formu dilekçe* vergi* fatura* sayaç* şikâyet* şikayet* iade* arıza* arızalı ödev_teslim sınav* belge* fiş* makbuz* pasaport*
      ödeme* kimlik* beyan* başvuru_formu* sipariş_no* hasar* kargo* adresiniz abone* yorum* bozuk*
      başvurular yazılı_olarak kayıp_eşya randevu sorularınızı sorunuz fiyat_teklifi gündem tanıklar
      görgü_tanığı gişe gişeye`,
    meme: `mizah* şaka* komik* caps goygoy*`,
    marked: `reklam #reklam #işbirliği sponsorlu #sponsorlu tanıtım_yazısı`,
    sell: `reklam* sponsor* tanıtım* ücretli_yayın fiyat_listesi reklam_ver* medya_kiti ilan*`,
  },
};

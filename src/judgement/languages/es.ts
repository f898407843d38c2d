import type { Language } from './language.ts';

export const spanish: Language = {
  code: 'es',
  own: /[ñ¿¡]/,
  endings: { we: 'mos', us: 'nos', you: 'éis áis adnos ednos idnos' },
  words: {
    common: `el la los las un una unos unas de del a al y e o u pero en con sin por para sobre entre desde hasta hacia es son era fue ser
      está están hay ha han he había no sí que qué quien quién cual cuál donde dónde cuando cuándo como cómo porque por qué si este esta
      estos estas ese esa eso esto lo le les se me te nos os su sus mi mis tu tus nuestro nuestra nuestros nuestras vuestro vuestra
      todo toda todos todas otro otra mismo muy más menos mucho muchos también ya aún todavía siempre bien bueno buena buenos buen
      nuevo nueva nuevos nuevas viejo vieja viejos viejas primer primero primera último grande gran pequeño pequeña dos tres cuatro cinco
      diez hoy mañana ayer tarde noche día días año años semana mes primavera verano otoño invierno calle ciudad pueblo aquí allí gracias
      hola querida querido después antes ahora cada lee mira escucha`,
    not: `no ni sin nunca jamás ningún ninguna ninguno nada tampoco nadie
      declin* rechaz*
      otro_blog otra_parte otro_sitio otro_lado`,
    harmless: `no_más_tarde no_solo no_sólo no_dudes no_dudéis no_duden no_importa no_hace_falta sin_experiencia no_te_cortes no_olvides no_más_de por_qué_no no_te_pierdas no_os_perdáis todavía_no aún_no no_se_pierdan
      no_te_calles no_seas_tímid* sin_miedo sin_límite sin_compromiso no_eres_escritor no_hay_que no_lo_guardes
      no_pasa_nada sin_pretensiones no_esperes no_tengas no_es_necesari*
      experiencia_no no_solicitad* no_es_necesaria no_se_exige sin_experiencia_previa
      no_te_guardes no_os_guardéis no_se_guarde
      nunca_había nadie_ha no_hace_falta_ser sin_filtro*
      no_pagamos no_publicad* no_remuner* nunca_publicad*
      jamás_habían nunca_habían nunca_han_publicado nunca_publicad*`,
    we: ` yo`,
    our: `nuestr* mi mis`,
    us: `nos nosotros redacción me buzón correo mándanos con_nosotros
      nuestro_buzón privado md dm mensaje_directo
      al_administrador administrador moderadores formulario_de_contacto`,
    you: `tú tu tus te vosotros vosotras usted ustedes vuestr* ti os su sus contigo
      tienes tenéis quieres queréis sabes conoces escribes has habéis puedes podéis tenés querés`,
    what: `lo que quien todo cuanto
      algo cualquier_cosa lo_que todo_lo_que`,
    want: `quieres quiere quieren queréis gusta* gustaría sueñ* apetece interes* animas anímate tienes tenéis tiene deseas
      quieras quisieras ganas_de te_animas te_gustaría te_apetece os_apetece os_animáis se_anima sueñas`,
    every: `cada semanal* mensual* todas nuevo nueva`,
    other: `otr* distint* próxim* diferente* alguien turn* rotat* cambi* siguiente nuevo nueva luego
      cambia
      pasa_al pasa_a nuevas_manos dueño`,
    period: `semana* mes día* quincena*`,
    with: `con feat ft`,
    by: `por de del`,
    about: `sobre acerca a en por`,
    weekday: `lunes martes miércoles jueves viernes sábado* domingo* finde`,
    month: `enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre`,
    here: `aquí soy hola
      lugar_donde espacio_donde
      al_teclado al_timón a_los_mandos de_guardia`,
    piece: `artículo* ensayo* historia* relato* columna* tribuna* poema* poesía* carta* testimonio* reportaje* crítica* reseña* memoria* opinión* crónica* cuento* diario* editorial* prosa narrativa confesión* hilo* semblanza* carta_de anécdota*
      mirada apuntes este_texto punto_de_vista
      colaboración_externa colaboraciones_externas cuaderno_de_viaje microrrelato* estudio_de_caso
      confesiones recuerdos_de reflexion* meditación monólogo* diario_de cuaderno_de primera_persona traducción_de
      relato_en`,
    text: `texto* post posts noticia* contenido* contribución* contribucion* colaboración* colaboracion* manuscrito* borrador* idea* tema* propuesta* receta* experiencia* hallazgo* nota* párrafo* escrito* material* aporte* aportación* aportacion* original* envío*
      tema_propio información entrada* publicación publicaciones apunte* guion* guión* antología* propuestas libro_colectivo boletín bocetos envíos
      tus_palabras vuestras_palabras sus_palabras queremos_leerlo queremos_leer
      saber conocimiento* unas_palabras unas_líneas dos_líneas
      trabajos tu_trabajo vuestro_trabajo
      descripción descripciones ruta_escrita
      anécdota*
      líneas versos retazos`,
    author: `autor* autora* colaborador* redactor* columnista* bloguer* firma* pluma* corresponsal* escritor* voz voces poeta* ensayista* narrador* articulista* coautor* principiante* debutante* novel noveles
      nuevas_voces nuevas_plumas plumas firmas narradoras críticos reseñist* cronistas cronista relatores
      guest_writer novelista* cuentista* expert* especialist* ponente* autores_noveles redactores
      nuevos_nombres
      freelance* novato* novata*
      firmas_nuevas nuevas_firmas nuevos_nombres
      voluntarios_que_escriban quienes_escriben quien_escriba
      alguien_que_escriba gente_que_escriba
      plumillas`,
    writer: `autor autora escritor escritora columnista periodista poeta ensayista articulista historiador historiadora`,
    guest: `invitad* huésped* convidad* carta_blanca`,
    reader: `lector* suscriptor* seguidor* miembro* oyente* espectador* vecin* comunidad usuari* socio* socia* practicante* colega*
      lectores lectoras cartas_de buzón_de correo_del_lector pasajer* visitante* exalumn* parroquian* paisan*
      gente_del_barrio gente_de_aquí quienes_viven oyentes
      compañeros_de_profesión`,
    outside: `extern* ajen* tercero* fuera invitad* extrañ* otros_autores no_solicitad* espontáne* de_fuera
      a_otros de_otros otros ajenos
      colaboraciones`,
    anyone: `cualquiera cualquier_persona todo_el_mundo quienquiera quien_quiera todos_pueden todas_y_todos abierto_a_todos abierta_a_todos cualquier_miembro el_que_quiera quien_lo_desee los_miembros quien_quier* quien_lo uno_de_vosotros una_de_vosotras uno_de_ustedes
      quienes_quieran cualquiera_puede todas_pueden puede_cualquiera todo_aquel abierto_a_quien abierta_a_quien
      publica_quien escribe_quien`,
    person: `persona* alguien gente bibliotecari* anfitrión* anfitriona* presentador* voz voces mano* autor* científic* docente* invitad* médic* panadero* vecin*
      otra_persona alguien_distinto una_persona sucesor*
      manos nuevas_manos
      alguien_que alguien_con`,
    send: `mandó mandaron envió enviaron remitió envía* envia* envi* manda* mánda* mandar escríbenos escríbeme escríbanos remit* pásanos pasa_tu entrega* adjunta* haz_llegar hacernos_llegar háznos hazlo_llegar trae traed comparte* compart* dirige* deja_tu llegan llega colga* enviadla* mandéis manden mandes mandad mandáis enviáis tráenos traednos
      pásanos_tu envíanos mándanos mandad_a remite remítenos escribe_a escríbenos_a escribid_a por_correo suelta
      echa deposita entréganos aporta traslad* facilit* dejad deja hacednos a_la_redacción
      prestad préstanos prestadnos préstennos
      llega* llegó
      va_llegando
      háznosla háznoslo déjanos confíanos ponte_en_contacto_con_la_redacción escribidnos
      soltad soltadlo soltadnos lanzad lánzanos tiradnos pasadnos pásanosla pásanoslo pasádnosla háznoslos
      dispara acerca acércanos
      háznoslo_llegar al_buzón en_el_buzón en_nuestro_buzón métenos pásalo pásala alcánzanos entrégalo`,
    tag: `etiquét* etiquet* menciona mencióna* mencionad* arroba`,
    write: `escrib* redact* firmar lo_escriben hecha_con hecho_con llenan
      la_hacen lo_hacen hecha_por hecho_por los_lectores_hacen hacen_los
      colaborar
      teclea teclean anota anotad
      garabat* apunta apuntad borrone* teclé* tecléalo tecléala ponlo_por_escrito por_escrito sobre_el_papel
      pon_en_papel esboz* vuelca volcad desahóg* desahogarse`,
    tell: `cuént* cuent* contar* comparte* compart* dinos narra*
      decir contar que_contar que_decir explícanos descríb* relata* comparte_tu háblanos habladnos confies*
      expres* dínoslo cuéntalo cuéntanoslo nárranos
      desahog* confesad suelta soltad desembucha*
      contadnos danos_tu da_tu_testimonio testimonia
      redacta redactad documenta documentad ponlo_por_escrito poned_por_escrito enséñanos muéstranos explica_a`,
    pitch: `propon* propón* propuesta* sugier* postul* presenta_tu presentad inscríb* inscrib* apúnt* apunt* participa* colabora candidat*
      propon propuestas sugerencias sugiérenos recomiénd* nomina* ofrécete ofréc* apúntate anótate postúlate
      inscríbete preséntate manda_tu_propuesta
      toma_la_pluma coge_la_pluma tomad_la_pluma empuña_la_pluma
      colaborar aporta aportar anímate te_animas se_anima únete_a_nuestros_autores hazte_colaborador
      sé_colaborador`,
    publish: `public* imprim* difund* saca* sacamos acog* aparec* mostr* compart* cuelga* colga* recoge* damos_voz edita* verás ver_tu salen sale uno_de_vosotros una_de_vosotras imprimimos publica
      retuit* repost* republic* difundimos compartimos damos_espacio damos_la_palabra damos_página le_daremos
      daremos_voz daremos_una_página dará_voz tendrá_su_página tendrá_sitio ponemos_en_papel ve_la_luz
      verán_la_luz impreso impresa pueden_publicar puede_publicar publicar sacaremos incluiremos tiene_cabida
      tienen_cabida hacemos_hueco rescatamos lo_movemos la_tribuna_es_tuya se_publica te_publicamos
      os_publicamos
      páginas_son_tuyas página_es_tuya tribuna_es_tuya páginas_son_vuestras le_hacemos_sitio le_haremos_sitio
      publican_todos que_publiquen quieres_publicar
      salir_en lo_subimos subimos publicad_con escribid_con
      abrimos_nuestras_páginas verá_la_luz alojamos una_tribuna
      a_portada van_a_portada en_portada página_de_inicio lo_convertimos convertimos_tu lo_verán_todos
      pasa_a_la_web
      merece_público merece_un_lector público las_verás_aquí lo_verás_aquí aparecerán_aquí cedemos_la_página
      cedemos_la_palabra cede_la_palabra damos_la_página la_palabra_es_de la_palabra_a lo_sacamos la_sacamos
      los_sacamos sale_aquí`,
    accept: `acept* admit* recib* tom* lee* leemos leo bienvenid* acog* esper* valor* considera* estudi* abiert* recog*`,
    receive: `aceptamos aceptan acepta admitimos recibimos bienvenid* esperamos leemos piden leeremos
      recibimos_con admitimos_textos serán_bienvenid* bienvenidas bienvenidos agradecemos recogemos
      nos_alegra nos_alegran encantados_de nos_encanta
      con_gusto con_mucho_gusto siempre_dispuestos
      agradecidos_por contentos_de`,
    need: `busc* necesit* falta* esper* precis* bienvenid* querem* recib* reclut* recopil* reun* convoc* invit* aceptamos llamad* hacen_falta quedan huecos piden pide queda
      buscamos andamos_buscando en_busca necesitamos hace_falta queremos_leer nos_encantaría_leer
      nos_gustaría_leer esperamos_tu esperamos_vuestr* ansiosos faltan se_buscan se_buscan_autores
      ganas_de_leerte estamos_buscando queremos_publicar reclutamos solicitamos
      queremos_leerlo
      páginas_en_blanco página_en_blanco sobran por_llenar sin_llenar aún_libres vacías`,
    become: `conviértete conviert* sé_parte hazte únete unirte súmate forma_parte apúntate ven vente`,
    call: `convocatoria* llamad* llamamiento* convoca* recepción
      call_for_papers open_call`,
    rules: `bases normas pautas directrices requisitos plazo* cómo_enviar cómo_colaborar cómo_participar fecha_límite
      normas_para_autores guía_para_autores instrucciones_para bases_en cómo_funciona extensión_máxima
      así_trabajamos cómo_trabajamos
      inédit*`,
    open: `abiert* abre abrimos
      libre libres`,
    closed: `cerrad* cerr* suspendid* terminad* finalizad* pausad* pausa concluid*
      no_está_abierta parada detenid*
      autores_de_sobra suficientes_autores bastantes_autores autores_suficientes`,
    only: `solo sólo únicamente exclusivamente todo todos todas cada_línea cada_palabra íntegramente
      puramente exclusivo enteramente`,
    ourselves: `nosotros_mismos equipo* redacción interna casa plantilla propi* nuestra_redacción nuestro_equipo
      es_mía es_mío son_mías
      gabinete_de_prensa oficina_de_prensa departamento_de_comunicación gabinete_de_comunicación`,
    host: `toma_el_relevo tomo_el_relevo toma_las_riendas riendas al_mando relevo al_timón timón mandos conduc* cede llaves cuenta gestion* comisari* cuenta_rotatoria la_cuenta
      lleva_la_cuenta llevo_la_cuenta toma_la_cuenta cambia_de_manos pasa_el_testigo testigo recoge_el_testigo
      le_toca_a en_manos cuida_la_cuenta al_frente me_encargo_de se_encarga_de a_los_mandos al_volante
      toma_el_micrófono cede_la_palabra
      curad*
      al_teclado tiene_las_llaves las_llaves entrega_de_llaves dejamos_la_página dejamos_nuestra_página
      lleva_el_perfil lleva_este_perfil lleva_esta_cuenta gestiona_el_perfil
      manillar volante micrófono micro teclado perfil
      hasta_el_domingo soy_yo a_cargo_esta_vez lleva_el_timón`,
    sign: `firma tu_firma tu_nombre su_nombre vuestro_nombre nombre_impreso nombre_aquí
      páginas_son_tuyas página_es_tuya tribuna_es_tuya palabra_es_tuya páginas_son_vuestras
      tuya tuyo vuestra vuestro suya
      citando_al_autor tu_autoría
      comas ortografía gramática corregimos pulimos borrador* erratas`,
    byline: `texto autor autora escrito escribe firma firmado pluma palabras relato tribuna columna ensayo crónica para_nosotros especial_para en_exclusiva cuenta artículo opinión
      firma_invitada colaboración_de contribución_de tribuna_de columna_de texto_de relato_de ensayo_de
      artículo_de un_texto un_artículo una_columna una_tribuna la_pluma_de de_puño con_la_firma reseña carta
      reportaje testimonio en_palabras_de autora_invitada autor_invitado para_la_revista punto_de_vista la_firma
      por_esta_colaboración por_este_texto por_este_artículo por_su_texto por_esta_columna por_su_colaboración
      esta_vez_de traducido_para nos_confía cedemos_la_página reflexiones_de recuerdos_de cuaderno_de
      diario_de`,
    speak: `escribe cuenta explica recuerda comparte responde confiesa dice piensa describe defiende reflexiona narra relata revela analiza propone opina habla
      reflexion* recuerd* se_pregunta imagina opina_sobre sostiene afirma desgrana repasa plantea desvela
      explora observa aconseja compara muestra denuncia comenta advierte nos_cuenta nos_explica nos_habla
      nos_narra retrata disecciona evoca argumenta rememora
      medita ajusta_cuentas ajusta vuelve se_enfrenta elogia contempla considera alaba critica pide propugna
      contó explicó recordó describió confesó reveló respondió mostró narró relató escribió contestó advirtió admitió compartió rememoró cuenta_por`,
    ask: ` responde* respuesta* preguntamos preguntado preguntas`,
    interview: `entrevist* preguntas_a preguntas_para hablamos_con hablado_con charlamos_con conversamos_con preguntamos conversación_con diálogo_con charla_con responde encuentro_con perfil_de nos_reunimos nos_sentamos mano_a_mano cara_a_cara cuestionario visitamos la_palabra retrato_de al_micrófono semblanza_de preguntas respuestas
      nos_visita nos_visitan visita_nuestro recibimos_a recibe_en entrevistamos charlamos conversamos hablamos
      hablamos_de entrevistad* se_sienta_con sentamos mantuvimos tres_preguntas cinco_preguntas diez_preguntas
      siete_preguntas contesta contestó nos_responde responde_a_nuestr* nuestra_invitada nuestro_invitado
      invitado_de_hoy invitada_de_hoy se_pasa_por se_pasó_por pasó_por charla_entre tertulia_con nos_recibe
      perfil :_perfil perfil: retrato: quién_es de_tú_a_tú
      pasó_a_vernos vino_a_vernos nos_visitó ha_venido_a_vernos
      invitado_del_mes el_invitado la_invitada pasamos_una_hora_con nos_cuenta nos_contó
      esta_semana_con_nosotros
      frente_a_mí frente_a_nosotros nos_acompaña nos_acompañan sin_rodeos sin_filtros sin_pelos a_corazón_abierto
      nos_abre nos_enseña nos_guía`,
    talk: `conversa* encuentro* minutos_con hora_con mañana_con tarde_con día_con café_con paseo_con charla* visita_a rato_con mañanas_con desayuno_con
      hablar_con cena_con comida_con almuerzo_con cerveza_con vino_con vuelta_con semana_con viaje_con plática*
      tertulia*
      hablamos charlamos conversamos hablado charlado
      un_café_con sobremesa_con té_con caña_con`,
    studio: `estudio estudios micrófono* micro sofá sillón plató en_nuestra_mesa cocina_de_casa cabina
      mesa_de_la_cocina cocina_de mesa_de_cocina`,
    episode: `episodio* capítulo* podcast* número temporada* programa entrega
      ep`,
    venue: `página* número* edición* revista* columna* sección* rincón boletín boletines antología* canal blog* pódcast* podcast*
      programa* emisión portada contraportada buzón apartado gaceta* suplemento* almanaque* cuaderno* fanzine* aquí estas_páginas
      tribuna* hoja tablón próximo_número
       `,
    room: `sitio sitios espacio hueco* plaza* blanco blanca vacío vacía vacías libre* rincón rincones queda quedan casa hogar
      espera esperan reservad* cabe caben cabida lugar lugares`,
    hear: `oír escuchar escuchamos curiosidad curios* leer leemos leerte leerlo saber oído* oídos interes* preferimos preferible
      mejor ganas encant* conocer ilusión`,
    length: `palabras caracteres espacios líneas folios folio páginas párrafo* signos`,
    count: `dos tres cuatro cinco seis siete ocho nueve diez doce cien ciento* *cientas ochocientas novecientas quinientas mil
      unas_pocas varias varios docena decena*`,
    lived: `pasó pasado vivido visto viste sobreviv* perdiste perdido fracaso* aprendi* construi* creci* caminado recuerd* versión
      estuviste estuvo testigo* primera_mano probado descubri* encontr* volviste bajaste sabes sabéis conoces conocéis oíste
      arregla* subiste subido cosecha* ocurrió ocurrido`,
    due: `cierre fecha_límite plazo* entrega_de hasta_el antes_del antes_de como_tarde se_entregan próximo_cierre fecha_tope hasta_fin
      último_día`,
    goods: `envío_gratis gastos_de_envío precio* descuento* cupón* vale carrito factura* rebaja* garantía recambio* taza* regalo*
      almacén pedido* curso* cita seguro* abogad* electricista* fontaner* dentista entradas aparcamiento catálogo lámpara*
      arregl* repar* artesan* mayorista alquiler* coches tienda* venta* autocar envíos
      coche usados piso pisos neumáticos sofá muebles menú plato platos ramo hipoteca préstamo corte_de_pelo
      tapicer* segunda_mano gangas óleo_sobre
      receta_por receta_médica recetas_médicas enviarnos_la_receta medicamento* medicinas por_encargo encargos
      encargo`,
    consume: `lee leed lean escucha escúch* escuchad mira mirad descubre explica sigue seguid pincha hojea gustó gusta preguntado
      descarga lectura disfruta* ver_aquí`,
    react: `comentario* abajo favorit* adivina* vota votad amigo amiga amigos reacción* encuesta portada etiqueta parece parecido
      impresiones gracias`,
    released: `ya_está ha_salido acaba_de_salir nuevo_número nuevo_episodio nueva_columna en_quioscos último_episodio en_línea ayer
      sabías más_historias ya_disponible`,
    credit: `foto* imagen* ilustra* dibuj* cámara vídeo* video* música* canción* traduc* montaje sonido diseño* maqueta* fuente* agencia* efe reuters crédito* cartel* escultura* pintura* pintad* cuadro* dirigid* rodad* grabad* película © voz_de
      crédito_de_la_foto fotógraf* archivo corrección croquis infografía* animación mezcla ilustrador* cámara_en
      retoque arte_de diagramación
      portada_de foto_de_portada ilustración_de_portada
      óleo_sobre lienzo aguafuerte acuarela retrato_de_la retrato_del donación libreto arreglos intérprete
      escultor solista
      guion guionista reparto banda_sonora puesta_en_escena
      dirección_de guión fotografía_de protagonizada protagonizado
      objetivo instantánea* captura retratad* boceto imagen_de toma_de disparo`,
    contact: `contact* preguntar llamar teléfono* tel reserva* información info informes whatsapp inscripciones dirigirse
      recepción centralita secretaría reservas inscripciones_en por_teléfono
      en_la_caja en_caja en_el_mostrador`,
    hire: `empleo* vacante* salario* sueldo currículum* cv se_busca se_necesita busca_trabajo prácticas oferta_de seleccionador* reclut* empresa_busca
      jornada_completa media_jornada a_tiempo_completo a_tiempo_parcial tiempo_completo contratamos
      estamos_contratando carta_de_presentación oferta_de_empleo para_nuestra_oficina únete_a_nuestro_equipo
      unirte_a_nuestro incorporación_inmediata perfil_buscado becas_de
      se_contrata contrato_indefinido contrato_laboral puesto_de puestos_de turno_de_noche jornada_parcial
      jobs careers karriere
      contrato nómina plantilla_fija vacante se_incorpora`,
    event: `concierto* función funciones entrada* escenario* actuación* taller* conferencia* proyección* festival* exposición* inauguración* estreno* gira* toca canta cuarteto* trío* banda coro misa sermón partido entrenamiento* clase* velada* recital* aforo sala lectura_pública
      demostración* firma_de_libros presentación_del
      violonchelo chelo batería guitarra violín piano bajo en_escena en_directo solista* director_de_orquesta
      taquilla apertura_de_puertas recitales presentación_de_libro micro_abierto función_de lee_fragmentos
      jornada_de_puertas desfile feria ensayo dirige orquesta filarmónica dúo ensemble ponente* mesa_redonda
      retrospectiva
      cineclub tenor soprano barítono cartelera sesión_de_las`,
    win: `gana* ganador* premi* sorte* concurso* enhorabuena felicidades felicit* rifa* galard* finalista* medalla* cesta felicitamos
      gana ganadora ganadores sorteamos sorteo afortunad* vencedor* finalistas premiad*
      primer_premio
      segundo_puesto tercer_puesto  se_lleva vendedor_del_año del_año
      aprendiz_del_año empleado_del_mes enhorabuena_a plata_para bronce_para medallista*`,
    staff: `equipo* fundador* director* directora* jef* emplead* compañer* gerente* dueñ* redactor_jefe presiden* becari* aprendiz* propietari* ceo encargad* socio_fundador nuestro_panadero plantilla conduc*_por hecho_por
      nuestra_capitana nuestro_capitán nuestra_directora portavoz se_incorpora_a_nuestro incorporación_de
      nuevo_fichaje nueva_compañera nuestro_equipo_de
      editora editor redactora_jefe
      nuestro_cocinero nuestra_cocinera nuestro_profesor nuestra_profesora monitor monitora vendedor* capataz
      recepcionista* secretari* tesorer* pastelera pastelero
      retrato_de_la_casa tornero nuestros_veterinarios`,
    press: `correo_de correo gaceta* diario periódico* prensa radio tele* tv revista* emisora* programa_de noticiero* portada_de hablan_de_nosotros mencion* informativo* heraldo* tribuna_de
      invitada_de_radio invitado_de_radio en_la_radio en_la_tele en_la_prensa habla_con_la_gaceta habló_con_la
      fue_la_invitada fue_el_invitado entrevistada_por entrevistado_por en_antena nos_entrevistan`,
    life: `nació nacid* murió falleci* cumpleaños aniversario* homenaje funeral* boda* gol goles marcó descanse en_memoria_de en_memoria
      pésame luto despedimos descanse_en_paz nos_ha_dejado jubilación feliz_cumpleaños
      alcalde* ministr* diputad* delantero* portero* entrenador* senador* jefa_de_bomberos jefe_de_bomberos
      concejal*
      agente sargento inspector comisario presidente_del_gobierno goleador centrocampista defensa fichaje
      jugador_del nos_dejó viuda`,
    customer: `client* compr* pedid* pedí encargu* entreg* paquete* opinión_de reseña_de encantad* gracias_@ delicia precios* caja
      testimonio_de_cliente testimonios_de_clientes dicen_nuestros_clientes dicen_los_clientes
      opiniones_de_clientes en_venta en_stock ya_en_nuestra_tienda en_nuestra_tienda disponible_en a_la_venta
      cinco_estrellas desempaquetado ★
      euro euros €
      pacientes nuestros_huéspedes estrellas agradecimiento*
      en_casa la_recomiendo lo_recomiendo los_huevos`,
    company: `sl sa srl sociedad empresa* club* museo* escuela* universidad* instituto* iglesia* hotel* restaurante* café* tienda* librería* galería* teatro* orquesta* radio* agencia* banco* seguro* biblioteca* fundación* sindicato* partido ministerio* ayuntamiento
      correo gaceta diario
      pleno policía guardia_civil consulta clínica  autoescuela autos concesionario taller panadería
      cervecería carnicería conservatorio
      farmacia parroquia mezquita sinagoga guardería peluquería barbería floristería óptica 
        inmobiliaria notaría bufete asesoría gimnasio camping albergue cine_municipal ópera
      zoo piscina_municipal sastrería carpintería caja_de_ahorros taxi aguas_de`,
    errand: `formulario* solicitud* declaración* declaracion* impuesto* iva factura* lectura* contador* candidatura* pedido* reclamación* reclamacion* defectuos* rot* devolución* devolucion* reembolso* garantía* deberes examen* documento* justificante* pasaporte* recibo* 
 contrato* matrícula certificado* presupuesto* pago* dirección contraseña medida* dni ticket* queja* averiad* tarea* trámite* suscríb* comentario* pieza* almacén presupuesto
      paquete envío_de_tu talla* daño* siniestro* entrega ubicación medidas número_de_serie número_de_pedido
      localización horarios fondo recaudación
      por_escrito instancia instancias avería averías incidencia incidencias objetos_perdidos dudas_sobre
      duda_sobre  orden_del_día testigos ventanilla se_presentan_por taquilla
      volante radiografía* historial* síntoma* adopta adopción adoptante*
      revisión revisiones bici bicicleta puesta_a_punto taller_mecánico`,
    meme: `meme* chiste* humor gracios* risa* broma*`,
    marked: `publicidad_: #publicidad #publi patrocinad* colaboración_pagada contenido_patrocinado #ad publirreportaje anuncio anuncio_pagado #colaboración código_promocional publicidad`,
    sell: `publicidad anúnci* anunci* media_kit patrocin* tarifa* espacios_publicitarios pago_por publirreportaje* de_pago promocion* colaboraciones_pagadas`,
  },
};

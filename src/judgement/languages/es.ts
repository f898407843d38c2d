import type { Language } from './language.ts';

export const es: Language = {
  code: 'es',
  words: {
    common: `el la los las un una unos unas de del a al y e o u pero en con sin por para sobre entre desde hasta hacia es son era fue ser
      está están hay ha han he había no sí que qué quien quién cual cuál donde dónde cuando cuándo como cómo porque por qué si este esta
      estos estas ese esa eso esto lo le les se me te nos os su sus mi mis tu tus nuestro nuestra nuestros nuestras vuestro vuestra
      todo toda todos todas otro otra mismo muy más menos mucho muchos también ya aún todavía siempre bien bueno buena buenos buen
      nuevo nueva nuevos nuevas viejo vieja viejos viejas primer primero primera último grande gran pequeño pequeña dos tres cuatro cinco
      diez hoy mañana ayer tarde noche día días año años semana mes primavera verano otoño invierno calle ciudad pueblo aquí allí gracias
      hola querida querido después antes ahora cada lee mira escucha`,
    not: `no ni sin nunca jamás ningún ninguna ninguno nada tampoco nadie`,
    harmless: `no_más_tarde no_solo no_sólo no_dudes no_dudéis no_duden no_importa no_hace_falta sin_experiencia no_te_cortes no_olvides no_más_de por_qué_no no_te_pierdas no_os_perdáis todavía_no aún_no no_se_pierdan`,
    we: `nosotros nosotras yo`,
    our: `nuestr* mi mis`,
    us: `nos nosotros redacción me buzón correo mándanos`,
    you: `tú tu tus te vosotros vosotras usted ustedes vuestr* ti os su sus contigo`,
    what: `lo que quien todo cuanto`,
    want: `quieres quiere quieren queréis gusta* gustaría sueñ* apetece interes* animas anímate tienes tenéis tiene deseas`,
    every: `cada semanal* mensual* nuev* todas`,
    other: `otr* nuev* distint* próxim* diferente* alguien turn* rotat* cambi* siguiente`,
    period: `semana* mes día* quincena*`,
    with: `con feat ft`,
    by: `por de del`,
    about: `sobre acerca a en por`,
    weekday: `lunes martes miércoles jueves viernes sábado* domingo* finde`,
    month: `enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre`,
    here: `aquí soy hola`,
    piece: `artículo* ensayo* historia* relato* columna* tribuna* poema* poesía* carta* testimonio* reportaje* crítica* reseña* memoria* opinión* crónica* cuento* diario* editorial* entrevista* prosa narrativa confesión* hilo* semblanza* carta_de anécdota*`,
    text: `texto* post posts noticia* contenido* contribución* contribucion* colaboración* colaboracion* manuscrito* borrador* idea* tema* propuesta* receta* trabajo* experiencia* hallazgo* nota* párrafo* escrito* material* aporte* aportación* aportacion* original* envío*
      tema_propio información entrada* publicación publicaciones apunte* guion* guión*`,
    author: `autor* autora* colaborador* redactor* columnista* bloguer* firma* pluma* corresponsal* escritor* voz voces poeta* ensayista* narrador* articulista* coautor*`,
    writer: `autor autora escritor escritora columnista periodista poeta ensayista articulista historiador historiadora`,
    guest: `invitad* huésped* convidad* carta_blanca`,
    reader: `lector* suscriptor* seguidor* miembro* oyente* espectador* vecin* comunidad usuari* socio* socia* practicante* colega*`,
    outside: `extern* ajen* tercero* fuera invitad* extrañ* otros_autores no_solicitad* espontáne*`,
    anyone: `cualquiera cualquier_persona todo_el_mundo quienquiera quien_quiera todos_pueden todas_y_todos abierto_a_todos abierta_a_todos cualquier_miembro el_que_quiera quien_lo_desee`,
    person: `persona* alguien gente bibliotecari* anfitrión* anfitriona* presentador* cara* rostro* voz voces mano* manos autor* científic* docente* invitad* médic* nombre* panadero* vecin*`,
    send: `envía* envia* envi* manda* mánda* mandar escríbenos escríbeme escríbanos remit* pásanos pasa_tu entrega* adjunta* haz_llegar hacernos_llegar háznos hazlo_llegar trae traed comparte* compart* dirige* deja_tu llegan llega`,
    write: `escrib* redact* firmar`,
    tell: `cuént* cuent* contar* comparte* compart* dinos narra*`,
    pitch: `propon* propón* propuesta* sugier* postul* presenta_tu presentad inscríb* inscrib* apúnt* apunt* participa* colabora candidat*`,
    publish: `public* imprim* difund* saca* sacamos acog* aparec* mostr* compart* cuelga* colga* recoge* damos_voz edita* verás ver_tu`,
    accept: `acept* admit* recib* tom* lee* leemos leo bienvenid* acog* esper* valor* considera* estudi* abiert* recog*`,
    need: `busc* necesit* falta* esper* precis* bienvenid* querem* recib* reclut* recopil* reun* convoc* invit* aceptamos llamad* hacen_falta`,
    become: `conviértete conviert* sé_parte hazte únete unirte súmate forma_parte apúntate`,
    call: `convocatoria* llamad* llamamiento* convoca* recepción`,
    rules: `bases normas pautas directrices requisitos plazo* cómo_enviar cómo_colaborar cómo_participar fecha_límite`,
    open: `abiert* abre abrimos`,
    closed: `cerrad* cerr* suspendid* terminad* finalizad* pausad* pausa concluid*`,
    only: `solo sólo únicamente exclusivamente todo todos todas cada_línea cada_palabra íntegramente`,
    ourselves: `nosotros_mismos equipo* redacción interna casa plantilla propi* nuestra_redacción nuestro_equipo`,
    host: `lleva llevo llevar llevó toma_el_relevo tomo_el_relevo toma_las_riendas riendas al_mando relevo al_timón timón mandos conduc* cede llaves cuenta gestion* comisari* cur* cuenta_rotatoria`,
    byline: `texto autor autora escrito escribe firma firmado pluma palabras relato tribuna columna ensayo crónica para_nosotros especial_para en_exclusiva cuenta artículo opinión por_*`,
    speak: `escribe cuenta explica recuerda comparte responde confiesa dice piensa describe defiende reflexiona narra relata revela analiza propone opina habla sobre`,
    ask: `pregunt* responde* respuesta*`,
    interview: `entrevist* preguntas_a preguntas_para hablamos_con hablado_con charlamos_con conversamos_con preguntamos conversación_con diálogo_con charla_con responde encuentro_con perfil_de nos_reunimos nos_sentamos mano_a_mano cara_a_cara cuestionario`,
    talk: `conversa* encuentro* minutos_con hora_con mañana_con tarde_con día_con café_con paseo_con charla* visita_a rato_con mañanas_con desayuno_con`,
    episode: `episodio* capítulo* podcast* número temporada* programa entrega`,
    credit: `foto* imagen* ilustra* dibuj* cámara vídeo* video* música* canción* traduc* montaje sonido diseño* maqueta* fuente* agencia* efe reuters crédito* cartel* portada* escultura* pintura* pintad* cuadro* dirigid* rodad* grabad* película © voz_de`,
    contact: `contact* preguntar llamar teléfono* tel reserva* información info informes whatsapp inscripciones dirigirse`,
    hire: `empleo* vacante* contrat* salario* sueldo currículum* cv se_busca se_necesita busca_trabajo prácticas oferta_de puesto* jornada seleccionador* reclut* empresa_busca`,
    event: `concierto* función funciones entrada* escenario* actuación* taller* conferencia* proyección* festival* exposición* inauguración* estreno* gira* toca canta cuarteto* trío* banda coro misa sermón partido entrenamiento* clase* velada* recital* aforo sala lectura_pública
      demostración* firma_de_libros presentación_del`,
    win: `gana* ganador* premi* sorte* concurso* enhorabuena felicidades felicit* rifa* galard* finalista* medalla* cesta`,
    staff: `equipo* fundador* director* directora* jef* emplead* compañer* gerente* dueñ* redactor_jefe presiden* becari* aprendiz* propietari* ceo encargad* socio_fundador nuestro_panadero plantilla conduc*_por hecho_por`,
    press: `correo_de correo gaceta* diario periódico* prensa radio tele* tv revista* emisora* programa_de noticiero* portada_de hablan_de_nosotros mencion* informativo* heraldo* tribuna_de`,
    life: `nació nacid* murió falleci* cumpleaños aniversario* homenaje funeral* boda* gol goles marcó descanse`,
    customer: `client* compr* pedid* pedí encargu* entreg* paquete* opinión_de reseña_de encantad* gracias_@ delicia precios* caja`,
    company: `sl sa srl sociedad empresa* club* museo* escuela* universidad* instituto* iglesia* hotel* restaurante* café* tienda* librería* galería* teatro* orquesta* radio* agencia* banco* seguro* biblioteca* fundación* sindicato* partido ministerio* ayuntamiento
      correo gaceta diario`,
    errand: `formulario* solicitud* declaración* declaracion* impuesto* iva factura* lectura* contador* candidatura* pedido* reclamación* reclamacion* defectuos* rot* devolución* devolucion* reembolso* garantía* deberes examen* documento* justificante* pasaporte* recibo* número
      contrato* matrícula certificado* presupuesto* pago* dirección contraseña medida* impreso* dni ticket* queja* averiad* tarea* trámite*`,
    meme: `meme* chiste* humor gracios* risa* broma*`,
    marked: `publicidad_: #publicidad #publi patrocinad* colaboración_pagada contenido_patrocinado #ad publirreportaje anuncio anuncio_pagado #colaboración código_promocional publicidad`,
    sell: `publicidad anúnci* anunci* media_kit patrocin* tarifa* espacios_publicitarios pago_por publirreportaje* de_pago promocion* colaboraciones_pagadas`,
  },
};

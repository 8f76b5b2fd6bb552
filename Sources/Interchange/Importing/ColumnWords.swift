internal import Toponymy

/// The words by which the columns of a spreadsheet are known, in the languages of the region and its
/// neighbours: a closed table.
///
/// A header is compared whole and folded, without case, diacritics, script and punctuation. For a field
/// the words stand in order of trust: where two columns go by words of one field, the earlier word has
/// it. What a convention such as ACLED's names is not read by these words but by that convention.
enum ColumnWords {
  /// The folded form by which headers are compared: `Event_Date` is `event date`.
  static func key(_ header: String) -> String {
    let text = FoldedText(header)
    return String(decoding: text.key(of: text.words.indices), as: UTF8.self)
  }

  /// The fields that a header may mean, with how far down the field's list its word stands.
  static let meanings: [String: (field: ImportField, rank: Int)] = {
    var meanings: [String: (field: ImportField, rank: Int)] = [:]
    for (field, words) in table {
      for (rank, word) in words.split(separator: ",").enumerated() {
        let key = key(String(word))
        if meanings[key] == nil { meanings[key] = (field, rank) }
      }
    }
    return meanings
  }()

  private static let table: [(ImportField, String)] = [
    (.incidentID, "incident id, event id, event code, id, uid, code, case id, reference, ref"),
    (
      .eventType,
      """
      event type, incident type, type of incident, type of event, type, category, \
      lloji i ngjarjes, lloji i incidentit, lloji, kategoria, \
      vrsta događaja, vrsta incidenta, tip događaja, vrsta, tip, kategorija, тип события, тип події, \
      Ereignistyp, Typ, Art, Kategorie, type d'événement, catégorie, tipo de evento, tipo di evento, \
      tipo, categoría, olay türü, tür, kategori, вид
      """
    ),
    (
      .subEventType,
      """
      sub event type, subtype, sub type, subcategory, sub category, nënlloji, podvrsta, podtip, \
      Untertyp, sous-type, subtipo, sottotipo, alt tür
      """
    ),
    (
      .date,
      """
      date, event date, incident date, date of incident, date of event, date of the incident, \
      date occurred, date dd mm yyyy, date mm dd yyyy, date yyyy mm dd, when, data e ngjarjes, \
      data e incidentit, data, datum događaja, datum, дата события, дата на събитието, дата, \
      date de l'événement, date de l'incident, fecha del evento, fecha, \
      data dell'evento, data do evento, olay tarihi, tarih
      """
    ),
    (
      .dateStart,
      """
      start date, date start, date from, from date, begin date, start, from, data e fillimit, fillimi, \
      datum početka, početak, od, Beginn, Startdatum, von, date de début, début, fecha de inicio, inicio, \
      data di inizio, inizio, data de início, başlangıç tarihi, başlangıç
      """
    ),
    (
      .dateEnd,
      """
      end date, date end, date to, to date, end, to, until, data e mbarimit, mbarimi, fundi, \
      datum završetka, završetak, kraj, do, Ende, Enddatum, bis, date de fin, fin, fecha de fin, \
      data di fine, fine, data de fim, fim, bitiş tarihi, bitiş
      """
    ),
    (.year, "year, viti, godina, год, рік, Jahr, année, año, anno, ano, yıl"),
    (
      .location,
      """
      location name, location, place name, place, name of place, locality, settlement, city, town, \
      village, where, vendndodhja, emri i vendit, vendi, vend, lokaliteti, qyteti, qytet, fshati, fshat, \
      mesto, mjesto, naziv mesta, lokacija, lokalitet, naselje, naseljeno mesto, grad, selo, място, \
      населено място, место, населённый пункт, населенный пункт, город, місце, населений пункт, місто, \
      Ort, Ortsname, Ortschaft, Stadt, lieu, nom du lieu, localité, ville, lugar, localidad, \
      ciudad, luogo, località, città, local, localidade, cidade, yer, yer adı, konum, şehir, name, emri, \
      naziv, nom, nombre, nome, ad
      """
    ),
    (
      .locationReported,
      "location reported, place as reported, location description, where description, place description"
    ),
    (
      .site, "site, building, facility, objekti, objekat, objekt, Gebäude, bâtiment, edificio, bina"
    ),
    (.placeID, "place id, place code, location code, gazetteer id"),
    (
      .country,
      """
      country code, iso2, iso3, iso a2, iso a3, country iso, country, country name, nation, shteti, \
      država, zemlja, държава, страна, країна, Land, Staat, pays, país, paese, stato, ülke
      """
    ),
    (
      .admin1,
      """
      admin1, admin 1, adm1, adm 1, admin1 name, adm1 name, adm1 en, province, region, state, county, \
      oblast, district, rajoni, rrethi, qarku, okrug, regija, region, Bundesland, Provinz, \
      département, región, provincia, regione, região, il, bölge
      """
    ),
    (
      .admin2,
      """
      admin2, admin 2, adm2, adm 2, admin2 name, adm2 name, adm2 en, municipality, commune, komuna, \
      opština, općina, община, општина, район, Gemeinde, Kreis, Landkreis, municipio, comune, \
      município, concelho, ilçe, belediye
      """
    ),
    (.admin3, "admin3, admin 3, adm3, adm 3, admin3 name, adm3 name, adm3 en, ward, parish"),
    (
      .latitude,
      """
      latitude, lat, y, latitude dd, lat dd, gps latitude, gps lat, y coord, ycoord, coord y, \
      gjerësia gjeografike, gjerësia, geografska širina, širina, географска ширина, широта, Breitengrad, \
      Breite, latitud, latitudine, enlem
      """
    ),
    (
      .longitude,
      """
      longitude, lon, lng, long, x, longitude dd, lon dd, long dd, gps longitude, gps lon, gps long, \
      x coord, xcoord, coord x, gjatësia gjeografike, gjatësia, geografska dužina, dužina, \
      географска дължина, долгота, довгота, Längengrad, Länge, longitud, longitudine, boylam
      """
    ),
    (
      .position,
      """
      coordinates, coordinate, coords, coord, position, lat lon, lat long, lat lng, latlon, latlong, \
      latlng, gps, gps coordinates, geom, the geom, geometry, geom wkt, wkt, wkt geom, shape, point, \
      koordinatat, koordinata, koordinate, координаты, координати, Koordinaten, coordonnées, \
      coordenadas, coordinate geografiche, koordinatlar, koordinat
      """
    ),
    (.wherePrecision, "where precision, place precision, location precision"),
    (
      .uncertainty,
      """
      uncertainty m, uncertainty, coordinateUncertaintyInMeters, coordinate uncertainty, accuracy m, \
      radius m
      """
    ),
    (
      .actor1,
      """
      actor 1, actor1, actor, perpetrator, attacker, side a, group, aktori 1, aktori, autori, akter 1, \
      akter, počinilac, izvršilac, Akteur 1, Akteur, Täter, acteur 1, acteur, auteur, actor 1, autor, \
      attore 1, attore, aktör 1, aktör, fail
      """
    ),
    (
      .actor2,
      """
      actor 2, actor2, victim, target, side b, aktori 2, viktima, caku, akter 2, žrtva, meta, Akteur 2, \
      Opfer, Ziel, acteur 2, victime, cible, víctima, objetivo, attore 2, vittima, aktör 2, kurban, hedef
      """
    ),
    (.killedLow, "killed low, killed min, deaths low, deaths min, fatalities low, fatalities min"),
    (
      .killedBest,
      """
      killed, dead, deaths, fatalities, number killed, number of deaths, people killed, killed best, \
      të vrarë, të vdekur, vrarë, viktima në njerëz, ubijeni, ubijenih, poginuli, poginulih, mrtvi, \
      mrtvih, убити, загинали, погибшие, убитые, погибших, загиблі, вбиті, Tote, Getötete, Todesopfer, \
      tués, morts, décès, muertos, fallecidos, uccisi, morti, mortos, ölü, ölen, ölü sayısı
      """
    ),
    (
      .killedHigh,
      "killed high, killed max, deaths high, deaths max, fatalities high, fatalities max"
    ),
    (.injuredLow, "injured low, injured min, wounded low, wounded min"),
    (
      .injuredBest,
      """
      injured, wounded, injuries, number injured, number of injuries, people injured, injured best, \
      të lënduar, të plagosur, plagosur, lënduar, ranjeni, ranjenih, povređeni, povrijeđeni, povređenih, \
      ранени, повредени, раненые, пострадавшие, раненых, поранені, Verletzte, Verwundete, blessés, \
      heridos, feriti, feridos, yaralı, yaralanan, yaralı sayısı
      """
    ),
    (.injuredHigh, "injured high, injured max, wounded high, wounded max"),
    (
      .detainedBest,
      """
      detained, arrested, arrests, detentions, number arrested, të arrestuar, të ndaluar, arrestuar, \
      uhapšeni, uhićeni, privedeni, арестувани, задържани, задержанные, арестованные, затримані, \
      Festgenommene, Verhaftete, arrêtés, interpellés, detenidos, arrestati, fermati, detidos, \
      gözaltı, tutuklanan
      """
    ),
    (
      .participants,
      """
      participants, crowd size, protesters, attendance, pjesëmarrës, protestues, učesnici, učesnika, \
      demonstranti, участници, участники, учасники, Teilnehmer, Demonstranten, manifestants, \
      participantes, manifestantes, partecipanti, manifestanti, katılımcı
      """
    ),
    (
      .displaced,
      """
      displaced, idps, të zhvendosur, raseljeni, разселени, перемещённые, Vertriebene, déplacés, \
      desplazados, sfollati, deslocados, yerinden edilen
      """
    ),
    (.abducted, "abducted, kidnapped, abductions, të rrëmbyer, oteti, Entführte, enlevés, rapiti"),
    (.released, "released, freed, të liruar, oslobođeni, Freigelassene, libérés, rilasciati"),
    (.deployed, "deployed, forces deployed"),
    (
      .source,
      """
      source, source name, sources, publisher, media, burimi, burim, izvor, izvori, източник, источник, \
      джерело, Quelle, fuente, fonte, kaynak
      """
    ),
    (
      .sourceURL,
      """
      source url, source link, url, link, web, vegza, poveznica, veza, ссылка, посилання, lien, enlace, \
      bağlantı
      """
    ),
    (
      .sourceDate,
      """
      source date, date reported, reported, report date, publication date, published, \
      data e raportimit, datum objave, Meldedatum, date de publication, fecha de publicación
      """
    ),
    (
      .headline,
      """
      headline, title, titulli, naslov, заглавие, заголовок, Titel, Überschrift, Schlagzeile, titre, \
      titular, título, titolo, başlık
      """
    ),
    (
      .summary,
      """
      description, summary, notes, note, narrative, details, comments, comment, remarks, what happened, \
      event description, incident description, përshkrimi, përmbledhje, shënime, opis događaja, opis, \
      napomena, napomene, описание, опис, Beschreibung, Bemerkung, Bemerkungen, Notizen, résumé, remarques, \
      descripción, notas, descrizione, descrição, açıklama, notlar, text
      """
    ),
    (.reviewStatus, "review status, review"),
  ]
}

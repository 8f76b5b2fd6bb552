internal import SimpleFeatures

/// What a feature of GeoNames or GNS is to a map of incidents.
///
/// - SeeAlso: https://www.geonames.org/export/codes.html, whose codes grew out of those of GNS.
enum FeatureKind: Equatable {
  /// Of one kind, with a radius of its own where the kind's would be wrong.
  case place(PlaceKind, radius: Meters?)
  /// A settlement, of a kind that follows its population, the seat of a division at least a town.
  case settlement(isSeat: Bool)

  /// What a code is; `nil` where it is of no use and left out.
  init?(_ code: FeatureCode) {
    guard let kind = Self.byCode[code] else { return nil }
    self = kind
  }

  /// The kind of a place of this many inhabitants, 0 where that is not known.
  func kind(population: Int) -> PlaceKind {
    switch self {
    case .place(let kind, _): kind
    case .settlement(let isSeat): .settlement(population: population, isSeat: isSeat)
    }
  }

  /// The radius of a place of this many inhabitants; `nil` for its kind's.
  func radius(population: Int) -> Meters? {
    switch self {
    case .place(.neighbourhood, nil) where population >= 100_000: .kilometers(5)
    case .place(_, let radius): radius
    case .settlement: nil
    }
  }

  private static let byCode: [FeatureCode: FeatureKind] = {
    var byCode: [FeatureCode: FeatureKind] = [:]
    for (kind, codes) in table {
      for text in codes.split(separator: " ") {
        if let code = FeatureCode(String(text)) { byCode[code] = kind }
      }
    }
    return byCode
  }()

  /// Every code that is read; all others are left out.
  private static let table: [(FeatureKind, String)] = [
    (.of(.continent), "L.CONT"),
    (.of(.country), "A.PCL A.PCLD A.PCLF A.PCLI A.PCLIX A.PCLS A.TERR"),
    (.of(.admin1), "A.ADM1"),
    (.of(.municipality), "A.ADM2 A.ADM3 A.ADM4 A.ADM5 A.ADMD A.PRSH"),
    // Divisions without a level, and regions that no office governs.
    (.of(.region), "A.LTER A.ZN A.ZNB L.RGN L.RGNE L.RGNL L.TRB L.RESV L.CST L.OAS"),

    (.of(.capital), "P.PPLC P.PPLG"),
    (.settlement(isSeat: true), "P.PPLA P.PPLA2 P.PPLA3"),
    (
      .settlement(isSeat: false),
      "P.PPL P.PPLA4 P.PPLA5 P.PPLF P.PPLL P.PPLQ P.PPLR P.PPLS P.PPLW P.STLMT"
    ),
    (.of(.neighbourhood), "P.PPLX L.DEVH"),

    (.of(.river), "H.STM H.STMI H.STMA H.STMC H.STMD H.STMS H.STMX H.WAD H.WADS H.CNL H.ESTY"),
    (
      .of(.lake),
      "H.LK H.LKS H.LKI H.LKN H.LKNI H.LKO H.LKOI H.LKSB H.LKSI H.LKSN H.LKSNI H.LKX H.LGN H.LGNS "
        + "H.RSV H.RSVI"
    ),
    (.of(.region, .kilometers(1500)), "H.OCN"),
    (.of(.region, .kilometers(300)), "H.SEA"),
    (.of(.region, .kilometers(150)), "H.GULF"),
    (.of(.region, .kilometers(30)), "H.STRT H.CHNM"),
    (.of(.region, .kilometers(10)), "H.BAY"),

    (.of(.mountain), "T.MTS T.RDGE"),
    (.of(.mountain, .kilometers(3)), "T.MT T.PK T.PKS T.HLL T.HLLS T.VLC T.PASS"),
    (.of(.region, .kilometers(100)), "T.DSRT"),
    (.of(.region), "T.PEN T.PLN T.PLAT T.DLTA T.ISLS T.ATOL T.ISTH"),
    (.of(.region, .kilometers(10)), "T.ISL T.VAL T.VALS L.PRK L.RES L.RESN L.RESW L.RESF V.FRST"),
    (
      .of(.region, .kilometers(3)), "T.ISLET T.ISLF T.ISLM T.ISLT T.CAPE T.GRGE T.CNYN T.BCH T.BCHS"
    ),

    (.of(.bridge), "S.BDG S.BDGQ R.CSWY"),
    (.of(.crossing), "S.PSTB S.PSTC"),
    (.of(.monastery), "S.MSTY S.CVNT"),
    // What is fought over, guarded or governed.
    (
      .of(.facility),
      "L.MILB L.NVB L.RNGA S.INSM S.BRKS S.FT S.CSTL S.AIRB S.PP S.PSTP S.STNC S.PRN S.PRNJ S.CSTM "
        + "S.CTHSE S.GOVL S.ADMF S.DIP S.PAL S.CMP S.CMPL S.CMPLA S.CMPMN S.CMPO S.CMPRF"
    ),
    // What is dug, made and moved.
    (
      .of(.facility),
      "L.MNA L.OILF L.GASF L.COLF L.INDS L.PRT H.HBR H.DCK S.DCKY S.MN S.MNAU S.MNC S.MNCR S.MNCU "
        + "S.MNFE S.MNN S.MNQR S.MFG S.MFGB S.MFGC S.MFGCU S.MFGM S.MFGPH S.MFGSG S.OILR S.OILT "
        + "S.TRMO S.GOSP S.DPOF S.PS S.PSH S.PSN S.DAM S.WTRW S.ZNF S.AIRF S.AIRH S.AIRP S.AIRT "
        + "S.RSTN S.MTRO S.BUSTN S.TRANT S.PIER S.FY R.TNL R.TNLRD R.TNLRR R.TNLS"
    ),
    // Where people gather.
    (
      .of(.facility),
      "S.HSP S.HSPC S.HSPD S.UNIV S.SCH S.SCHC S.SCHM S.SCHN S.SCHT S.STDM S.SQR S.MKT S.MALL S.MUS "
        + "S.THTR S.OPRA S.LIBR S.ZOO S.CH S.CTRR S.MSQE S.SHRN S.SYG S.TMPL S.PGDA S.MSSN S.CMTY "
        + "S.MNMT S.ANS"
    ),
  ]

  private static func of(_ kind: PlaceKind, _ radius: Meters? = nil) -> FeatureKind {
    .place(kind, radius: radius)
  }
}

extension PlaceKind {
  /// What a settlement of so many people is, 0 where that is not known.
  static func settlement(population: Int, isSeat: Bool = false) -> PlaceKind {
    if population >= 100_000 { return .city }
    return isSeat || population >= 5000 ? .town : .village
  }
}

/// Country codes of other lists, as ISO 3166-1 alpha-2.
package enum CountryCode {
  /// The code as the gazetteer has it: what several countries share has none, nor has what is unknown.
  ///
  /// - Parameters:
  ///   - text: One code or several between commas.
  ///   - isFIPS: Whether codes of two letters are those of FIPS 10-4, in which `AU` is Austria.
  /// - Returns: A code of two letters, or nothing.
  package static func alpha2(_ text: String, isFIPS: Bool = false) -> String {
    switch text.utf8.count {
    case 2: isFIPS ? byFIPS[text] ?? "" : byGENC[text] ?? (isCode(text) ? text : "")
    case 3: byAlpha3[text] ?? ""
    default: ""
    }
  }

  /// Whether a text is of the form of an alpha-2 code.
  static func isCode(_ text: String) -> Bool {
    text.utf8.count == 2 && text.utf8.allSatisfy { (0x41...0x5A).contains($0) }
  }

  /// Codes of GENC, the list of today's GNS, that ISO 3166-1 does not have.
  private static let byGENC = ["XG": "PS", "XW": "PS", "XS": "SJ", "XJ": "SJ"]
  private static let rows = table.split(whereSeparator: \.isWhitespace).map {
    $0.split(separator: ":").map(String.init)
  }
  private static let byAlpha3 = Dictionary(
    rows.map { ($0[1], $0[0]) }
      + [("XKS", "XK"), ("XGZ", "PS"), ("XWB", "PS"), ("XSV", "SJ"), ("XJM", "SJ")],
    uniquingKeysWith: { first, _ in first })
  private static let byFIPS = Dictionary(
    rows.map { ($0[2], $0[0]) } + [("GZ", "PS"), ("JN", "SJ")],
    uniquingKeysWith: { first, _ in first })

  /// ISO 3166-1 alpha-2, alpha-3, and FIPS 10-4 of each country, as GeoNames sets them side by side.
  private static let table = """
    AD:AND:AN AE:ARE:AE AF:AFG:AF AG:ATG:AC AI:AIA:AV AL:ALB:AL AM:ARM:AM AO:AGO:AO AQ:ATA:AY
    AR:ARG:AR AS:ASM:AQ AT:AUT:AU AU:AUS:AS AW:ABW:AA AX:ALA:-- AZ:AZE:AJ BA:BIH:BK BB:BRB:BB
    BD:BGD:BG BE:BEL:BE BF:BFA:UV BG:BGR:BU BH:BHR:BA BI:BDI:BY BJ:BEN:BN BL:BLM:TB BM:BMU:BD
    BN:BRN:BX BO:BOL:BL BQ:BES:-- BR:BRA:BR BS:BHS:BF BT:BTN:BT BV:BVT:BV BW:BWA:BC BY:BLR:BO
    BZ:BLZ:BH CA:CAN:CA CC:CCK:CK CD:COD:CG CF:CAF:CT CG:COG:CF CH:CHE:SZ CI:CIV:IV CK:COK:CW
    CL:CHL:CI CM:CMR:CM CN:CHN:CH CO:COL:CO CR:CRI:CS CU:CUB:CU CV:CPV:CV CW:CUW:UC CX:CXR:KT
    CY:CYP:CY CZ:CZE:EZ DE:DEU:GM DJ:DJI:DJ DK:DNK:DA DM:DMA:DO DO:DOM:DR DZ:DZA:AG EC:ECU:EC
    EE:EST:EN EG:EGY:EG EH:ESH:WI ER:ERI:ER ES:ESP:SP ET:ETH:ET FI:FIN:FI FJ:FJI:FJ FK:FLK:FK
    FM:FSM:FM FO:FRO:FO FR:FRA:FR GA:GAB:GB GB:GBR:UK GD:GRD:GJ GE:GEO:GG GF:GUF:FG GG:GGY:GK
    GH:GHA:GH GI:GIB:GI GL:GRL:GL GM:GMB:GA GN:GIN:GV GP:GLP:GP GQ:GNQ:EK GR:GRC:GR GS:SGS:SX
    GT:GTM:GT GU:GUM:GQ GW:GNB:PU GY:GUY:GY HK:HKG:HK HM:HMD:HM HN:HND:HO HR:HRV:HR HT:HTI:HA
    HU:HUN:HU ID:IDN:ID IE:IRL:EI IL:ISR:IS IM:IMN:IM IN:IND:IN IO:IOT:IO IQ:IRQ:IZ IR:IRN:IR
    IS:ISL:IC IT:ITA:IT JE:JEY:JE JM:JAM:JM JO:JOR:JO JP:JPN:JA KE:KEN:KE KG:KGZ:KG KH:KHM:CB
    KI:KIR:KR KM:COM:CN KN:KNA:SC KP:PRK:KN KR:KOR:KS KW:KWT:KU KY:CYM:CJ KZ:KAZ:KZ LA:LAO:LA
    LB:LBN:LE LC:LCA:ST LI:LIE:LS LK:LKA:CE LR:LBR:LI LS:LSO:LT LT:LTU:LH LU:LUX:LU LV:LVA:LG
    LY:LBY:LY MA:MAR:MO MC:MCO:MN MD:MDA:MD ME:MNE:MJ MF:MAF:RN MG:MDG:MA MH:MHL:RM MK:MKD:MK
    ML:MLI:ML MM:MMR:BM MN:MNG:MG MO:MAC:MC MP:MNP:CQ MQ:MTQ:MB MR:MRT:MR MS:MSR:MH MT:MLT:MT
    MU:MUS:MP MV:MDV:MV MW:MWI:MI MX:MEX:MX MY:MYS:MY MZ:MOZ:MZ NA:NAM:WA NC:NCL:NC NE:NER:NG
    NF:NFK:NF NG:NGA:NI NI:NIC:NU NL:NLD:NL NO:NOR:NO NP:NPL:NP NR:NRU:NR NU:NIU:NE NZ:NZL:NZ
    OM:OMN:MU PA:PAN:PM PE:PER:PE PF:PYF:FP PG:PNG:PP PH:PHL:RP PK:PAK:PK PL:POL:PL PM:SPM:SB
    PN:PCN:PC PR:PRI:RQ PS:PSE:WE PT:PRT:PO PW:PLW:PS PY:PRY:PA QA:QAT:QA RE:REU:RE RO:ROU:RO
    RS:SRB:RI RU:RUS:RS RW:RWA:RW SA:SAU:SA SB:SLB:BP SC:SYC:SE SD:SDN:SU SE:SWE:SW SG:SGP:SN
    SH:SHN:SH SI:SVN:SI SJ:SJM:SV SK:SVK:LO SL:SLE:SL SM:SMR:SM SN:SEN:SG SO:SOM:SO SR:SUR:NS
    SS:SSD:OD ST:STP:TP SV:SLV:ES SX:SXM:NN SY:SYR:SY SZ:SWZ:WZ TC:TCA:TK TD:TCD:CD TF:ATF:FS
    TG:TGO:TO TH:THA:TH TJ:TJK:TI TK:TKL:TL TL:TLS:TT TM:TKM:TX TN:TUN:TS TO:TON:TN TR:TUR:TU
    TT:TTO:TD TV:TUV:TV TW:TWN:TW TZ:TZA:TZ UA:UKR:UP UG:UGA:UG UM:UMI:-- US:USA:US UY:URY:UY
    UZ:UZB:UZ VA:VAT:VT VC:VCT:VC VE:VEN:VE VG:VGB:VI VI:VIR:VQ VN:VNM:VM VU:VUT:NH WF:WLF:WF
    WS:WSM:WS XK:XKX:KV YE:YEM:YM YT:MYT:MF ZA:ZAF:SF ZM:ZMB:ZA ZW:ZWE:ZI
    """
}

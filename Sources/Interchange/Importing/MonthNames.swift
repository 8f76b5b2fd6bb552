/// The names of months in dates of spreadsheets, folded as ``ColumnWords/key(_:)`` folds them.
enum MonthNames {
  /// The month, 1 … 12, of a folded name.
  static let numbers: [String: Int] = {
    var numbers: [String: Int] = [:]
    for (index, names) in table.enumerated() {
      for name in names.split(separator: " ") { numbers[ColumnWords.key(String(name))] = index + 1 }
    }
    return numbers
  }()

  /// Folded words that stand in dates and say nothing: days of the week, ordinals, "of".
  static let passedOver: Set<String> = Set(
    """
    monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun of st nd rd th \
    de del di den der le du g god godine
    """.split(separator: " ").map(String.init))

  /// The names of each month, in order.
  ///
  /// In English, German, French, Spanish, Italian, Portuguese, Albanian, Bosnian and Serbian, Macedonian,
  /// Bulgarian, Turkish, Russian. Names that mean two months in two languages are not read.
  private static let table = [
    "january jan januar jänner janvier janv enero ene gennaio gen janeiro janar януари јануари ocak январь января",
    "february feb februar février févr fév febrero febbraio fevereiro shkurt февруари şubat февраль февраля",
    "march mar märz mrz mars marzo março mart март марта",
    "april apr avril avr abril abr aprile prill април nisan апрель апреля",
    "may mai mayo maggio mag maio maj мај май мая mayıs",
    "june jun juni juin junio giugno giu junho qershor јуни юни haziran июнь июня",
    "july jul juli juillet juil julio luglio lug julho korrik јули юли temmuz июль июля",
    "august aug août agosto ago gusht avgust avg август августа ağustos",
    "september sep sept septembre septiembre settembre setembro set shtator septembar септември eylül сентябрь сентября",
    "october oct oktober okt octobre octubre ottobre ott outubro out tetor oktobar октомври ekim октябрь октября",
    "november nov novembre noviembre novembro nëntor novembar ноември kasım ноябрь ноября",
    "december dec dezember dez décembre déc diciembre dic dicembre dezembro dhjetor decembar декември aralık декабрь декабря",
  ]
}

/// How a text speaks of time, which decides how far an expression reaches and how it is written down.
public enum TimeRegister: String, Sendable {
  /// News and other reports: the rules of TimeBank. Each point or stretch of time is an expression of its own,
  /// without its preposition, and is put on the calendar.
  case report
  /// A message about an appointment ("I'm away from the 3rd to the 8th"): the rules of the Recognizers-Text
  /// suites. A range is one expression with its prepositions and is written `(begin,end,length)`; what the
  /// words leave open stays `X`.
  case message
}

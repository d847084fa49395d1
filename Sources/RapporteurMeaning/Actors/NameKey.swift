import Foundation
import RapporteurCore

/// The form under which a name is looked up: lower case, one space between words, no stops and no hyphens.
///
/// `nameKey("U.N.")` is `un`, `nameKey("al-Qaeda")` is `al qaeda`, `nameKey("Türkiye")` is `turkiye`.
package func nameKey(_ name: some StringProtocol) -> String {
  var key = ""
  key.reserveCapacity(name.utf8.count)
  var isAscii = true
  for scalar in name.unicodeScalars {
    switch scalar {
    case "A"..."Z": key.unicodeScalars.append(Unicode.Scalar(UInt8(scalar.value) + 32))
    case ".": break
    case " ", "\n", "\r", "\t", "-", "\u{2010}", "\u{2011}", "\u{2013}", "\u{A0}":
      if !key.isEmpty, key.unicodeScalars.last != " " { key.append(" ") }
    case "\u{2019}", "\u{2018}": key.append("'")
    default:
      if !scalar.isASCII { isAscii = false }
      key.unicodeScalars.append(scalar)
    }
  }
  if key.unicodeScalars.last == " " { key.removeLast() }
  if isAscii { return key }
  return key.folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil)
}

/// The parts of a cell that lists several values, parted by `|` or `;`, trimmed.
package func listed(_ cell: Substring) -> [Substring] {
  cell.split { $0 == "|" || $0 == ";" }.map { part in
    part.drop { $0 == " " }
  }.map { part in
    var trimmed = part
    while trimmed.last == " " { trimmed.removeLast() }
    return trimmed
  }.filter { !$0.isEmpty }
}

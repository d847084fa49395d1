internal import Foundation
import RapporteurCore

/// What tells an actor across reports: a key that two reports about the same actor share.
///
/// Persons by their last name, organisations and media by their whole name without an article, states by their code.
/// A government has its state's key. A described group ("two officials") has none: it is never taken for another report's;
/// nor has an organisation that is spoken of as "the company" alone.
struct Identity {
  /// The key, or nil.
  let key: String?

  init(_ actor: Actor) {
    let isNamed = actor.anonymity == .named && actor.mentions.contains { $0.form == .name }
    guard isNamed || actor.kind == .state else {
      key = Identity.government(actor)
      return
    }
    let words = Identity.words(of: actor.name)
    switch actor.kind {
    case .person: key = words.last.map { "person:" + $0 }
    case .state: key = actor.country.map { "state:" + $0 } ?? Identity.joined("name:", words)
    case .media: key = Identity.medium(actor.name)
    case .organisation: key = Identity.organisation(actor.name)
    case .group: key = nil
    }
  }

  /// "The Iranian government" stands for its state wherever it is spoken of.
  private static func government(_ actor: Actor) -> String? {
    guard actor.kind == .organisation, actor.sectors.first == "GOV", let country = actor.country,
      !governments.isDisjoint(with: words(of: actor.name))
    else { return nil }
    return "state:" + country
  }

  private static let governments: Set<String> = ["government", "administration", "regime"]

  /// The key of an organisation, by its name.
  static func organisation(_ name: String) -> String? { joined("name:", words(of: name)) }

  /// The key of a medium, by its name.
  static func medium(_ name: String) -> String? { joined("media:", words(of: name)) }

  private static func joined(_ prefix: String, _ words: [String]) -> String? {
    words.isEmpty ? nil : prefix + words.joined(separator: " ")
  }

  /// Words in lower case without articles, in ASCII where the letters have a plain form.
  static func words(of name: String) -> [String] {
    let plain = name.decomposedStringWithCanonicalMapping.unicodeScalars.filter {
      !$0.properties.isDiacritic
    }
    return String(String.UnicodeScalarView(plain)).lowercased()
      .split { !$0.isLetter && !$0.isNumber }.map(String.init).filter { $0 != "the" && $0 != "s" }
  }
}

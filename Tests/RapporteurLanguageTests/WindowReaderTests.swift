import RapporteurCore
import RapporteurEncoder
import RapporteurLanguage
import Testing

/// A very long report is read on all cores, and nothing of it changes thereby.
@Test func windowsReadOnAllCoresSayTheSame() throws {
  let encoder = try Encoder(
    folder: ResourceFolder(module: "RapporteurEncoder").url.appendingPathComponent("Model"))
  let places = ["Tallinn", "Lisbon", "Nairobi", "Quito", "Ankara", "Hanoi", "Accra"]
  let forms = (0..<70).flatMap { n in
    ["Envoy", "\(n)", "met", "\(places[n % 7])", "'s", "mayor", "and", "said", "he", "was", "pleased", "."]
  }
  let units = stride(from: 0, to: forms.count, by: 12).map {
    WindowPlan.Unit(tokens: $0..<($0 + 12), opensParagraph: $0 % 36 == 0)
  }
  let windows = WindowPlan(aim: 12, most: 24).windows(
    over: units, pieces: Array(repeating: 1, count: forms.count), isBreak: { _ in false })
  #expect(windows.count > 32)
  var scratch = encoder.makeScratch()
  let alone = WindowReader(encoder: encoder, forms: forms, windows: windows, most: .max)
  let shared = WindowReader(encoder: encoder, forms: forms, windows: windows, most: 0)
  #expect(alone.readings(scratch: &scratch) == shared.readings(scratch: &scratch))
}

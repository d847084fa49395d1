import RapporteurCore

/// The type, mode and code that a frame gives together with what it is about.
struct Coding {
  let type: EventType
  let mode: String?
  let cameo: String
  /// Whether the type or mode depends on what the frame is about.
  let usesInner: Bool

  /// Composes a frame with the act that it is about; nil where the two name no event.
  init?(frame: Frame, inner: EventCandidate?, hasComplement: Bool) {
    switch frame.outcome {
    case .nothing: return nil
    case .cease:
      guard let inner, let end = ModeComposition.ceased(inner.type, mode: inner.mode) else { return nil }
      self.init(type: end.type, mode: end.mode, cameo: end.cameo, usesInner: true)
    case .commit:
      guard let coding = Coding.commitment(frame, inner, hasComplement: hasComplement) else { return nil }
      self = coding
    case .event(let type):
      self = Coding.composed(type, frame, inner)
    }
  }

  private init(type: EventType, mode: String?, cameo: String, usesInner: Bool) {
    self.type = type
    self.mode = mode
    self.cameo = cameo.isEmpty ? type.cameo : cameo
    self.usesInner = usesInner
  }

  /// A commitment without a code of its own ("plan to") needs an act; one with a code ("promise") is AGREE
  /// anyway.
  private static func commitment(_ frame: Frame, _ inner: EventCandidate?, hasComplement: Bool) -> Coding? {
    guard let inner else {
      return frame.cameo.isEmpty || !hasComplement
        ? nil : Coding(type: .agree, mode: nil, cameo: frame.cameo, usesInner: false)
    }
    if frame.complement?.excluded.contains(.event(inner.type)) == true { return nil }
    return Coding.intended(inner.type, mode: inner.mode)
  }

  /// What a commitment to an act of a type is: cooperation AGREE, conflict THREATEN; words of criticism
  /// nothing.
  static func intended(_ type: EventType, mode: String?) -> Coding? {
    switch type {
    case .agree, .consult, .support, .cooperate, .aid, .concede, .retreat:
      return Coding(type: .agree, mode: nil, cameo: ModeComposition.agree(type), usesInner: true)
    case .protest, .sanction, .coerce, .assault, .mobilize, .threaten, .reject:
      let threat = ModeComposition.threaten(type, mode: mode)
      return Coding(type: .threaten, mode: threat.mode, cameo: threat.cameo, usesInner: true)
    case .request, .accuse: return nil
    }
  }

  private static func composed(_ type: EventType, _ frame: Frame, _ inner: EventCandidate?) -> Coding {
    let result: ModeComposition.Result
    switch type {
    case .request where frame.mode == nil: result = ModeComposition.request(inner?.type)
    case .reject where frame.mode == nil: result = ModeComposition.reject(inner?.type)
    case .threaten where frame.mode == nil:
      result = ModeComposition.threaten(inner?.type, mode: inner?.mode)
    case .agree:
      result = .init(mode: nil, cameo: frame.cameo.isEmpty ? ModeComposition.agree(inner?.type) : frame.cameo)
    default: return Coding(type: type, mode: frame.mode, cameo: frame.cameo, usesInner: false)
    }
    let isOwnCode = inner == nil && !frame.cameo.isEmpty
    return Coding(
      type: type, mode: inner == nil && type == .threaten ? frame.mode : result.mode,
      cameo: isOwnCode ? frame.cameo : result.cameo, usesInner: inner != nil)
  }
}

public import RapporteurCore

/// Reads a report's way: from the outlet in hand back to the origin that the text itself names.
public struct LineageReader: Sendable {
  /// Makes a reader.
  public init() {}

  /// The stations, the outlet in hand first; empty where neither input nor text names one.
  public func read(_ annotated: AnnotatedReport, actors: ActorTable) -> [LineageLink] {
    var stations: [(name: String, spans: [TextSpan])] = []
    if let outlet = annotated.report.outlet, !outlet.isEmpty { stations.append((outlet, [])) }
    for agency in annotated.dateline?.agencies ?? [] {
      add(annotated.text(of: agency), [agency], to: &stations)
    }
    let origin = OriginFinder(annotated: annotated, actors: actors).origin()
    let hadOrigin = origin.map { isNew($0.name, in: stations) } ?? false
    if let origin { add(origin.name, origin.spans, to: &stations) }
    return stations.enumerated().map { index, station in
      LineageLink(
        name: station.name, role: role(index, of: stations.count, namesOrigin: hadOrigin),
        spans: station.spans)
    }
  }

  private func isNew(_ name: String, in stations: [(name: String, spans: [TextSpan])]) -> Bool {
    !stations.contains { key($0.name) == key(name) }
  }

  private func add(
    _ name: String, _ spans: [TextSpan], to stations: inout [(name: String, spans: [TextSpan])]
  ) {
    if let known = stations.firstIndex(where: { key($0.name) == key(name) }) {
      stations[known].spans += spans
    } else {
      stations.append((name, spans))
    }
  }

  private func key(_ name: String) -> String {
    let lowered = name.lowercased()
    return lowered.hasPrefix("the ") ? String(lowered.dropFirst(4)) : lowered
  }

  /// The last is the origin where the text says that it reported first; the one before it published; the rest relay.
  private func role(_ index: Int, of count: Int, namesOrigin: Bool) -> LineageLink.Role {
    if namesOrigin && index == count - 1 { return .origin }
    let publisher = namesOrigin ? count - 2 : count - 1
    return index == publisher ? .publisher : .relay
  }
}

/// A user's own word lists, to be merged over those that the modules ship.
public struct LexiconAdditions: Sendable {
  /// A file's name, for messages, and its text.
  public struct File: Sendable, Hashable {
    /// The name.
    public let name: String
    /// The text.
    public let text: String
    /// Names a text.
    public init(name: String, text: String) {
      self.name = name
      self.text = text
    }
  }

  /// Frames of events, in the columns of `frames-*.tsv`.
  public let frames: [File]
  /// Actors, as TSV or as PETRARCH actor and agent dictionaries.
  public let actors: [File]

  /// Names the files; none by default.
  public init(frames: [File] = [], actors: [File] = []) {
    self.frames = frames
    self.actors = actors
  }

  /// Whether there is none.
  public var isEmpty: Bool { frames.isEmpty && actors.isEmpty }
}

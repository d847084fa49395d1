/// Facts about this build of the engine.
public enum Engine {
  /// The version, as CITATION.cff and CHANGELOG.md give it.
  public static let version = "0.1.0"
}

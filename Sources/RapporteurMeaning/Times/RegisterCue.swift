/// What a word tells of the register of a text.
enum RegisterCue: String, Sendable {
  case address, command, question, pointer, plan, reporting
}

import Foundation
import RapporteurCore
import RapporteurEncoder
import RapporteurIngest
import RapporteurLanguage

// The words of reports with their vectors, for training heads. Usage: WordVectors REPORTS.jsonl > words.jsonl
// One line a report, in the order of the input: its key, and for each word its span in code points, lemma, UPOS,
// head (-1 for a root), relation and sentence; the vectors (384 floats a word, little-endian) in base64.

/// The words of one report.
struct Words: Encodable {
  let key: String
  let spans: [[Int]]
  let lemmas: [String]
  let upos: [String]
  let heads: [Int]
  let relations: [String]
  let sentences: [Int]
  let vectors: Data

  init(_ annotated: AnnotatedReport, _ vectors: [[Float]]) {
    let offsets = CodePointOffsets(annotated.report.text)
    key = annotated.report.key
    spans = annotated.tokens.map { offsets.codePoints(of: $0.span) }
    lemmas = annotated.tokens.map(\.lemma)
    upos = annotated.tokens.map(\.upos.rawValue)
    heads = annotated.tokens.map { $0.head ?? -1 }
    relations = annotated.tokens.map { "\($0.deprel)" }
    sentences = annotated.tokens.indices.map(annotated.sentenceIndex)
    self.vectors = vectors.joined().reduce(into: Data(capacity: 4 * 384 * vectors.count)) { data, value in
      withUnsafeBytes(of: value.bitPattern.littleEndian) { data.append(contentsOf: $0) }
    }
  }
}

guard CommandLine.arguments.count == 2 else {
  FileHandle.standardError.write(Data("usage: WordVectors REPORTS.jsonl\n".utf8))
  exit(2)
}
/// Writes a line for each report of a file, in order.
func writeWords(of path: String) throws {
  let model = try ResourceFolder(module: "RapporteurEncoder").url.appendingPathComponent("Model")
  let annotator = try Annotator(encoder: Encoder(folder: model))
  var scratch = annotator.makeScratch()
  var reader = try ReportReader(InputFile(path), format: .jsonl, facts: ReportFacts(), rules: PageRules())
  let encoder = JSONEncoder()
  encoder.outputFormatting = .sortedKeys
  while let item = reader.next() {
    let annotated = try annotator.annotate(item.get(), scratch: &scratch)
    let vectors = annotator.wordVectors(of: annotated, scratch: &scratch)
    FileHandle.standardOutput.write(try encoder.encode(Words(annotated, vectors)) + Data("\n".utf8))
  }
}

do {
  try writeWords(of: CommandLine.arguments[1])
} catch {
  FileHandle.standardError.write(Data("WordVectors: \(error)\n".utf8))
  exit(2)
}

package import RapporteurCore
import RapporteurEncoder

extension Annotator {
  /// The vector of each token of an annotated report, as the heads saw it: for training further heads.
  ///
  /// The report's windows are run once more, so that reading itself keeps no vectors.
  package func wordVectors(of annotated: AnnotatedReport, scratch: inout AnnotatorScratch) -> [[Float]] {
    let segmentation = segmenter.segment(annotated.report.text)
    precondition(segmentation.tokens == annotated.tokens.map(\.span), "the report was cut by this annotator")
    let forms = Annotator.forms(annotated.report.text, segmentation.tokens)
    return windows(segmentation, forms).flatMap {
      encoder.hiddenStates(Array(forms[$0.tokens]), scratch: &scratch.encoder)
    }
  }
}

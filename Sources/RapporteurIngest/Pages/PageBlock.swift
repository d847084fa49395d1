/// A stretch of text that a browser sets apart: a paragraph, a heading, an item of a list, a cell.
struct PageBlock {
  /// What kind of element holds the block.
  enum Kind { case paragraph, heading, item, quote, cell, caption, plain }

  /// The innermost element that a browser sets as a block.
  let element: Int
  /// The first node of the block's text.
  let node: Int
  let kind: Kind
  /// Where the text stands in the page's buffer, UTF-8.
  let range: Range<Int>
  /// How many bytes of it stand in links.
  let linkLength: Int
  /// How many sentences seem to end in it.
  let sentenceCount: Int
  /// How many bytes of it stand in bold, italic or small print.
  let markedLength: Int

  /// The length in bytes.
  var length: Int { range.count }
  /// The bytes outside links.
  var ownLength: Int { length - linkLength }
  /// The share of the text that stands in links, 0…1.
  var linkShare: Double { length == 0 ? 1 : Double(linkLength) / Double(length) }
}

/// What a node of a page is: text, an element of a name that plays no part here, or a known one.
///
/// The order is that of `tags.h`, in which the C parser counts.
package enum PageTag: Int32, CaseIterable, Sendable {
  case text, other, a, abbr, address, ampAd, ampIframe, article, aside, audio, b, base, bdi, bdo,
    blockquote, body, br, button, canvas, caption, center, cite, code, col, dd, del, details, dfn,
    dialog, div, dl, dt, em, embed, fieldset, figcaption, figure, font, footer, form, frameset, g, h1,
    h2, h3, h4, h5, h6, head, header, hgroup, hr, html, i, iframe, img, input, ins, kbd, label, legend,
    li, link, main, map, mark, math, menu, meta, nav, noscript, object, ol, optgroup, option, p, param,
    path, picture, pre, progress, q, s, samp, script, section, select, small, source, span, strike,
    strong, style, sub, summary, sup, svg, table, tbody, td, template, textarea, tfoot, th, thead, time,
    title, tr, tt, u, ul, `var`, video, wbr
}

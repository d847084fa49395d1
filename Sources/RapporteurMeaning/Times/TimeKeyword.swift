/// A word that a rule of the time reader asks for by name; `time-words.tsv` says which forms stand for it.
enum TimeKeyword: String, Sendable {
  /// Not `some`, which an optional keyword would take for its own case.
  case someAmount = "some"
  case `for`, consecutive, straight, but, c, how, w, what, a, about, ad, additional, after, again, ago, ahead,
    all, almost, am, an,
    and, announced, another
  case any, anytime, approximately, are, around, `as`, at, b, back, bc, bce, be, been, before, beginning,
    beyond
  case begun, between, bst, business, by, calendar, can, cdt, cest, cet, clock, close, coming
  case commencing, comparable, corresponding, couple, cst, ct, current, cy, d, date, did, `do`, does
  case due, during, each, earlier, early, edt, end, ended, ending, entire, eod, eom, eoy, era, est, et
  case eve, every, exactly, expected, far, few, financial, fiscal, following, from, full, future, fy
  case gmt, going, good, greater, h, had, half, happened, has, have, he, hence, her, here, his, i, `in`
  case `is`, ish, ist, its, jst, just, last, late, later, latest, least, less, ll, long, m, many, mdt
  case me, mid, middle, midnight, might, moment, more, most, mst, mt, must, my, nearly, next, no, noon
  case not, now, o, oclock, of, old, on, once, only, or, other, our, over, overnight, p, par, past, pdt
  case per, period, planned, plans, pm, post, pre, preceding, present, previous, prior, pst, pt, q
  case quarters, recent, remaining, reported, rest, roughly, s, said, same, says, scheduled, school, set
  case several, shall, sharp, she, should, since, so, sometime, st, start, starting, sy, term, th
  case than, that, the, their, then, these, they, this, those, through, thru, till, time, times, to
  case today, told, tomorrow, tonight, trading, twice, under, until, up, upcoming, us, utc, ve, was, we
  case weekday, weekdays, weekends, well, were, whole, will, within, won, working, worth, would
  case yesterday, you, your, ytd
}

package broadsheet.verify;

import broadsheet.article.PublicationDate;

/** Describes the place of a claim in an article. Stateless. */
final class FoundPlaces {
  private static final int AROUND = 120;

  private FoundPlaces() {}

  static FoundPlace of(ComparedClaim compared) {
    ArticleText article = compared.article();
    ComparedWords words = article.words();
    int start = words.all().get(compared.start()).start();
    int end = words.all().get(compared.end() - 1).end();
    PublicationDate date = article.article().publishedAt();
    return new FoundPlace(
        article.article().id(),
        article.article().headline(),
        article.article().source(),
        date.iso(),
        date.isKnown() && date.first().equals(date.last()),
        article.paragraph(start) + 1,
        before(words.text(), start),
        words.text().substring(start, end),
        after(words.text(), end),
        speaker(compared, start, end),
        article.isFurniture(start),
        compared.isByRecognition());
  }

  private static String speaker(ComparedClaim compared, int start, int end) {
    Attribution said = Attribution.of(compared.article().words().text(), start, end);
    return said.isBeside() ? said.speaker() : "";
  }

  private static String before(String text, int start) {
    int from = Math.max(text.lastIndexOf('\n', start - 1) + 1, start - AROUND);
    return from > 0 && text.charAt(from - 1) != '\n'
        ? "…"
            + text.substring(
                text.indexOf(' ', from) < 0 ? from : Math.min(start, text.indexOf(' ', from)),
                start)
        : text.substring(from, start);
  }

  private static String after(String text, int end) {
    int line = text.indexOf('\n', end);
    int last = line < 0 ? text.length() : line;
    if (last - end <= AROUND) {
      return text.substring(end, last);
    }
    return text.substring(end, Math.max(end, text.lastIndexOf(' ', end + AROUND))) + "…";
  }
}

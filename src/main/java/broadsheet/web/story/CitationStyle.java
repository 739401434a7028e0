package broadsheet.web.story;

import broadsheet.article.Article;
import broadsheet.article.PublicationDate;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The styles in which articles of newspapers are cited most. Anything the article does not state is
 * left out.
 *
 * <p>Source: The Chicago Manual of Style, 17th edition, 14.191; Publication Manual of the APA, 7th
 * edition, 10.1; MLA Handbook, 9th edition.
 */
enum CitationStyle {
  /** Bibliography entries of the notes and bibliography style. */
  CHICAGO("Chicago") {
    @Override
    String of(Article article, String address, LocalDate accessed) {
      return sentences(
          listed(article.authors(), 10),
          "“" + closed(article.headline()) + "”",
          after(article.source(), date(article.publishedAt(), "MMMM d, uuuu", "MMMM uuuu", "n.d.")),
          "Accessed " + LONG.format(accessed),
          address);
    }
  },

  APA("APA") {
    @Override
    String of(Article article, String address, LocalDate accessed) {
      String when = "(" + date(article.publishedAt(), "uuuu, MMMM d", "uuuu, MMMM", "n.d.") + ")";
      String who = initialled(article.authors());
      String title = article.headline();
      return sentences(
              who.isEmpty() ? title : who + (who.endsWith(".") ? " " : ". ") + when,
              who.isEmpty() ? when : title,
              article.source())
          + " Retrieved "
          + LONG.format(accessed)
          + (address.isEmpty() ? "." : ", from " + address);
    }
  },

  MLA("MLA") {
    @Override
    String of(Article article, String address, LocalDate accessed) {
      String when = date(article.publishedAt(), "d MMMM uuuu", "MMMM uuuu", "");
      return sentences(
          listed(article.authors(), 2),
          "“" + closed(article.headline()) + "”",
          after(after(article.source(), when), address),
          "Accessed "
              + DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH).format(accessed));
    }
  };

  private static final DateTimeFormatter LONG =
      DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.ENGLISH);

  private final String label;

  CitationStyle(String label) {
    this.label = label;
  }

  /** The name of the style. */
  String label() {
    return label;
  }

  /**
   * The citation as plain text.
   *
   * @param address the address at which the article can be read; empty if others cannot
   * @param accessed the day on which it was read
   */
  abstract String of(Article article, String address, LocalDate accessed);

  /** The date as precisely as it is known. */
  private static String date(PublicationDate date, String day, String month, String unknown) {
    return date.first()
        .map(
            first ->
                switch (date.precision()) {
                  case UNKNOWN -> unknown;
                  case YEAR -> Integer.toString(first.getYear());
                  case MONTH -> DateTimeFormatter.ofPattern(month, Locale.ENGLISH).format(first);
                  case DAY, INSTANT ->
                      DateTimeFormatter.ofPattern(day, Locale.ENGLISH).format(first);
                })
        .orElse(unknown);
  }

  /** {@code Amsel, Ruth, and Piet van Doorn}; of more than the most only the first. */
  private static String listed(List<String> authors, int most) {
    if (authors.isEmpty()) {
      return "";
    }
    List<String> names = new ArrayList<>();
    names.add(PersonName.of(authors.getFirst()).inverted());
    if (authors.size() > most) {
      return names.getFirst() + ", et al.";
    }
    authors.stream().skip(1).map(author -> PersonName.of(author).inOrder()).forEach(names::add);
    int last = names.size() - 1;
    return last == 0
        ? names.getFirst()
        : String.join(", ", names.subList(0, last)) + ", and " + names.get(last);
  }

  /** {@code Amsel, R., & van Doorn, P.} */
  private static String initialled(List<String> authors) {
    List<String> names =
        authors.stream().map(author -> PersonName.of(author).withInitials()).toList();
    int last = names.size() - 1;
    return last < 1
        ? String.join("", names)
        : String.join(", ", names.subList(0, last)) + ", & " + names.get(last);
  }

  /** A headline that ends without a mark gets a full stop. */
  private static String closed(String title) {
    return isClosed(title) ? title : title + ".";
  }

  private static boolean isClosed(String text) {
    return text.matches("(?s).*[.?!…。？！]");
  }

  private static String after(String first, String second) {
    return first.isEmpty() || second.isEmpty() ? first + second : first + ", " + second;
  }

  private static String sentences(String... parts) {
    StringBuilder all = new StringBuilder();
    for (String part : parts) {
      if (!part.isEmpty()) {
        all.append(all.isEmpty() ? "" : " ").append(part);
        if (!isClosed(part) && !part.endsWith(".”") && !part.matches("(?s).*[?!…。？！]”")) {
          all.append('.');
        }
      }
    }
    return all.toString();
  }
}

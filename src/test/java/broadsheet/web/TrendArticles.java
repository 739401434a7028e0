package broadsheet.web;

import broadsheet.article.Article;
import broadsheet.article.PublicationDate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Articles whose numbers over time are known.
 *
 * <pre>
 *                 ferry  tide  all
 * February 2021       2     1    4
 * March 2021          0     1    2
 * April 2021          no article
 * May 2021           20     2   22   the ferry is on strike
 * </pre>
 *
 * and of the ferry one undated article, and one of 2021.
 */
final class TrendArticles {
  static final String HOSTILE = "</title><script>document.title='owned'</script>";

  private static final List<String> FILLERS =
      List.of(
          "amber quays",
          "birch sheds",
          "cedar masts",
          "dusty cranes",
          "early barges",
          "foggy piers",
          "green buoys",
          "heavy ropes",
          "inner moles",
          "jolly pilots",
          "kind keepers",
          "light anchors",
          "muddy slips",
          "noisy gulls",
          "old lanterns",
          "pale sails",
          "quiet docks",
          "rusty chains",
          "steep stairs",
          "tall sheds",
          "upper locks",
          "vast basins",
          "white rails");

  private final List<Article> articles = new ArrayList<>();

  private TrendArticles() {}

  static List<Article> all() {
    TrendArticles made = new TrendArticles();
    made.add("2021-02-03", "The ferry left late", "Lantern");
    made.add("2021-02-11", "The ferry came early", "Gazette");
    made.add("2021-02-19", "A spring tide", "Gazette");
    made.add("2021-02-28", "Nothing but fog", "Lantern");
    made.add("2021-03-05", "Nothing but mist", "Gazette");
    made.add("2021-03-31", "A neap tide", "Lantern");
    for (int i = 1; i <= 20; i++) {
      made.add(
          LocalDate.of(2021, 5, i).toString(),
          "The ferry and the Strikers",
          i < 3 ? "Gazette" : "Lantern");
    }
    made.add("2021-05-20", "A low tide", "Lantern");
    made.add("2021-05-31", "A high tide", "Lantern");
    made.add("2021", "A year of the ferry", "Lantern");
    made.add("", "The ferry of long ago", "Lantern");
    return made.articles;
  }

  private void add(String iso, String title, String source) {
    int number = articles.size();
    articles.add(
        Article.withId("trend-" + number)
            .title(title)
            .paragraphs(List.of("Seen by the " + FILLERS.get(number % FILLERS.size()) + "."))
            .language("en")
            .source(source)
            .publishedAt(iso.isEmpty() ? PublicationDate.unknown() : PublicationDate.stated(iso))
            .build());
  }
}

package broadsheet.web;

import broadsheet.article.Article;
import broadsheet.article.PublicationDate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The seed article, and a few of our own that are difficult to lay out. */
final class SampleArticles {
  static final String SEED_ID = "000_16b52361ac664b14";
  static final String HOSTILE_ID = "hostile-1";
  static final String SCRIPT = "<script>document.title='owned'</script>";

  /** Languages whose articles are laid out differently. */
  static final Set<String> OTHER_SCRIPTS = Set.of("ar", "he", "zh", "ja");

  private SampleArticles() {}

  static List<Article> all() {
    List<Article> articles = new ArrayList<>();
    articles.add(seed());
    articles.add(harbour());
    articles.add(hostile());
    articles.add(arabic());
    articles.add(hebrew());
    articles.add(chinese());
    articles.add(japanese());
    articles.add(clock());
    articles.add(clockAgain());
    articles.add(
        Article.withId("month-only")
            .title("Ferry fares to rise before the summer season")
            .paragraphs(List.of("Fares on the harbour ferry will rise by a tenth."))
            .source("The Evening Lantern")
            .publishedAt(PublicationDate.stated("2023-06"))
            .build());
    for (int i = 1; i <= 25; i++) {
      articles.add(bulletin(i));
    }
    return articles;
  }

  /** The articles in the pictures of the pages. */
  static List<Article> forShow() {
    List<Article> articles = new ArrayList<>(all());
    articles.removeIf(a -> a.id().equals(HOSTILE_ID) || OTHER_SCRIPTS.contains(a.language()));
    articles.add(
        story(
            "2024-10-04",
            "Lighthouse keeper’s ledger turns up in a Customs Street attic",
            "Two hundred pages of weather, wrecks and bread prices, kept from 1871 to 1889, lay"
                + " under the floor of a house that was to be sold."));
    articles.add(
        story(
            "2024-09-28",
            "Council puts off the tram to the north quay for a third year",
            "The rails are paid for; the bridge they are to run over is not."));
    articles.add(
        story(
            "2024-09-12",
            "Growers blame a late frost for the thin orchard harvest",
            "Pears suffered most, and the cider presses will stand idle before November."));
    articles.add(
        story(
            "2024-08-30",
            "Observatory opens its dome to schools on cloudless Fridays",
            "Children may stay until ten, and bring one grown-up each."));
    return articles;
  }

  private static Article story(String day, String title, String lead) {
    return Article.withId("story-" + day)
        .title(title)
        .paragraphs(List.of(lead))
        .source("The Evening Lantern")
        .section("Town")
        .language("en")
        .publishedAt(PublicationDate.stated(day))
        .build();
  }

  private static Article seed() {
    try {
      List<String> lines = Files.readAllLines(Path.of("seeds", SEED_ID + ".txt"));
      int foot = lines.indexOf("Related News");
      return Article.withId(SEED_ID)
          .title(lines.get(0))
          .standfirst(lines.get(1))
          .paragraphs(filled(lines.subList(2, foot)))
          .related(filled(lines.subList(foot + 1, lines.size())))
          .language("en")
          .location(SEED_ID + ".txt")
          .build();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> filled(List<String> lines) {
    return lines.stream().filter(line -> !line.isBlank()).toList();
  }

  private static Article harbour() {
    return Article.withId("harbour-1")
        .title("Harbour board votes to reopen the old grain pier")
        .standfirst("Barges return after eleven years; neighbours ask for quiet mornings")
        .dateline("PORT ELLERY, Feb 26 -")
        .paragraphs(
            List.of(
                "The harbour board voted late on Thursday to reopen the grain pier, which has"
                    + " stood empty since the storm of eleven winters ago. Members spoke for three"
                    + " hours before the vote.",
                "“A pier without a ship is a monument,” said the chairwoman, Ada Quill. “We have"
                    + " monuments enough.” The first barge of barley is expected in April.",
                "Neighbours on Customs Street asked that no crane should work before seven in"
                    + " the morning. The board promised an answer within the month."))
        .authors(List.of("Ruth Amsel", "Piet van Doorn"))
        .source("The Evening Lantern")
        .section("Harbour")
        .topics(List.of("shipping", "grain"))
        .places(List.of("Port Ellery"))
        .people(List.of("Ada Quill"))
        .organisations(List.of("Harbour Board"))
        .language("en")
        .url("https://lantern.example/1987/02/26/grain-pier")
        .publishedAt(PublicationDate.stated("1987-02-26T15:01:01.79"))
        .location("lantern.jsonl#12")
        .build();
  }

  private static Article hostile() {
    return Article.withId(HOSTILE_ID)
        .title("Markup " + SCRIPT + " in a headline & \"quotes\"")
        .standfirst("A standfirst with <img src=x onerror=alert(1)> in it")
        .dateline("NOWHERE <b>-</b>")
        .paragraphs(List.of("The hostile body says " + SCRIPT + " and </main></body> too."))
        .related(List.of("More " + SCRIPT))
        .authors(List.of("O'Neill <i>"))
        .source("Hostile " + SCRIPT)
        .section("<u>section</u>")
        .topics(List.of("topic \"" + SCRIPT))
        .url("javascript:alert(1)")
        .publishedAt(PublicationDate.stated("1963"))
        .build();
  }

  private static Article arabic() {
    return Article.withId("arabic-1")
        .title("الميناء يفتح أبوابه من جديد")
        .paragraphs(List.of("قال مجلس الميناء إن الرصيف سيفتح في أبريل."))
        .source("صحيفة المرفأ")
        .language("ar")
        .publishedAt(PublicationDate.stated("2023-06-18"))
        .build();
  }

  private static Article hebrew() {
    return Article.withId("hebrew-1")
        .title("המגדלור הישן ייפתח למבקרים")
        .paragraphs(List.of("מועצת הנמל החליטה לפתוח את המגדלור לקהל באביב."))
        .source("עיתון המגדלור")
        .language("he")
        .publishedAt(PublicationDate.stated("2021-04-02"))
        .build();
  }

  private static Article chinese() {
    return Article.withId("chinese-1")
        .title("老灯塔春天重新开放")
        .paragraphs(List.of("港口委员会星期四决定，老灯塔将在春天向公众开放。"))
        .source("灯塔晚报")
        .language("zh")
        .publishedAt(PublicationDate.stated("2021-04-03"))
        .build();
  }

  private static Article japanese() {
    return Article.withId("japanese-1")
        .title("古い灯台、春に再び公開")
        .paragraphs(List.of("港の委員会は木曜日、古い灯台を春に公開することを決めた。"))
        .source("灯台夕刊")
        .language("ja")
        .publishedAt(PublicationDate.stated("2021-04-04"))
        .build();
  }

  private static Article clock() {
    return Article.withId("clock-1")
        .title("Clock of St Maud’s tower strikes again")
        .standfirst("Thirty winters of silence end on Sunday")
        .paragraphs(
            List.of(
                "The clock of St Maud’s tower, silent for thirty winters, will strike again on"
                    + " Sunday at noon. A new pendulum was hung on Tuesday by two clockmakers, who"
                    + " had found the old one bent under a nest of jackdaws.",
                "“It is no faster than it was,” said the sexton. “It never was fast.” The parish"
                    + " raised the money with jam, raffles and one bequest, and has enough left for"
                    + " the weathercock.",
                "The bell is to strike the hours only, and not at night."))
        .authors(List.of("Olive Penrose"))
        .source("Upland Crier")
        .section("Parishes")
        .language("en")
        .url("https://crier.example/clock")
        .publishedAt(PublicationDate.stated("1999-10-02"))
        .build();
  }

  /** The same story a day later, in another paper. */
  private static Article clockAgain() {
    return Article.withId("clock-2")
        .title("Clock of St Maud’s tower to strike at noon")
        .standfirst("Thirty winters of silence end on Sunday")
        .paragraphs(
            List.of(
                "The clock of St Maud’s tower, silent for thirty winters, will strike again on"
                    + " Sunday at noon. A new pendulum was hung on Tuesday by three clockmakers,"
                    + " who had found the old one bent under a nest of jackdaws.",
                "“It is no faster than it was,” said the sexton. “It never was fast.” The parish"
                    + " raised the money with jam, raffles and one bequest, and has enough left for"
                    + " the weathercock.",
                "The bell is to strike the hours only, and not at night. Who lives beside it may"
                    + " ask for shutters."))
        .source("Fell Courier")
        .language("en")
        .publishedAt(PublicationDate.stated("1999-10-03"))
        .build();
  }

  private static Article bulletin(int number) {
    String day = String.format(java.util.Locale.ROOT, "2022-03-%02d", number);
    return Article.withId("bulletin-" + number)
        .title("Tide bulletin number " + number)
        .paragraphs(
            List.of(
                "High water at the bar came early on day "
                    + number
                    + ", and the pilots kept to the inner channel until noon."))
        .source("Ellery Pilots’ Gazette")
        .section("Tides")
        .language("en")
        .publishedAt(PublicationDate.stated(day))
        .build();
  }
}

package broadsheet;

import static java.nio.charset.StandardCharsets.UTF_8;

import broadsheet.article.Article;
import broadsheet.article.PublicationDate;
import broadsheet.corpus.FormatSamples;
import broadsheet.corpus.pdf.PdfSamples;
import broadsheet.engine.NameMode;
import broadsheet.indexing.Indexing;
import broadsheet.indexing.IndexingLog;
import broadsheet.indexing.Progress;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Files of an archive that has everything at once, to be read as a newsroom's are: each format,
 * names, versions with a correction and a withdrawal, reprints, a gallery that a source repeats
 * under unrelated stories, a scan with its recognized text, a document of ninety pages, a recording
 * with its transcript, five languages of which one runs from right to left, dates that are unknown
 * or uncertain, two hundred sources, a story without a title, and one of a megabyte.
 */
public final class WholeArchive {

  /** The number of stories in the file of the wire. */
  private static final int STORIES = 300;

  private static final int SOURCES = 200;
  private static final int PAGES = 90;
  private static final int LONG_LINES = 20_000;

  private static final List<String> PEOPLE =
      List.of("Ruth Amsel", "Tom Reed", "Ada Quill", "Anna Kim");

  /** Stories by language: two sentences, with places for a name and a number. */
  private static final List<Tongue> TONGUES =
      List.of(
          new Tongue(
              "en",
              "Ferry leaves the harbour",
              "The mayor, %1$s, said on day %2$s that the ferry to Vienna would sail. The strike in"
                  + " the harbour went on.",
              "%3$s spoke to the Harbour Board about the price of coal and the wall."),
          new Tongue(
              "en",
              "Council votes on the bridge",
              "The council of Port Ellery voted %2$s times on the bridge. “The bridge will be"
                  + " built before winter,” %1$s said.",
              "Engineers of the Ember Shipping Company measured the ice on the river."),
          new Tongue(
              "de",
              "Die Fähre verlässt den Hafen",
              "Die Fähre nach Wien legte am Tag %2$s ab. Der Hafen blieb geschlossen, sagte %1$s.",
              "Der Streik der Hafenarbeiter dauert an, und die Brücke wird gesperrt."),
          new Tongue(
              "fr",
              "Le bac quitte le port",
              "Le bac pour Vienne est parti au jour %2$s. La grève continue dans le port, a dit"
                  + " %1$s.",
              "Le conseil a voté le budget du pont, et l’hiver approche."),
          new Tongue(
              "ru",
              "Паром вышел из порта",
              "Паром в Вену вышел из порта на день %2$s. Забастовка в гавани продолжалась.",
              "Мост через реку закрыт до весны."),
          new Tongue(
              "ar",
              "العبارة تغادر الميناء",
              "غادرت العبارة الميناء في اليوم %2$s واستمر الإضراب في المدينة.",
              "صوت المجلس على بناء الجسر قبل الشتاء."));

  private static final String TALK =
      """
      WEBVTT
      Language: en

      00:01.000 --> 00:04.000
      <v Anna Kim>Good evening. The ferry

      00:04.000 --> 00:08.000
      <v Tom Reed>leaves the harbour today.
      """;

  private static final String GALLERY =
      "Photos of the year: the old lighthouse at dusk, sailors mending their nets on the quay, the"
          + " winter market under the arcades, children skating on the frozen canal, the night"
          + " train on the viaduct, and the orchestra in the drained dock.";

  private static final String LABELS =
      ", \"people\": [\"Ada Quill\"], \"places\": [\"Vienna\"], \"edition\": \"Late\","
          + " \"caption\": \"The ferry at the quay\", \"standfirst\": \"A harbour waits\","
          + " \"dateline\": \"PORT ELLERY\", \"url\": \"https://gazette.example/ferry\"";

  private record Tongue(String language, String title, String first, String second) {
    List<String> paragraphs(int number) {
      String person = PEOPLE.get(number % PEOPLE.size());
      String last = person.substring(person.indexOf(' ') + 1);
      return Stream.of(first, second).map(text -> text.formatted(person, number, last)).toList();
    }
  }

  private static Tongue tongue(int number) {
    return TONGUES.get(number % TONGUES.size());
  }

  private WholeArchive() {}

  /**
   * Writes the files, and an index of them with the names that were found in them.
   *
   * @param folder an empty folder; the index is in {@code index} below it
   * @return the index
   */
  public static Path index(Path folder) throws IOException, InterruptedException {
    Path files = Files.createDirectories(folder.resolve("files"));
    write(files);
    Path index = folder.resolve("index");
    PrintWriter nowhere = new PrintWriter(new StringWriter());
    Indexing.rebuild(index, List.of(files))
        .naming(NameMode.FIND)
        .run(new IndexingLog(nowhere, Progress.Display.NONE));
    return index;
  }

  private static void write(Path files) throws IOException {
    Path formats = Files.createDirectories(files.resolve("formats"));
    for (var sample : FormatSamples.all().entrySet()) {
      Files.write(formats.resolve("sample-" + sample.getKey()), sample.getValue());
    }
    Files.write(files.resolve("wire.jsonl"), wire(), UTF_8);
    Files.write(files.resolve("versions.jsonl"), versions(), UTF_8);
    Files.write(
        files.resolve("report.pdf"), PdfSamples.pdf(report -> PdfSamples.report(report, PAGES)));
    Files.writeString(files.resolve("talk.vtt"), TALK);
    Files.write(files.resolve("talk.mp3"), new byte[] {'I', 'D', '3', 4, 0, 0, 0, 0, 0, 0});
    Files.writeString(
        files.resolve("untitled.json"),
        "{\"text\": \"A ferry without a headline left the harbour.\", \"language\": \"en\"}");
    Files.writeString(
        files.resolve("long.txt"),
        "A very long story\n\n"
            + "The strike in the harbour went on, line by line.\n".repeat(LONG_LINES));
  }

  /** Words of a story with a gallery that no other has, so that two of them are not alike. */
  private static String own(int story) {
    return IntStream.range(0, 20)
        .mapToObj(i -> "frame" + (char) ('a' + story / 40) + (char) ('a' + i))
        .collect(Collectors.joining(" ", "Pictures: ", "."));
  }

  private static List<String> wire() {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < STORIES; i++) {
      Tongue tongue = tongue(i);
      String body = String.join("\\n", tongue.paragraphs(i));
      boolean isReprint = i % 50 == 1;
      boolean hasGallery = i % 40 == 6;
      lines.add(
          story(
              "story-" + i,
              tongue.title() + (isReprint ? "" : " " + i),
              isReprint ? reprint() : body + (hasGallery ? "\\n" + own(i) + "\\n" + GALLERY : ""),
              "\"source\": \"%s\", \"language\": \"%s\", \"section\": \"%s\", \"author\": \"%s\", \"topics\": [\"%s\"]%s%s"
                  .formatted(
                      hasGallery ? "The Gallery Post" : "Gazette " + i % SOURCES,
                      tongue.language(),
                      i % 3 == 0 ? "Harbour" : "City",
                      PEOPLE.get((i + 1) % PEOPLE.size()),
                      i % 2 == 0 ? "trade" : "weather",
                      date(i),
                      i % 7 == 0 ? LABELS : i == 5 ? ", \"corrects\": \"story-4\"" : "")));
    }
    return lines;
  }

  /** Articles like those of the wire, which may come in later. */
  public static List<Article> late(int count) {
    List<Article> articles = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Tongue tongue = tongue(i);
      articles.add(
          Article.withId("late-" + i)
              .title(tongue.title() + " late " + i)
              .paragraphs(tongue.paragraphs(i))
              .language(tongue.language())
              .source("Gazette " + i)
              .section("Harbour")
              .topics(List.of("trade"))
              .publishedAt(PublicationDate.stated("2016-0" + (1 + i % 9) + "-11"))
              .build());
    }
    return articles;
  }

  private static String reprint() {
    StringBuilder text = new StringBuilder();
    for (int i = 1; i <= 12; i++) {
      text.append(
          "The inquiry into the collapse of the pier heard witness number %s, who had seen the piles bend in storm %s. "
              .formatted(i, i * i));
    }
    return text.toString();
  }

  /** A day, a month or a year; one of seven stories has no date. */
  private static String date(int i) {
    int year = 2015 + i % 6;
    return switch (i % 7) {
      case 0 -> "";
      case 1 -> ", \"date\": \"%s\"".formatted(year);
      case 2 -> String.format(Locale.ROOT, ", \"date\": \"%d-%02d\"", year, 1 + i % 12);
      default ->
          String.format(Locale.ROOT, ", \"date\": \"%d-%02d-%02d\"", year, 1 + i % 12, 1 + i % 28);
    };
  }

  private static String story(String id, String title, String text, String more) {
    return "{\"id\": \"%s\", \"title\": \"%s\", \"text\": \"%s\", %s}"
        .formatted(id, title, text, more);
  }

  /** An item in three versions, of which the last is corrected, and one that was withdrawn. */
  private static List<String> versions() {
    return List.of(
        ninjs("urn:example:ferry", 1, "usable", "The ferry ran aground with nine aboard."),
        ninjs("urn:example:ferry", 2, "usable", "The ferry ran aground with seven aboard."),
        ninjs("urn:example:ferry", 3, "usable", "The ferry ran aground with eight aboard."),
        ninjs("urn:example:flood", 1, "usable", "The flood reached the bridge."),
        ninjs("urn:example:flood", 2, "canceled", "The flood reached the bridge."));
  }

  private static String ninjs(String uri, int version, String status, String text) {
    return """
    {"uri": "%s", "type": "text", "version": "%s", "versioncreated": "2024-05-0%sT10:00:00Z",\
     "pubstatus": "%s", "language": "en", "headline": "Ferry runs aground", "body_text": "%s"}\
    """
        .formatted(uri, version, version, status, text);
  }
}

package broadsheet.web.verify;

import broadsheet.address.ArticleAddress;
import broadsheet.address.QueryString;
import broadsheet.verify.DraftReport;
import broadsheet.verify.DraftTable;
import broadsheet.verify.FoundPlace;
import broadsheet.verify.Verdict;
import broadsheet.web.page.PageFrame;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The page for a draft.
 *
 * @param isOpen whether this reader may send one
 * @param verdicts those on a draft; null before one is sent
 */
public record VerifyPage(PageFrame frame, boolean isOpen, @Nullable Verdicts verdicts) {

  private static final int MOST_PLACES = 3;
  private static final int LONGEST_QUERY = 12;

  /**
   * The verdicts on a draft.
   *
   * @param address of the page, without a suffix
   * @param progress how far it is, or the counts of the verdicts
   * @param lookedAt the articles that were looked at; empty as long as it runs
   */
  public record Verdicts(
      String address, String progress, String digest, String lookedAt, List<Entry> entries) {}

  /**
   * A verdict.
   *
   * @param speaker as the draft names them; empty if it names nobody
   * @param said what it means, in a sentence
   */
  public record Entry(
      int number,
      String verdict,
      String said,
      String text,
      String speaker,
      List<String> changes,
      List<Found> places) {}

  /** A place in the archive, with a link to it. */
  public record Found(
      String href, String title, String facts, String before, String match, String after) {}

  static VerifyPage form(PageFrame frame, boolean isOpen) {
    return new VerifyPage(frame, isOpen, null);
  }

  static VerifyPage of(PageFrame frame, String id, DraftReport report, boolean isBroken) {
    return new VerifyPage(
        frame,
        false,
        new Verdicts(
            VerifyHandler.PATH + "/" + id,
            progress(report, isBroken),
            report.draft(),
            report.lookedAt(),
            report.findings().stream().map(VerifyPage::entry).toList()));
  }

  private static String progress(DraftReport report, boolean isBroken) {
    int done = report.findings().size();
    if (isBroken) {
      return "%s of %s checked. The archive did not answer; send the draft again."
          .formatted(done, report.claims());
    }
    if (!report.isDone()) {
      return "%s of %s checked so far. This page is drawn again until all are."
          .formatted(done, report.claims());
    }
    return Arrays.stream(Verdict.values())
        .map(verdict -> counted(verdict, report))
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private static String counted(Verdict verdict, DraftReport report) {
    long count =
        report.findings().stream().filter(row -> row.verdict().equals(verdict.label())).count();
    return count == 0 ? "" : count + " " + verdict.label();
  }

  private static Entry entry(DraftReport.Row row) {
    return new Entry(
        row.number(),
        label(row.verdict()),
        said(row),
        row.text(),
        row.speaker(),
        row.changes().stream().map(DraftTable::text).toList(),
        row.places().stream().limit(MOST_PLACES).map(VerifyPage::found).toList());
  }

  private static String label(String verdict) {
    return verdict.substring(0, 1).toUpperCase(Locale.ENGLISH) + verdict.substring(1);
  }

  private static String said(DraftReport.Row row) {
    String there = row.places().isEmpty() ? "" : row.places().getFirst().speaker();
    return switch (Verdict.valueOf(row.verdict().toUpperCase(Locale.ROOT))) {
      case VERBATIM ->
          row.articles() > 1
              ? "In this archive, %s articles have these words; the earliest comes first."
                  .formatted(row.articles())
              : "In this archive, an article has these words.";
      case ALTERED -> "In this archive, an article has nearly these words.";
      case SHORTENED -> "In this archive, an article has these words and others between them.";
      case SPLICED -> "In this archive, these words stand in two places.";
      case MISATTRIBUTED ->
          there.isEmpty()
              ? "In this archive, %s is not named beside these words.".formatted(row.speaker())
              : "In this archive, %s says it.".formatted(there);
      case ABSENT ->
          row.places().isEmpty()
              ? "In this archive, no article has these words."
              : "In this archive, no article has these words. This is the nearest.";
    };
  }

  private static Found found(FoundPlace place) {
    String phrase =
        Arrays.stream(place.match().replaceAll("[\"“”*]", " ").split("\n", 2)[0].split("\\s+", -1))
            .filter(word -> !word.isBlank())
            .limit(LONGEST_QUERY)
            .collect(Collectors.joining(" "));
    String date = place.date().isEmpty() ? "undated" : place.date();
    String day = place.isDay() || place.date().isEmpty() ? date : date + " (day unknown)";
    return new Found(
        ArticleAddress.path(place.id()) + "?q=" + QueryString.encode("\"" + phrase + "\""),
        place.title(),
        facts(day, place),
        place.before(),
        place.match(),
        place.after());
  }

  private static String facts(String day, FoundPlace place) {
    return day
        + (place.source().isEmpty() ? "" : " · " + place.source())
        + (place.speaker().isEmpty() ? "" : " · " + place.speaker())
        + (place.isFurniture() ? " · repeated by its source" : "")
        + (place.isRecognized() ? " · read from a scan, with other letters" : "");
  }
}

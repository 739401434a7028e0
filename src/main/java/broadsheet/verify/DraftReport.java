package broadsheet.verify;

import broadsheet.article.Sha256;
import broadsheet.engine.LookedAt;
import broadsheet.engine.SearchEngine;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * The verdicts on a draft, as they are sent.
 *
 * @param draft the SHA-256 of its text
 * @param state the number of the state of the archive
 * @param claims the number of claims; as long as it is being checked, more than there are findings
 * @param isDone whether all were checked
 * @param lookedAt the articles that were looked at
 * @param findings in the order of the draft
 */
public record DraftReport(
    String draft, long state, int claims, boolean isDone, String lookedAt, List<Row> findings) {

  /**
   * A finding.
   *
   * @param number from 1; {@code #claim-1} is its address on the page
   * @param verdict {@code verbatim}, {@code altered}, {@code shortened}, {@code spliced}, {@code
   *     misattributed} or {@code absent}
   * @param text the words of the draft
   * @param speaker the one who says them, as the draft names them; empty if it names nobody
   * @param isQuotation whether the draft quotes them
   * @param changes the differences, in the order of the draft
   * @param places the places in the archive, the earliest first
   * @param articles the number of articles with these words, among those compared
   */
  public record Row(
      int number,
      String verdict,
      String text,
      String speaker,
      boolean isQuotation,
      List<Changed> changes,
      List<FoundPlace> places,
      int articles) {}

  /**
   * A difference.
   *
   * @param kind {@code negation}, {@code number}, {@code name}, {@code word}, {@code bracketed},
   *     {@code left_out} or {@code ellipsis}
   */
  public record Changed(String kind, String claimed, String printed) {}

  /**
   * The part of a report that may be kept: no word of the draft.
   *
   * @param draft the SHA-256 of the draft
   * @param verdicts of each claim the SHA-256 of its text, the verdict, and the ids of articles
   */
  public record Receipt(String draft, long state, String lookedAt, List<Kept> verdicts) {}

  /** One verdict of a receipt. */
  public record Kept(int number, String claim, String verdict, List<String> articles) {}

  public DraftReport {
    findings = List.copyOf(findings);
  }

  /** The report on a draft so far. */
  public static DraftReport of(
      String digest, int claims, List<Finding> findings, SearchEngine engine) {
    List<Row> rows = new ArrayList<>();
    for (Finding finding : findings) {
      rows.add(row(rows.size() + 1, finding));
    }
    boolean isDone = rows.size() == claims;
    return new DraftReport(
        digest, engine.state(), claims, isDone, isDone ? LookedAt.in(engine) : "", rows);
  }

  /** The digest of a text. */
  public static String digest(String text) {
    return HexFormat.of().formatHex(Sha256.of(text));
  }

  private static Row row(int number, Finding finding) {
    Claim claim = finding.claim();
    return new Row(
        number,
        finding.verdict().label(),
        claim.text(),
        claim.speaker(),
        claim.isQuotation(),
        finding.changes().stream()
            .map(
                each ->
                    new Changed(
                        each.kind().name().toLowerCase(Locale.ROOT),
                        each.claimed(),
                        each.printed()))
            .toList(),
        finding.places(),
        finding.articles());
  }

  /** The part that may be kept. */
  public Receipt receipt() {
    return new Receipt(
        draft,
        state,
        lookedAt,
        findings.stream()
            .map(
                row ->
                    new Kept(
                        row.number(),
                        digest(row.text()),
                        row.verdict(),
                        row.places().stream().map(FoundPlace::id).distinct().toList()))
            .toList());
  }

  /** Whether every claim stands in the archive as the draft has it, or is honestly shortened. */
  public boolean hasOnlyConfirmed() {
    return findings.stream()
        .allMatch(
            row ->
                row.verdict().equals(Verdict.VERBATIM.label())
                    || (row.verdict().equals(Verdict.SHORTENED.label())
                        && row.changes().stream()
                            .allMatch(each -> each.kind().equals("ellipsis"))));
  }
}

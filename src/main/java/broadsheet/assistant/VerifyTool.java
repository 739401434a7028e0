package broadsheet.assistant;

import broadsheet.engine.SearchEngine;
import broadsheet.operation.ArchiveOperation;
import broadsheet.operation.Parameters;
import broadsheet.verify.Claim;
import broadsheet.verify.ClaimVerification;
import broadsheet.verify.DraftClaims;
import broadsheet.verify.DraftReport;
import broadsheet.verify.FoundPlace;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says whether quotations stand in the archive, and who says them there. */
final class VerifyTool implements ArchiveTool {

  private final ArticleLinks links;

  VerifyTool(ArticleLinks links) {
    this.links = links;
  }

  /**
   * The verdicts.
   *
   * @param lookedAt the articles that were looked at
   */
  record Answer(String lookedAt, List<Verdict> verdicts) {}

  /**
   * A verdict on a quotation.
   *
   * @param place the earliest place; null if it is nowhere
   * @param link the page of its article; null if there is none
   */
  record Verdict(
      String verdict,
      String text,
      String speaker,
      List<DraftReport.Changed> changes,
      @Nullable FoundPlace place,
      @Nullable String link,
      int articles) {}

  @Override
  public ArchiveOperation operation() {
    return ArchiveOperation.VERIFY;
  }

  @Override
  public String description() {
    return "Checks quotations against this news archive: verbatim, altered, shortened, spliced"
        + " (joined from two places), misattributed (said by another there) or absent. Use it"
        + " before you hand on a quotation. It says what is in this archive, not what is true.";
  }

  @Override
  public Answer answer(ToolCall call, SearchEngine engine) {
    String text = call.values().text(Parameters.TEXT);
    if (text.isBlank()) {
      throw new UnanswerableException("There is no text to check.");
    }
    List<Claim> quoted = DraftClaims.in(text, false);
    List<Claim> claims =
        quoted.isEmpty()
            ? List.of(new Claim(text, call.values().text(Parameters.SPEAKER), true))
            : quoted;
    DraftReport report =
        DraftReport.of(
            DraftReport.digest(text),
            claims.size(),
            new ClaimVerification(engine).check(claims),
            engine);
    return new Answer(report.lookedAt(), report.findings().stream().map(this::verdict).toList());
  }

  private Verdict verdict(DraftReport.Row row) {
    FoundPlace place = row.places().isEmpty() ? null : row.places().getFirst();
    return new Verdict(
        row.verdict(),
        row.text(),
        row.speaker(),
        row.changes(),
        place,
        place == null ? null : links.to(place.id()),
        row.articles());
  }
}

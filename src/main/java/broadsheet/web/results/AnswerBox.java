package broadsheet.web.results;

import broadsheet.address.SearchParameters;
import broadsheet.engine.result.FoundAnswers;
import broadsheet.engine.result.Hit;
import broadsheet.web.page.HitEntry;
import broadsheet.web.page.MarkedHtml;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The answers above the results.
 *
 * @param answers the best sentence of each article, at most three
 * @param off the same page without answers
 */
public record AnswerBox(List<Shown> answers, String off) {

  /**
   * A sentence.
   *
   * @param html with its matches marked
   * @param entry the result that it is from
   */
  public record Shown(String html, HitEntry entry) {}

  /**
   * The box; empty where no sentence is likely enough.
   *
   * @param entries the results of the page, some of which the answers are from
   */
  static Optional<AnswerBox> of(
      FoundAnswers answers, List<HitEntry> entries, SearchParameters parameters) {
    return answers.isSure()
        ? Optional.of(
            new AnswerBox(
                answers.byArticle().stream()
                    .map(
                        one ->
                            new Shown(
                                MarkedHtml.of(one.sentence().text()), entry(one.hit(), entries)))
                    .toList(),
                parameters.withAnswers(false).toQueryString().after("/search")))
        : Optional.empty();
  }

  private static HitEntry entry(Hit hit, List<HitEntry> entries) {
    return entries.stream()
        .filter(entry -> Objects.equals(entry.hit().id(), hit.id()))
        .findFirst()
        .orElseThrow();
  }
}

package broadsheet.web.results;

import broadsheet.engine.result.FoundAnswers;
import broadsheet.web.page.MarkedHtml;
import java.util.List;
import java.util.Optional;

/**
 * The sentences that answer a question, in the form of {@code /search.json}.
 *
 * @param isSure whether the first is so likely to be right that the page shows it above the results
 * @param likelihood the estimated probability that the first is right, 0 to 1
 * @param sentences the best first, at most three
 */
public record AnswersView(boolean isSure, double likelihood, List<Sentence> sentences) {

  /**
   * A sentence of an article, word for word.
   *
   * @param id the article, one of the hits
   * @param html the sentence with its matches marked
   */
  public record Sentence(String id, String html) {}

  private static final double HUNDRED = 100;

  /** Those to show; empty where there are none. */
  static Optional<AnswersView> of(FoundAnswers answers) {
    return answers.all().isEmpty()
        ? Optional.empty()
        : Optional.of(
            new AnswersView(
                answers.isSure(),
                Math.round(answers.likelihood() * HUNDRED) / HUNDRED,
                answers.all().stream()
                    .map(one -> new Sentence(one.hit().id(), MarkedHtml.of(one.sentence().text())))
                    .toList()));
  }
}

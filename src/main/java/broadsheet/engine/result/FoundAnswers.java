package broadsheet.engine.result;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The sentences that answer a question, the best first. Empty where no question is asked, or the
 * best sentence is unlikely to answer it.
 *
 * @param all at most {@value #MOST}, of which an article may have several
 * @param likelihood the estimated probability that the first is right, 0 to 1. It was fitted to
 *     questions whose answers are known: see {@code docs/decisions/0076-answers.md}
 */
public record FoundAnswers(List<Answer> all, double likelihood) {

  /** The most answers. */
  public static final int MOST = 3;

  /** None. */
  public static final FoundAnswers NONE = new FoundAnswers(List.of(), 0);

  /** A first sentence of less is refused. */
  private static final double REFUSED = 0.2;

  /** From this likelihood on, the first is shown as the answer. */
  private static final double SURE = 0.9;

  /** The weight of an article's score, as a part of the best. */
  private static final double SCORE = 3.2;

  private static final double CONSTANT = -8.96;
  private static final double FIRST = 0.507;
  private static final double LEAD = 0.405;

  /** A greater lead over the best sentence of another article does not count. */
  private static final double GREATEST_LEAD = 6;

  /**
   * A sentence and its article.
   *
   * @param weight that of the sentence and of its article's score
   */
  public record Answer(Hit hit, AnswerSentence sentence, double weight) {}

  public FoundAnswers {
    all = List.copyOf(all);
  }

  /** Those of the first hits of a search by relevance. */
  public static FoundAnswers of(List<Hit> hits) {
    double best = hits.stream().mapToDouble(Hit::score).max().orElse(0);
    List<Answer> ranked =
        hits.stream()
            .flatMap(hit -> answers(hit, best))
            .sorted(Comparator.comparingDouble(Answer::weight).reversed())
            .toList();
    double likelihood = likelihood(ranked);
    return likelihood < REFUSED ? NONE : new FoundAnswers(distinct(ranked), likelihood);
  }

  private static Stream<Answer> answers(Hit hit, double best) {
    double share = best > 0 ? hit.score() / best : 0;
    return hit.answers().stream().map(one -> new Answer(hit, one, one.weight() + SCORE * share));
  }

  /** The best without those that say the same in the same words. */
  private static List<Answer> distinct(List<Answer> ranked) {
    List<Answer> distinct = new ArrayList<>();
    for (Answer answer : ranked) {
      String text = answer.sentence().text().text();
      if (distinct.size() < MOST
          && distinct.stream().noneMatch(other -> other.sentence().text().text().equals(text))) {
        distinct.add(answer);
      }
    }
    return distinct;
  }

  private static double likelihood(List<Answer> ranked) {
    if (ranked.isEmpty()) {
      return 0;
    }
    Answer first = ranked.getFirst();
    double lead =
        ranked.stream()
            .filter(other -> !other.hit().id().equals(first.hit().id()))
            .findFirst()
            .map(other -> first.weight() - other.weight())
            .orElse(GREATEST_LEAD);
    double log = CONSTANT + FIRST * first.weight() + LEAD * Math.min(lead, GREATEST_LEAD);
    return 1 / (1 + Math.exp(-log));
  }

  /** Whether the first is so likely that it is shown as the answer. */
  public boolean isSure() {
    return likelihood >= SURE;
  }

  /** The best sentence of each article. */
  public List<Answer> byArticle() {
    List<Answer> first = new ArrayList<>();
    for (Answer answer : all) {
      if (first.stream().noneMatch(other -> other.hit().id().equals(answer.hit().id()))) {
        first.add(answer);
      }
    }
    return first;
  }
}

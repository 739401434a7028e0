package broadsheet.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * So many words set side by side that no article need have them all: a sentence, a headline from
 * elsewhere, half a remembered paragraph. The more of them an article has, and the more telling
 * ones, the better. Immutable.
 *
 * @param words in the order they were typed, at least {@value #LEAST_WORDS}
 * @param rest what holds in any case: phrases, fields, dates, exclusions and all else that is no
 *     plain word
 */
public record Question(List<QueryNode.Word> words, List<QueryNode> rest) {

  /** Fewer words are all wanted. */
  public static final int LEAST_WORDS = 6;

  public Question {
    words = List.copyOf(words);
    rest = List.copyOf(rest);
  }

  /** The question a query is; empty when it is none. */
  public static Optional<Question> of(QueryNode root) {
    if (!(root instanceof QueryNode.Together together)) {
      return Optional.empty();
    }
    List<QueryNode.Word> words = new ArrayList<>();
    List<QueryNode> rest = new ArrayList<>();
    for (QueryNode child : together.children()) {
      LoneYear.plainWord(child).ifPresentOrElse(words::add, () -> rest.add(child));
    }
    return words.stream().distinct().count() < LEAST_WORDS
        ? Optional.empty()
        : Optional.of(new Question(words, rest));
  }
}

package broadsheet.lucene.mark;

import broadsheet.engine.result.AnswerSentence;
import broadsheet.engine.result.FoundAnswers;
import broadsheet.engine.result.MarkedText;
import broadsheet.engine.result.MarkedText.Mark;
import broadsheet.lucene.analysis.QueryWord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds the sentence of an article that best answers a question: by the rarity of the words that it
 * has, that the headline and its neighbours have, and by whether it has something of the kind that
 * is asked for. See {@code docs/decisions/0076-answers.md} for the weights. One finder serves one
 * search. Not thread-safe.
 */
final class AnswerFinder {

  private static final double OWN = 9.3;
  private static final double HEADLINE = 3.9;
  private static final double BEFORE = 4.6;
  private static final double AFTER = 2.4;
  private static final double ARTICLE = 3.4;
  private static final double KIND = 1.8;
  private static final double FIRST = 0.9;
  private static final double SHORT = -1.3;
  private static final double QUESTION = -1.8;

  /** A sentence of fewer words is short. */
  private static final int FEWEST_WORDS = 6;

  /** The furthest that a neighbour with marks is from a sentence, in UTF-16 units. */
  private static final int NEAR = 300;

  private final QuestionWords words;
  private final Map<String, Map<String, List<String>>> stems = new HashMap<>();

  AnswerFinder(QuestionWords words) {
    this.words = words;
  }

  /** A sentence with the stems of the question that it has. */
  private record Sentence(Passage passage, Set<String> has, int order) {
    String text() {
      return passage.text().text().substring(passage.start(), passage.end());
    }
  }

  /**
   * The best sentences, the best first; empty where no text has a match.
   *
   * @param language the language whose rules stem the article
   * @param texts its texts in reading order
   */
  List<AnswerSentence> in(String language, MarkedText headline, List<Passage.Source> texts) {
    Set<String> title = matched(language, headline, headline.marks());
    Set<String> article = new HashSet<>(title);
    List<List<Sentence>> all = new ArrayList<>();
    for (Passage.Source text : texts) {
      List<Sentence> sentences = sentences(language, text);
      sentences.forEach(sentence -> article.addAll(sentence.has()));
      all.add(sentences);
    }
    double whole = words.share(article, language);
    return all.stream()
        .flatMap(text -> text.stream().map(one -> weighed(one, text, title, language)))
        .map(one -> new AnswerSentence(one.text(), one.weight() + ARTICLE * whole, one.share()))
        .sorted(Comparator.comparingDouble(AnswerSentence::weight).reversed())
        .limit(FoundAnswers.MOST)
        .toList();
  }

  private List<Sentence> sentences(String language, Passage.Source text) {
    List<Sentence> sentences = new ArrayList<>();
    for (Passage passage : Passage.marked(text)) {
      Set<String> has = matched(language, passage.text(), passage.marks());
      sentences.add(new Sentence(passage, has, sentences.size()));
    }
    return sentences;
  }

  private Set<String> matched(String language, MarkedText text, List<Mark> marks) {
    Map<String, List<String>> known = stems.computeIfAbsent(language, _ -> new HashMap<>());
    List<String> all = new ArrayList<>();
    for (Mark mark : marks) {
      String match = text.text().substring(mark.start(), mark.end());
      all.addAll(
          known.computeIfAbsent(
              match, m -> QuestionWords.stems(m, language).stream().map(QueryWord::stem).toList()));
    }
    return words.among(all, language);
  }

  private AnswerSentence weighed(
      Sentence one, List<Sentence> text, Set<String> title, String language) {
    Set<String> has = new HashSet<>(one.has());
    double own = words.share(has, language);
    double headline = added(has, title, language);
    double before = added(has, before(one, text), language);
    double after = added(has, after(one, text), language);
    String sentence = one.text();
    double weight =
        OWN * own
            + HEADLINE * headline
            + BEFORE * before
            + AFTER * after
            + KIND * AnswerForm.of(words, language).fit(sentence)
            + FIRST / (1 + one.order())
            + (isShort(sentence) ? SHORT : 0)
            + (AnswerForm.isQuestion(sentence) ? QUESTION : 0);
    return new AnswerSentence(Excerpt.of(one.passage()), weight, own + headline + before + after);
  }

  /** The share of stems that are not yet there, which are added. */
  private double added(Set<String> has, Set<String> more, String language) {
    Set<String> fresh = new HashSet<>(more);
    fresh.removeAll(has);
    has.addAll(fresh);
    return words.share(fresh, language);
  }

  private static Set<String> before(Sentence one, List<Sentence> text) {
    int from = one.passage().start() - NEAR;
    return has(
        text.subList(Math.max(0, one.order() - 2), one.order()).stream()
            .filter(other -> other.passage().end() >= from));
  }

  private static Set<String> after(Sentence one, List<Sentence> text) {
    int to = one.passage().end() + NEAR;
    return has(
        text.stream()
            .skip(one.order() + 1L)
            .limit(1)
            .filter(other -> other.passage().start() <= to));
  }

  private static Set<String> has(Stream<Sentence> sentences) {
    Set<String> has = new HashSet<>();
    sentences.forEach(sentence -> has.addAll(sentence.has()));
    return has;
  }

  private static boolean isShort(String sentence) {
    boolean hasBlanks = sentence.indexOf(' ') >= 0;
    return hasBlanks && sentence.split(" ", FEWEST_WORDS).length < FEWEST_WORDS;
  }
}

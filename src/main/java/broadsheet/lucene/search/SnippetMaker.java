package broadsheet.lucene.search;

import broadsheet.engine.MarkedText;
import broadsheet.engine.MarkedText.Mark;
import broadsheet.lucene.analysis.QueryWord;
import broadsheet.lucene.analysis.Sentences;
import broadsheet.lucene.analysis.Sentences.Sentence;
import broadsheet.lucene.schema.IndexSchema;
import broadsheet.query.QueryField;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Chooses the sentences that show best why an article was found: those with the most different
 * matches, longer ones (phrases) counting more. Two at most, the second for what it adds.
 * Stateless.
 */
final class SnippetMaker {

  private static final int MAX_SNIPPETS = 2;

  /** So many sentences with matches are weighed in one text; those after them are passed over. */
  private static final int MAX_CANDIDATES = 60;

  private SnippetMaker() {}

  private record Candidate(MarkedText text, Sentence sentence, Set<String> matches, int order) {

    double weight(Set<String> seen) {
      double weight = 0;
      for (String match : matches) {
        long words = 1 + match.chars().filter(c -> c == ' ').count();
        weight += seen.contains(match) ? 0.1 : words;
      }
      return weight;
    }

    MarkedText snippet() {
      return Excerpt.of(text, sentence.start(), sentence.end());
    }
  }

  /**
   * The snippets of an article, in reading order.
   *
   * @param texts its texts in reading order; the first that is not empty opens the article and is
   *     shown, unmarked, where none has a mark
   */
  static List<MarkedText> of(List<MarkedText> texts) {
    List<Candidate> candidates = new ArrayList<>();
    texts.forEach(text -> addCandidates(text, candidates));
    if (candidates.isEmpty()) {
      return texts.stream()
          .filter(t -> !t.text().isEmpty())
          .limit(1)
          .map(Excerpt::opening)
          .toList();
    }
    List<Candidate> chosen = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    while (chosen.size() < MAX_SNIPPETS && !candidates.isEmpty()) {
      Candidate best =
          candidates.stream()
              .max(
                  Comparator.<Candidate>comparingDouble(c -> c.weight(seen))
                      .thenComparing(Comparator.comparingInt(Candidate::order).reversed()))
              .orElseThrow();
      chosen.add(best);
      seen.addAll(best.matches());
      candidates.remove(best);
    }
    chosen.sort(Comparator.comparingInt(Candidate::order));
    return chosen.stream().map(Candidate::snippet).toList();
  }

  private static void addCandidates(MarkedText text, List<Candidate> candidates) {
    int from = candidates.size();
    Candidate current = null;
    for (Mark mark : text.marks()) {
      if (current == null || mark.start() >= current.sentence().end()) {
        if (candidates.size() - from == MAX_CANDIDATES) {
          return;
        }
        current =
            new Candidate(text, around(text.text(), mark), new HashSet<>(), candidates.size());
        candidates.add(current);
      }
      current.matches().add(stems(text.text().substring(mark.start(), mark.end())));
    }
  }

  /** What two matches have in common that differ in their endings alone. */
  private static String stems(String match) {
    return QueryWord.in(match, IndexSchema.analyzer(QueryField.BODY)).stream()
        .map(QueryWord::stem)
        .collect(Collectors.joining(" "));
  }

  private static Sentence around(String text, Mark mark) {
    List<Sentence> sentences = Sentences.around(text, mark.start(), mark.end());
    return sentences.isEmpty()
        ? new Sentence(mark.start(), mark.end())
        : new Sentence(
            Math.min(mark.start(), sentences.getFirst().start()),
            Math.max(mark.end(), sentences.getLast().end()));
  }
}

package broadsheet.lucene.mark;

import broadsheet.engine.result.MarkedText;
import broadsheet.engine.result.MarkedText.Mark;
import broadsheet.lucene.analysis.QueryWord;
import broadsheet.lucene.schema.IndexSchema;
import broadsheet.query.QueryField;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Chooses the sentences that best show why an article was found: those with the most distinct
 * matches, where longer matches (phrases) count more. Chooses at most two, the second for the
 * matches it adds. A line of a table of contents is chosen only where no sentence matches. A
 * sentence that repeats the headline is passed over. One maker serves one search. Not thread-safe.
 */
final class SnippetMaker {

  private static final int MAX_SNIPPETS = 2;

  /** The weight in a second sentence of a match that the first already shows. */
  private static final double SHOWN_BEFORE = 0.1;

  private final Map<String, Map<String, String>> stems = new HashMap<>();

  /** The weight of a line of a table of contents, less than that of any sentence. */
  private static final double CONTENTS = 0.01;

  /** A passage of one of the texts, with its distinct matches. */
  private record Candidate(
      Passage passage, String label, Set<String> matches, int order, boolean isContents) {

    MarkedText excerpt() {
      return Excerpt.of(passage).after(label);
    }

    double weight(Set<String> shown) {
      double weight = 0;
      for (String match : matches) {
        long words = 1 + match.chars().filter(c -> c == ' ').count();
        weight += shown.contains(match) ? SHOWN_BEFORE : words;
      }
      return isContents ? CONTENTS * weight : weight;
    }
  }

  /**
   * The snippets of an article, in reading order.
   *
   * @param language the language whose rules stem it
   * @param headline the headline that is shown above them
   * @param texts its texts in reading order; the first that is not empty opens the article and is
   *     shown, unmarked, where none has a mark
   */
  List<MarkedText> of(String language, MarkedText headline, List<Passage.Source> texts) {
    List<Candidate> candidates = new ArrayList<>();
    List<Candidate> repeated = new ArrayList<>();
    for (Passage.Source text : texts) {
      int after = RepeatedHeadline.end(text.text().text(), headline.text());
      for (Passage passage : Passage.marked(text)) {
        Set<String> found = matches(language, passage);
        boolean isContents = ContentsEntry.isAt(text.text().text(), passage.start());
        (passage.end() <= after ? repeated : candidates)
            .add(new Candidate(passage, text.label(), found, candidates.size(), isContents));
      }
    }
    List<MarkedText> opening =
        candidates.isEmpty()
            ? texts.stream().flatMap(source -> opening(source, headline)).limit(1).toList()
            : List.of();
    boolean isOpening = !opening.isEmpty() && (headline.isMarked() || repeated.isEmpty());
    return isOpening
        ? opening
        : best(candidates.isEmpty() ? repeated : candidates).stream()
            .map(Candidate::excerpt)
            .toList();
  }

  /** The first sentence of a text after the headline, unmarked; none if there is no more. */
  private static Stream<MarkedText> opening(Passage.Source source, MarkedText headline) {
    String text = source.text().text();
    int after = RepeatedHeadline.end(text, headline.text());
    return after == text.length()
        ? Stream.of()
        : Stream.of(Excerpt.opening(text, after).after(source.label()));
  }

  private static List<Candidate> best(List<Candidate> candidates) {
    List<Candidate> chosen = new ArrayList<>();
    Set<String> shown = new HashSet<>();
    while (chosen.size() < MAX_SNIPPETS && !candidates.isEmpty()) {
      Candidate best =
          candidates.stream()
              .max(
                  Comparator.<Candidate>comparingDouble(c -> c.weight(shown))
                      .thenComparing(Comparator.comparingInt(Candidate::order).reversed()))
              .orElseThrow();
      chosen.add(best);
      shown.addAll(best.matches());
      candidates.remove(best);
    }
    chosen.sort(Comparator.comparingInt(Candidate::order));
    return chosen;
  }

  private Set<String> matches(String language, Passage passage) {
    Set<String> matches = new HashSet<>();
    Map<String, String> known = stems.computeIfAbsent(language, _ -> new HashMap<>());
    for (Mark mark : passage.marks()) {
      String match = passage.text().text().substring(mark.start(), mark.end());
      matches.add(known.computeIfAbsent(match, m -> stems(language, m)));
    }
    return matches;
  }

  /** The stems of a match, equal for two matches that differ only in their endings. */
  private static String stems(String language, String match) {
    return QueryWord.in(match, IndexSchema.queryAnalyzer(QueryField.BODY, language)).stream()
        .map(QueryWord::stem)
        .collect(Collectors.joining(" "));
  }
}

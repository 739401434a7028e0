package broadsheet.lucene.words;

import broadsheet.engine.result.MarkedText.Mark;
import broadsheet.lucene.mark.MatchMarker;
import broadsheet.lucene.schema.IndexSchema;
import broadsheet.lucene.schema.StoredArticle;
import broadsheet.query.QueryField;
import java.io.IOException;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.lucene.index.StoredFields;

/** Finds the sequences of words that have a whole match in them: clusters. */
record Clusters(MatchMarker marker, StoredFields stored) {

  /**
   * Visits those of an article, each place once.
   *
   * @return the number of words of the article, as its index has it
   */
  long read(int document, int length, Consumer<String[]> visitor) throws IOException {
    Optional<MatchMarker.Matched> matched = marker.in(document);
    StoredArticle article = new StoredArticle(stored.document(document));
    for (QueryField part : IndexSchema.DEFAULT_FIELDS.keySet()) {
      List<Mark> places = matched.isPresent() ? matched.get().places(part) : List.of();
      for (TextAround around : TextAround.of(article.text(part), places, length - 1)) {
        read(around, length, visitor);
      }
    }
    long[] words = {0};
    new TextWords(stored).read(document, _ -> words[0]++);
    return words[0];
  }

  private static void read(TextAround around, int length, Consumer<String[]> visitor) {
    BitSet starts = new BitSet();
    for (Mark place : around.places()) {
      int first = around.before(place) + 1;
      int last = around.behind(place) - 1;
      int from = first - around.left(place, length - 1).size();
      int to = last + around.right(place, length - 1).size();
      for (int start = Math.max(from, last - length + 1);
          start <= Math.min(first, to - length + 1);
          start++) {
        starts.set(start);
      }
    }
    starts.stream()
        .forEach(
            start ->
                visitor.accept(
                    around.words().subList(start, start + length).stream()
                        .map(TextAround.Word::folded)
                        .toArray(String[]::new)));
  }
}

package broadsheet.lucene.suggest;

import broadsheet.lucene.hits.BottomKSample;
import broadsheet.lucene.mark.CompletionContext;
import broadsheet.lucene.part.IndexParts;
import broadsheet.lucene.schema.StoredArticle;
import broadsheet.lucene.snapshot.ReaderSnapshot;
import broadsheet.query.QueryField;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.Matches;
import org.apache.lucene.search.MatchesIterator;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;

/**
 * Reads how typed text continues in a sample of the articles that have it, the same sample however
 * they are spread over segments and shards. Not thread-safe.
 */
public final class TextContinuations {

  /** Number of words to read after the context. */
  private static final int WORDS = 7;

  /** Number of occurrences in one article to check for one that continues as typed. */
  private static final int TRIED = 20;

  private final PlacesQuestion wanted;
  private final ReaderSnapshot part;
  private final StoredFields stored;

  /**
   * An article of a sample.
   *
   * @param number the number by which it was drawn
   * @param place the place where it goes on as typed; empty if there is none
   */
  public record Drawn(long number, Optional<TextContinuation> place) {}

  private TextContinuations(PlacesQuestion wanted, ReaderSnapshot part) throws IOException {
    this.wanted = wanted;
    this.part = part;
    this.stored = part.storedFields();
  }

  /**
   * The sample of a part of an archive, or of all of it.
   *
   * @return the first articles of the archive's whole sample are among them
   */
  static List<Drawn> of(PlacesQuestion wanted, ReaderSnapshot part) throws IOException {
    return new TextContinuations(wanted, part).drawn();
  }

  /** The places in the sample of a whole archive. */
  public static List<TextContinuation> places(PlacesQuestion wanted, IndexParts parts)
      throws IOException {
    return parts.ask(wanted).stream()
        .flatMap(List::stream)
        .sorted(Comparator.comparingLong(Drawn::number))
        .limit(wanted.most())
        .flatMap(each -> each.place().stream())
        .toList();
  }

  private List<Drawn> drawn() throws IOException {
    Weight locating = weight(wanted.locating());
    List<Drawn> places = new ArrayList<>();
    for (BottomKSample.Drawn each :
        SampledMatches.of(weight(wanted.having()), wanted.most(), part.getLeafContexts())) {
      Optional<TextContinuation> place =
          wanted.isBeginning()
              ? meant(text(each.document()), 0)
              : anywhere(each.document(), locating);
      places.add(new Drawn(each.number(), place));
    }
    return places;
  }

  private Optional<TextContinuation> anywhere(int document, Weight locating) throws IOException {
    List<LeafReaderContext> segments = part.getLeafContexts();
    LeafReaderContext segment = segments.get(ReaderUtil.subIndex(document, segments));
    Matches matches = locating.matches(segment, document - segment.docBase);
    MatchesIterator match = matches == null ? null : matches.getMatches(wanted.field().label());
    String text = match == null ? "" : text(document);
    Optional<TextContinuation> meant = Optional.empty();
    for (int i = 0; i < TRIED && meant.isEmpty() && match != null && match.next(); i++) {
      meant = meant(text, match.startOffset());
    }
    return meant;
  }

  private Optional<TextContinuation> meant(String text, int start) {
    CompletionContext stub = wanted.stub();
    TextContinuation place =
        TextContinuation.at(text, Math.max(0, start), stub.context().size() + WORDS);
    return Optional.of(place).filter(at -> at.continues(stub.context(), stub.prefix()));
  }

  private Weight weight(Query query) throws IOException {
    return part.createWeight(part.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1f);
  }

  /** The stored text. */
  private String text(int document) throws IOException {
    QueryField kept = wanted.field().holder();
    Set<String> fields = Set.of(kept.label());
    return new StoredArticle(stored.document(document, fields)).text(kept);
  }
}

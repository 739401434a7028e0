package broadsheet.lucene.compile;

import broadsheet.lucene.schema.IndexSchema;
import broadsheet.query.QueryField;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.TermState;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.Matches;
import org.apache.lucene.search.MatchesIterator;
import org.apache.lucene.search.MatchesUtils;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Where in an article the forms of a word stand, in each of the default fields. What was looked up
 * in a segment is kept for the next article in it. Thread-safe.
 */
final class FormPlaces {

  private final Query word;
  private final List<BytesRef> forms;
  private final Map<Integer, List<Lookup>> bySegment = new HashMap<>();

  /**
   * @param word what the places are matches of
   */
  FormPlaces(Query word, List<BytesRef> forms) {
    this.word = word;
    this.forms = forms;
  }

  /** A form in a field of a segment. */
  private static final class Lookup {
    private final String field;
    private final BytesRef form;
    private final TermsEnum terms;
    private final TermState state;
    private @Nullable PostingsEnum postings;

    Lookup(String field, BytesRef form, TermsEnum terms) throws IOException {
      this.field = field;
      this.form = form;
      this.terms = terms;
      state = terms.termState();
    }

    void add(int document, List<Place> places) throws IOException {
      terms.seekExact(form, state);
      PostingsEnum each = terms.postings(postings, PostingsEnum.OFFSETS);
      postings = each;
      if (each.advance(document) == document) {
        for (int i = each.freq(); i > 0; i--) {
          places.add(new Place(each.nextPosition(), each.startOffset(), each.endOffset()));
        }
      }
    }
  }

  private record Place(int position, int start, int end) {}

  /** The places in an article; null where there are none. */
  synchronized @Nullable Matches in(LeafReaderContext leaf, int document) throws IOException {
    List<Lookup> lookups = bySegment.get(leaf.ord);
    if (lookups == null) {
      lookups = lookups(leaf.reader());
      bySegment.put(leaf.ord, lookups);
    }
    Map<String, List<Place>> byField = new HashMap<>();
    for (Lookup lookup : lookups) {
      lookup.add(document, byField.computeIfAbsent(lookup.field, _ -> new ArrayList<>()));
    }
    List<Matches> fields = new ArrayList<>();
    for (Map.Entry<String, List<Place>> field : byField.entrySet()) {
      List<Place> places = field.getValue();
      if (!places.isEmpty()) {
        places.sort(Comparator.comparingInt(Place::position));
        fields.add(MatchesUtils.forField(field.getKey(), () -> new Each(word, places)));
      }
    }
    return MatchesUtils.fromSubMatches(fields);
  }

  private List<Lookup> lookups(LeafReader segment) throws IOException {
    List<Lookup> lookups = new ArrayList<>();
    for (QueryField field : IndexSchema.DEFAULT_FIELDS.keySet()) {
      Terms terms = segment.terms(field.label());
      TermsEnum each = terms == null ? TermsEnum.EMPTY : terms.iterator();
      for (BytesRef form : forms) {
        if (each.seekExact(form)) {
          lookups.add(new Lookup(field.label(), form, each));
        }
      }
    }
    return lookups;
  }

  /** Goes through the places. */
  private static final class Each implements MatchesIterator {

    private final Query word;
    private final List<Place> places;
    private int next;

    Each(Query word, List<Place> places) {
      this.word = word;
      this.places = places;
    }

    @Override
    public boolean next() {
      return ++next <= places.size();
    }

    private Place place() {
      return places.get(next - 1);
    }

    @Override
    public int startPosition() {
      return place().position();
    }

    @Override
    public int endPosition() {
      return place().position();
    }

    @Override
    public int startOffset() {
      return place().start();
    }

    @Override
    public int endOffset() {
      return place().end();
    }

    @Override
    public @Nullable MatchesIterator getSubMatches() {
      return null;
    }

    @Override
    public Query getQuery() {
      return word;
    }
  }
}

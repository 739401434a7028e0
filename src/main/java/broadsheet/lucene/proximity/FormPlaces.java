package broadsheet.lucene.proximity;

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
import org.apache.lucene.search.MatchesUtils;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * The positions of a word's forms in an article, in each of the default fields. Keeps its place in
 * a segment for the next article in it, so that articles are best asked for in ascending order.
 * Thread-safe.
 */
public final class FormPlaces {

  private final Query word;
  private final List<BytesRef> forms;
  private final Map<Integer, List<Lookup>> bySegment = new HashMap<>();

  /**
   * @param word the query whose matches are at the positions
   */
  public FormPlaces(Query word, List<BytesRef> forms) {
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

    /** The article that was asked for last. */
    private int last;

    Lookup(String field, BytesRef form, TermsEnum terms) throws IOException {
      this.field = field;
      this.form = form;
      this.terms = terms;
      state = terms.termState();
    }

    void add(int document, List<Occurrence> places) throws IOException {
      PostingsEnum each = postings(document);
      int at = each.docID() < document ? each.advance(document) : each.docID();
      if (at == document) {
        for (int i = each.freq(); i > 0; i--) {
          places.add(Occurrence.ofWord(each.nextPosition(), each.startOffset(), each.endOffset()));
        }
      }
    }

    /** The postings, not behind an article, and with its positions unread. */
    private PostingsEnum postings(int document) throws IOException {
      PostingsEnum each = postings;
      if (each == null || document <= last) {
        terms.seekExact(form, state);
        each = terms.postings(each, PostingsEnum.OFFSETS);
        postings = each;
      }
      last = document;
      return each;
    }
  }

  /** The places in an article; null if there are none. */
  public synchronized @Nullable Matches in(LeafReaderContext leaf, int document)
      throws IOException {
    List<Lookup> lookups = bySegment.get(leaf.ord);
    if (lookups == null) {
      lookups = lookups(leaf.reader());
      bySegment.put(leaf.ord, lookups);
    }
    Map<String, List<Occurrence>> byField = new HashMap<>();
    for (Lookup lookup : lookups) {
      lookup.add(document, byField.computeIfAbsent(lookup.field, _ -> new ArrayList<>()));
    }
    List<Matches> fields = new ArrayList<>();
    for (Map.Entry<String, List<Occurrence>> field : byField.entrySet()) {
      List<Occurrence> places = field.getValue();
      if (!places.isEmpty()) {
        places.sort(Comparator.comparingInt(place -> place.whole().start()));
        fields.add(
            MatchesUtils.forField(field.getKey(), () -> new OccurrenceMatches(word, places)));
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
}

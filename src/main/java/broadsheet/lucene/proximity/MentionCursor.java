package broadsheet.lucene.proximity;

import broadsheet.lucene.schema.FacetValues;
import broadsheet.lucene.schema.IndexSchema;
import broadsheet.lucene.schema.StoredNames;
import java.io.IOException;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.util.BytesRef;

/** Finds mentions of names: each word of a mention has its form, with the mention's offsets. */
final class MentionCursor implements OccurrenceCursor {

  /** The readers of more forms would need too much memory: an article's own are looked up. */
  private static final int MOST_FORMS = 500;

  private final Opening opening;
  private final Set<String> forms;
  private final Optional<Places> places;
  private final Stretches found = new Stretches();

  MentionCursor(Opening opening, Set<String> forms) throws IOException {
    this.opening = opening;
    this.forms = forms;
    places = forms.size() > MOST_FORMS ? Optional.empty() : Optional.of(places(forms));
  }

  private Places places(Collection<String> some) throws IOException {
    List<BytesRef> terms =
        some.stream().map(FacetValues::indexed).map(BytesRef::new).sorted().toList();
    String field = IndexSchema.namesIn(opening.field());
    return new Places(opening.reader(), field, terms, true, opening.steps());
  }

  @Override
  public Stretches at(int document) throws IOException {
    Layout layout = opening.layout();
    layout.turnTo(document);
    Stretches words = (places.isPresent() ? places.get() : own(document)).at(document);
    found.clear();
    for (int i = 0; i < words.size(); ) {
      int first = i;
      do {
        i++;
      } while (i < words.size()
          && words.first(i) == words.first(first)
          && words.second(i) == words.second(first));
      found.add(
          layout.number(words.start(first)),
          layout.number(words.start(i - 1)),
          words.first(first),
          words.second(first));
    }
    return found;
  }

  /** The places of those forms that an article has. */
  private Places own(int document) throws IOException {
    opening.steps().longStep();
    Document stored =
        opening.reader().storedFields().document(document, Set.of(StoredNames.MENTIONS));
    return places(StoredNames.of(stored).forms().stream().filter(forms::contains).toList());
  }

  @Override
  public void mark(BitSet chosen, Marks marks) {
    chosen.stream()
        .forEach(i -> marks.add(found.start(i), found.end(i), found.first(i), found.second(i)));
  }
}

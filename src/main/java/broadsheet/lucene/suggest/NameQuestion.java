package broadsheet.lucene.suggest;

import broadsheet.engine.request.FacetField;
import broadsheet.lucene.names.FoundNames;
import broadsheet.lucene.part.IndexPart;
import broadsheet.lucene.part.PartQuestion;
import broadsheet.names.Name;
import broadsheet.names.NameEntry;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A question about the names that were decided for an archive, all of which every part holds.
 * Immutable.
 *
 * @param <A> the answer
 */
public sealed interface NameQuestion<A> extends PartQuestion<A> {

  /** Answers it from the names. */
  A answer(FoundNames names) throws IOException;

  @Override
  default A answer(IndexPart part) throws IOException {
    return answer(part.own().names());
  }

  /** Asks for the decision on a name. */
  record DecisionQuestion(Name name) implements NameQuestion<Optional<NameEntry>> {
    @Override
    public Optional<NameEntry> answer(FoundNames names) throws IOException {
      return names.table().of(name);
    }
  }

  /** Asks for the digest of all names. */
  record NamesDigestQuestion() implements NameQuestion<String> {
    @Override
    public String answer(FoundNames names) throws IOException {
      return names.digest();
    }
  }

  /**
   * Asks for the names with a given beginning, by the facet that counts them; see {@link
   * FoundNames#beginning}.
   */
  record BeginningQuestion(String typed, boolean isWithin, int most)
      implements NameQuestion<Map<FacetField, List<NameEntry>>> {
    @Override
    public Map<FacetField, List<NameEntry>> answer(FoundNames names) throws IOException {
      Map<FacetField, List<NameEntry>> beginning = new EnumMap<>(FacetField.class);
      for (FacetField facet : FacetField.KEYWORDS) {
        beginning.put(facet, names.beginning(facet, typed, isWithin, most));
      }
      return beginning;
    }
  }
}

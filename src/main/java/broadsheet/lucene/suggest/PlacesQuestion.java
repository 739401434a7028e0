package broadsheet.lucene.suggest;

import broadsheet.lucene.mark.CompletionContext;
import broadsheet.lucene.part.IndexPart;
import broadsheet.lucene.part.PartQuestion;
import broadsheet.query.QueryField;
import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/**
 * Asks for a sample of the places where a text is printed.
 *
 * @param stub the unfinished text
 * @param field the field in which it is printed
 * @param terms the terms allowed at each place of the text, at least one place
 * @param located the number of these places that are looked up to find the text in an article, at
 *     least 1; ignored if it begins the field
 * @param isBeginning whether only texts that begin with it are wanted
 * @param most the most articles to read
 */
public record PlacesQuestion(
    CompletionContext stub,
    QueryField field,
    List<List<BytesRef>> terms,
    int located,
    boolean isBeginning,
    int most)
    implements PartQuestion<List<TextContinuations.Drawn>> {

  @Override
  public List<TextContinuations.Drawn> answer(IndexPart part) throws IOException {
    return TextContinuations.of(this, part.own());
  }

  /** Matches the articles. */
  Query having() {
    return row(terms);
  }

  /** Gives the positions to look at, faster than the other query could. */
  Query locating() {
    return row(terms.subList(0, located));
  }

  private Query row(List<List<BytesRef>> places) {
    if (places.size() == 1 && places.getFirst().size() == 1) {
      return new TermQuery(new Term(field.label(), places.getFirst().getFirst()));
    }
    MultiPhraseQuery.Builder row = new MultiPhraseQuery.Builder();
    for (List<BytesRef> place : places) {
      row.add(place.stream().map(term -> new Term(field.label(), term)).toArray(Term[]::new));
    }
    return row.build();
  }
}

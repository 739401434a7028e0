package broadsheet.lucene.suggest;

import broadsheet.lucene.part.IndexPart;
import broadsheet.lucene.part.IndexParts;
import broadsheet.lucene.part.PartQuestion;
import broadsheet.lucene.schema.FacetValues;
import broadsheet.lucene.schema.IndexSchema;
import broadsheet.names.FormUse;
import broadsheet.names.NameTable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;

/**
 * A question about the forms of names that the articles of each part have. Articles that were
 * replaced, but not yet merged away, count. Immutable.
 *
 * @param <A> the answer
 */
public sealed interface FormQuestion<A> extends PartQuestion<A> {

  /** Asks for one form. */
  record OneFormQuestion(String form) implements FormQuestion<FormUse> {
    @Override
    public FormUse answer(IndexPart part) throws IOException {
      IndexReader reader = part.own().getIndexReader();
      String term = FacetValues.indexed(form);
      return new FormUse(
          form,
          part.own().names().table().namesOf(form),
          reader.docFreq(new Term(IndexSchema.NAME_FORM, term)));
    }
  }

  /** Asks for the forms that stand for no name, those in most articles. */
  record UndecidedQuestion() implements FormQuestion<List<FormUse>> {

    /** The most forms of a part. */
    private static final int MOST = 2_000;

    private static final int FEWEST = 2;

    @Override
    public List<FormUse> answer(IndexPart part) throws IOException {
      NameTable table = part.own().names().table();
      List<FormUse> undecided = new ArrayList<>();
      Terms terms = MultiTerms.getTerms(part.own().getIndexReader(), IndexSchema.NAME_FORM);
      TermsEnum each = terms == null ? TermsEnum.EMPTY : terms.iterator();
      for (BytesRef term = each.next(); term != null; term = each.next()) {
        int articles = each.docFreq();
        if (articles >= FEWEST) {
          String form = term.utf8ToString();
          if (table.namesOf(form).isEmpty()) {
            undecided.add(new FormUse(form, List.of(), articles));
          }
        }
      }
      return first(undecided, MOST);
    }
  }

  /** Asks all parts for a form. */
  static FormUse of(String form, IndexParts parts) throws IOException {
    List<FormUse> uses = parts.ask(new OneFormQuestion(form));
    return new FormUse(
        form,
        uses.stream().flatMap(part -> part.names().stream()).distinct().toList(),
        uses.stream().mapToLong(FormUse::articles).sum());
  }

  /** Asks all parts for the undecided forms with at least a number of articles. */
  static List<FormUse> undecided(long fewest, int most, IndexParts parts) throws IOException {
    Map<String, Long> articles = new HashMap<>();
    for (List<FormUse> part : parts.ask(new UndecidedQuestion())) {
      part.forEach(use -> articles.merge(use.form(), use.articles(), Long::sum));
    }
    List<FormUse> all = new ArrayList<>();
    articles.forEach(
        (form, count) -> {
          if (count >= fewest) {
            all.add(new FormUse(form, List.of(), count));
          }
        });
    return first(all, most);
  }

  private static List<FormUse> first(List<FormUse> forms, int most) {
    return forms.stream()
        .sorted(Comparator.comparingLong(FormUse::articles).reversed().thenComparing(FormUse::form))
        .limit(most)
        .toList();
  }
}

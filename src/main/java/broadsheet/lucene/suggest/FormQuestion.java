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
import java.util.PriorityQueue;
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

  /** The forms in most articles first. */
  Comparator<FormUse> MOST_FIRST =
      Comparator.comparingLong(FormUse::articles).reversed().thenComparing(FormUse::form);

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

  /**
   * Asks for the forms that stand for no name, those in most articles.
   *
   * @param fewest the fewest articles of the part in which a form is
   */
  record UndecidedQuestion(long fewest) implements FormQuestion<List<FormUse>> {

    /** The most forms of a part. */
    private static final int MOST = 2_000;

    @Override
    public List<FormUse> answer(IndexPart part) throws IOException {
      NameTable table = part.own().names().table();
      PriorityQueue<FormUse> undecided = new PriorityQueue<>(MOST_FIRST.reversed());
      Terms terms = MultiTerms.getTerms(part.own().getIndexReader(), IndexSchema.NAME_FORM);
      TermsEnum each = terms == null ? TermsEnum.EMPTY : terms.iterator();
      for (BytesRef term = each.next(); term != null; term = each.next()) {
        int articles = each.docFreq();
        String form = articles >= fewest ? term.utf8ToString() : "";
        if (!form.isEmpty() && table.namesOf(form).isEmpty()) {
          undecided.add(new FormUse(form, List.of(), articles));
          if (undecided.size() > MOST) {
            undecided.remove();
          }
        }
      }
      return List.copyOf(undecided);
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

  /**
   * Asks all parts for the undecided forms with at least a number of articles. A form may be in few
   * articles of each part.
   */
  static List<FormUse> undecided(long fewest, int most, IndexParts parts) throws IOException {
    Map<String, Long> articles = new HashMap<>();
    for (List<FormUse> part : parts.ask(new UndecidedQuestion(parts.isOne() ? fewest : 1))) {
      part.forEach(use -> articles.merge(use.form(), use.articles(), Long::sum));
    }
    List<FormUse> all = new ArrayList<>();
    articles.forEach(
        (form, count) -> {
          if (count >= fewest) {
            all.add(new FormUse(form, List.of(), count));
          }
        });
    return all.stream().sorted(MOST_FIRST).limit(most).toList();
  }
}

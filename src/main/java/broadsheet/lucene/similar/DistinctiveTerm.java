package broadsheet.lucene.similar;

import broadsheet.lucene.analysis.QueryWord;
import broadsheet.lucene.compile.WordTerms;
import broadsheet.lucene.snapshot.Dictionary;
import broadsheet.query.QueryField;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.util.BytesRef;

/**
 * A word of an article with its tf-idf weight.
 *
 * <p>Source: Salton and Buckley, "Term-weighting approaches in automatic text retrieval", 1988.
 *
 * @param print the print as the article has it; empty for a pair of characters of no single word
 * @param query matches articles that have it in headline or body
 * @param weight its tf-idf: greater the more often this article has it and the fewer others do
 */
record DistinctiveTerm(String print, Query query, double weight) {

  /** A word in this share of all articles is not distinctive. */
  private static final double COMMON = 0.1;

  /** In an index of a handful of articles nothing is common. */
  private static final int FEW = 10;

  private static final float IN_TITLE = 2f;

  /**
   * Looks up a word. Empty if no other article has it, or too many have it.
   *
   * @param own the number of articles that are the article itself or its reprints
   */
  static Optional<DistinctiveTerm> of(
      WordCounts.Counted word, WordTerms terms, Dictionary dictionary, int own) throws IOException {
    long holders = Long.MAX_VALUE;
    for (QueryWord form : word.forms()) {
      holders = Math.min(holders, holders(terms.anyEnding(QueryField.BODY, form), dictionary));
    }
    if (holders <= own || (holders > FEW && holders > COMMON * dictionary.documents())) {
      return Optional.empty();
    }
    double often = Math.sqrt(word.count());
    double rare = Math.log(1 + (double) dictionary.documents() / holders);
    Query query = new BoostQuery(query(word.forms(), terms), (float) often);
    return Optional.of(new DistinctiveTerm(word.print(), query, often * rare));
  }

  /** The total frequency of the forms; an article with several forms counts several times. */
  private static long holders(List<BytesRef> forms, Dictionary dictionary) throws IOException {
    long holders = 0;
    for (BytesRef form : forms) {
      holders += dictionary.documents(new Term(QueryField.BODY.label(), form));
    }
    return holders;
  }

  private static Query query(List<QueryWord> forms, WordTerms terms) {
    return new BooleanQuery.Builder()
        .add(in(QueryField.BODY, forms, terms), Occur.SHOULD)
        .add(new BoostQuery(in(QueryField.TITLE, forms, terms), IN_TITLE), Occur.SHOULD)
        .build();
  }

  private static Query in(QueryField field, List<QueryWord> forms, WordTerms terms) {
    if (forms.size() > 1) {
      PhraseQuery.Builder pair = new PhraseQuery.Builder();
      forms.forEach(form -> pair.add(new Term(field.label(), form.folded())));
      return pair.build();
    }
    SynonymQuery.Builder any = new SynonymQuery.Builder(field.label());
    terms.anyEnding(field, forms.getFirst()).forEach(term -> any.addTerm(term, 1f));
    return any.build();
  }
}

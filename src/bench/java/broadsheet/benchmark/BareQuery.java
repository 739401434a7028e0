package broadsheet.benchmark;

import broadsheet.lucene.schema.IndexSchema;
import broadsheet.query.QueryField;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.QueryBuilder;
import org.tartarus.snowball.ext.EnglishStemmer;

/**
 * A query of {@link PeerMeasure} as plain Lucene is asked: a word, {@code one AND other}, {@code
 * one OR other} or a phrase in quotes. Words are stemmed, phrases are searched as printed.
 *
 * @param search finds articles by the fields that Broadsheet searches, with the same weights
 * @param marks the words to mark in headline and body
 */
record BareQuery(Query search, Query marks) {

  /** The suffix of the fields that hold words as printed. */
  static final String EXACT = ".exact";

  static final Analyzer STEMMED =
      new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
          Tokenizer words = new StandardTokenizer();
          return new TokenStreamComponents(
              words, new SnowballFilter(new LowerCaseFilter(words), new EnglishStemmer()));
        }
      };

  static final Analyzer PRINTED = new StandardAnalyzer();

  private static final float NO_TIES = 0;

  static BareQuery of(String text) {
    if (text.startsWith("\"")) {
      QueryBuilder printed = new QueryBuilder(PRINTED);
      QueryBuilder stemmed = new QueryBuilder(STEMMED);
      return new BareQuery(
          anywhere(field -> printed.createPhraseQuery(field + EXACT, text)),
          marked(field -> stemmed.createPhraseQuery(field, text)));
    }
    boolean isAll = text.contains(" AND ");
    List<String> words = Arrays.asList(text.split(isAll ? " AND " : " OR ", -1));
    BooleanQuery.Builder search = new BooleanQuery.Builder();
    BooleanQuery.Builder marks = new BooleanQuery.Builder();
    QueryBuilder stemmed = new QueryBuilder(STEMMED);
    for (String word : words) {
      In in = field -> stemmed.createBooleanQuery(field, word);
      search.add(anywhere(in), isAll ? Occur.MUST : Occur.SHOULD);
      marks.add(marked(in), Occur.SHOULD);
    }
    return new BareQuery(search.build(), marks.build());
  }

  private interface In {
    Query field(String name);
  }

  private static Query anywhere(In query) {
    return new DisjunctionMaxQuery(
        IndexSchema.DEFAULT_FIELDS.entrySet().stream()
            .<Query>map(
                field -> new BoostQuery(query.field(field.getKey().label()), field.getValue()))
            .toList(),
        NO_TIES);
  }

  private static Query marked(In query) {
    return new BooleanQuery.Builder()
        .add(query.field(QueryField.TITLE.label()), Occur.SHOULD)
        .add(query.field(QueryField.BODY.label()), Occur.SHOULD)
        .build();
  }
}

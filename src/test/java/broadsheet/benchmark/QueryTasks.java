package broadsheet.benchmark;

import broadsheet.engine.request.SortOrder;
import broadsheet.lucene.schema.IndexSchema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.IntField;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.intervals.IntervalQuery;
import org.apache.lucene.queries.intervals.Intervals;
import org.apache.lucene.queries.intervals.IntervalsSource;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.WildcardQuery;

/** Generates queries of each kind, with the simplest equivalent Lucene query. */
final class QueryTasks {

  private static final String BODY = "body";
  private static final int EACH = 20;

  private final TaskWords words;
  private final List<Task> tasks = new ArrayList<>();

  /**
   * A query.
   *
   * @param category as in luceneutil's task files
   * @param text as a reader types it
   * @param plain the same in one field, without stems
   * @param isCounting whether facets and timeline are wanted
   */
  record Task(String category, String text, Query plain, SortOrder sort, boolean isCounting) {}

  private QueryTasks(IndexReader reader) throws IOException {
    words = new TaskWords(reader);
  }

  static List<Task> of(IndexReader reader) throws IOException {
    QueryTasks made = new QueryTasks(reader);
    for (int i = 0; i < EACH; i++) {
      made.addWords();
      made.addRows();
      made.addPatterns();
      made.addDates();
    }
    return made.tasks;
  }

  private void addWords() {
    String high = words.high();
    String other = words.high();
    String medium = words.medium();
    String low = words.low();
    add("TermHigh", high, term(high));
    add("TermMed", medium, term(medium));
    add("TermLow", low, term(low));
    add("AndHighHigh", high + " AND " + other, all(high, other));
    add("AndHighMed", high + " AND " + medium, all(high, medium));
    add("AndHighLow", high + " AND " + low, all(high, low));
    add("OrHighHigh", high + " OR " + other, any(high, other));
    add("OrHighMed", high + " OR " + medium, any(high, medium));
    add("TogetherHighMed", high + " " + medium, all(high, medium));
    add("NearHighHigh", high + " w/10 " + other, near(9, high, other));
    add("NearHighMed", high + " w/10 " + medium, near(9, high, medium));
    add("SentenceHighMed", high + " w/s " + medium, near(20, high, medium));
    add("CountedHigh", "ATLEAST/3 " + high, term(high));
  }

  private void addRows() throws IOException {
    List<String> pair = words.pair();
    String text = "\"" + String.join(" ", pair) + "\"";
    add("Phrase", text, phrase(0, pair));
    add("SloppyPhrase", text + "~4", phrase(4, pair));
  }

  private void addPatterns() {
    String word = words.medium();
    String start = word.substring(0, 3);
    add("Prefix3", start + "*", new PrefixQuery(bodyTerm(start)));
    String pattern = word.substring(0, 2) + "*" + word.substring(word.length() - 1);
    add("Wildcard", pattern, new WildcardQuery(bodyTerm(pattern)));
    add("Fuzzy1", word + "~1", new FuzzyQuery(bodyTerm(word), 1));
    add("Fuzzy2", word + "~2", new FuzzyQuery(bodyTerm(word), 2));
  }

  private void addDates() {
    String word = words.high();
    BooleanQuery.Builder inMarch = new BooleanQuery.Builder();
    inMarch.add(term(word), Occur.MUST);
    inMarch.add(IntField.newRangeQuery(IndexSchema.FIRST_DAY, 6_268, 6_298), Occur.FILTER);
    add("DateRange", word + " date:1987-03", inMarch.build());
    tasks.add(new Task("DateSort", word, term(word), SortOrder.NEWEST, false));
    tasks.add(new Task("Facets", word, term(word), SortOrder.RELEVANCE, true));
  }

  private void add(String category, String text, Query plain) {
    tasks.add(new Task(category, text, plain, SortOrder.RELEVANCE, false));
  }

  private static Term bodyTerm(String text) {
    return new Term(BODY, text);
  }

  private static Query term(String word) {
    return new TermQuery(bodyTerm(word));
  }

  private static Query all(String one, String other) {
    return new BooleanQuery.Builder()
        .add(term(one), Occur.MUST)
        .add(term(other), Occur.MUST)
        .build();
  }

  private static Query any(String one, String other) {
    return new BooleanQuery.Builder()
        .add(term(one), Occur.SHOULD)
        .add(term(other), Occur.SHOULD)
        .build();
  }

  private static Query near(int gaps, String one, String other) {
    IntervalsSource both =
        Intervals.maxgaps(gaps, Intervals.unordered(Intervals.term(one), Intervals.term(other)));
    return new IntervalQuery(BODY, both);
  }

  private static Query phrase(int slop, List<String> words) {
    return new PhraseQuery(slop, BODY, words.toArray(String[]::new));
  }
}

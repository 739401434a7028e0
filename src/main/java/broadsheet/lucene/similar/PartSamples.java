package broadsheet.lucene.similar;

import broadsheet.engine.request.Contrast;
import broadsheet.engine.request.DateSpan;
import broadsheet.engine.request.Filters;
import broadsheet.engine.result.MarkedText.Mark;
import broadsheet.lucene.analysis.StemmedLanguages;
import broadsheet.lucene.analysis.StopWords;
import broadsheet.lucene.analysis.WordReader;
import broadsheet.lucene.compile.FilterClause;
import broadsheet.lucene.compile.FilterQueries;
import broadsheet.lucene.compile.LanguageCompiler;
import broadsheet.lucene.hits.BottomKSample;
import broadsheet.lucene.hits.HitSet;
import broadsheet.lucene.limits.BoundedSearcher;
import broadsheet.lucene.limits.Deadline;
import broadsheet.lucene.mark.ArticleSearch;
import broadsheet.lucene.mark.MatchMarker;
import broadsheet.lucene.rank.Collapsing;
import broadsheet.lucene.rank.IdTieBreak;
import broadsheet.lucene.schema.StoredArticle;
import broadsheet.lucene.snapshot.SearchBudget;
import broadsheet.query.QueryField;
import broadsheet.query.QueryNode;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BiConsumer;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.util.BytesRef;

/**
 * Draws samples of a query's hits and of the articles they are compared with from one part of an
 * archive, and reads their beginnings. Not thread-safe.
 */
final class PartSamples {

  /** Number of characters of a text to read: a news report begins with the news. */
  private static final int BEGINNING = 1_500;

  /** The share of the time for the hits. */
  private static final double WITHIN = 0.5;

  private static final List<QueryField> READ =
      List.of(QueryField.TITLE, QueryField.STANDFIRST, QueryField.BODY);

  private static final Set<String> STORED =
      Set.of(
          QueryField.TITLE.label(),
          QueryField.STANDFIRST.label(),
          QueryField.BODY.label(),
          QueryField.LANGUAGE.label());

  private final FilterClause narrowing;
  private final SearchBudget budget;
  private final Query asked;
  private final Optional<MatchMarker> marker;

  PartSamples(QueryNode query, Filters filters, SearchBudget budget) throws IOException {
    narrowing = FilterClause.to(filters, budget.snapshot().names());
    this.budget = budget;
    asked = LanguageCompiler.within(budget).compile(query);
    marker = MatchMarker.within(budget, asked);
  }

  /** The sample of the hits, and that of the articles they are compared with. */
  List<PartWords.Sample> samples(Contrast contrast) throws IOException {
    BoundedSearcher finder = budget.finder();
    Query hits = narrowing.of(asked);
    return switch (contrast) {
      case Contrast.Days(DateSpan span, DateSpan around) ->
          List.of(
              sample(both(hits, dates(span.first(), span.last())), finder),
              sample(both(hits, beside(span, around)), finder));
      case Contrast.Others() -> List.of(sample(hits, finder), sample(allBut(hits), finder));
    };
  }

  private static Query both(Query hits, Query dates) {
    return new BooleanQuery.Builder().add(hits, Occur.FILTER).add(dates, Occur.FILTER).build();
  }

  private Query allBut(Query hits) throws IOException {
    Query all = LanguageCompiler.within(budget).compile(new QueryNode.Everything());
    return new BooleanQuery.Builder().add(all, Occur.FILTER).add(hits, Occur.MUST_NOT).build();
  }

  private static Query dates(LocalDate first, LocalDate last) {
    return FilterQueries.dates(Optional.of(first), Optional.of(last));
  }

  private static Query beside(DateSpan span, DateSpan around) {
    return new BooleanQuery.Builder()
        .add(dates(around.first(), span.first().minusDays(1)), Occur.SHOULD)
        .add(dates(span.last().plusDays(1), around.last()), Occur.SHOULD)
        .build();
  }

  private static PartWords.Sample sample(Query wanted, BoundedSearcher finder) throws IOException {
    HitSet hits = HitSet.of(wanted, finder);
    List<BottomKSample.Drawn> first = BottomKSample.of(hits, DistinctiveWordSearch.MOST_ARTICLES);
    Map<Integer, BytesRef> ids =
        new IdTieBreak(finder.getIndexReader())
            .ids(first.stream().map(each -> new ScoreDoc(each.document(), 0)).toList());
    List<PartWords.Drawn> drawn = new ArrayList<>();
    for (BottomKSample.Drawn each : first) {
      drawn.add(
          new PartWords.Drawn(
              each.number(),
              Objects.requireNonNull(ids.get(each.document())),
              Collapsing.family(finder.getIndexReader(), each.document())));
    }
    return new PartWords.Sample(hits.size(), drawn, !finder.isCut());
  }

  /**
   * The words of articles.
   *
   * @param within the ids of the hits
   * @param around the ids of the articles that they are compared with
   */
  PartWords words(List<BytesRef> within, List<BytesRef> around) throws IOException {
    WordTally tally = new WordTally();
    boolean isAllWithin =
        isRead(
            within,
            budget.finding().part(WITHIN),
            (document, article) -> addWithin(document, article, tally));
    boolean isAllAround =
        isRead(around, budget.finding(), (_, article) -> addAround(article, tally));
    return tally.sent(isAllWithin && isAllAround);
  }

  /** Reads those of some articles that are here. Returns whether there was time for all. */
  private boolean isRead(List<BytesRef> ids, Deadline deadline, Reading reading)
      throws IOException {
    for (BytesRef id : ids) {
      if (deadline.isPast()) {
        return false;
      }
      OptionalInt document = ArticleSearch.document(id.utf8ToString(), budget.snapshot());
      if (document.isPresent()) {
        int number = document.getAsInt();
        reading.read(
            number, new StoredArticle(budget.snapshot().storedFields().document(number, STORED)));
      }
    }
    return true;
  }

  /** Receives an article. */
  private interface Reading {
    void read(int document, StoredArticle article) throws IOException;
  }

  private void addWithin(int document, StoredArticle article, WordTally tally) throws IOException {
    tally.beginWithin();
    leaveOutMatches(document, article, tally);
    for (QueryField field : READ) {
      forEachWord(article, field, tally::addWithin);
    }
  }

  private static void addAround(StoredArticle article, WordTally tally) {
    tally.beginAround();
    for (QueryField field : READ) {
      forEachWord(article, field, (stem, _) -> tally.addAround(stem));
    }
  }

  private void leaveOutMatches(int document, StoredArticle article, WordTally tally)
      throws IOException {
    Optional<MatchMarker.Matched> matched =
        marker.isPresent() ? marker.get().in(document) : Optional.empty();
    if (matched.isEmpty()) {
      return;
    }
    WordReader words = new WordReader(language(article));
    for (QueryField field : READ) {
      String text = article.text(field);
      for (Mark mark : matched.get().text(field, article).marks()) {
        words.read(
            text.substring(mark.start(), mark.end()), (_, stem, _, _) -> tally.leaveOut(stem));
      }
    }
  }

  private static void forEachWord(
      StoredArticle article, QueryField field, BiConsumer<String, String> counting) {
    String language = language(article);
    Set<String> stopWords = StopWords.of(List.of(language));
    String text = beginning(article.text(field));
    new WordReader(language)
        .read(
            text,
            (folded, stem, start, end) -> {
              if (!stopWords.contains(folded)) {
                counting.accept(stem, text.substring(start, end));
              }
            });
  }

  /** The beginning of a text, up to the end of a word. */
  private static String beginning(String text) {
    if (text.length() <= BEGINNING) {
      return text;
    }
    int end = text.lastIndexOf(' ', BEGINNING);
    return text.substring(0, end < 0 ? BEGINNING : end);
  }

  private static String language(StoredArticle article) {
    return StemmedLanguages.of(article.text(QueryField.LANGUAGE));
  }
}

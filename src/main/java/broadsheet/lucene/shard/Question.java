package broadsheet.lucene.shard;

import broadsheet.article.Article;
import broadsheet.article.ArticleRef;
import broadsheet.engine.IndexSummary;
import broadsheet.engine.request.DateSpan;
import broadsheet.engine.request.FacetField;
import broadsheet.engine.request.Filters;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.result.Arrival;
import broadsheet.engine.result.ArrivalSum;
import broadsheet.engine.result.Coverage;
import broadsheet.engine.result.Explanation;
import broadsheet.engine.result.FacetCount;
import broadsheet.engine.result.Hit;
import broadsheet.engine.result.MarkedArticle;
import broadsheet.engine.result.SimilarArticles.Similar;
import broadsheet.ledger.FileRecord;
import broadsheet.ledger.LedgerEntry;
import broadsheet.ledger.LedgerTotals;
import broadsheet.ledger.Outcome;
import broadsheet.ledger.Source;
import broadsheet.lucene.count.PartCounts;
import broadsheet.lucene.count.PartDates;
import broadsheet.lucene.explain.PartExplanation.WholeRanking;
import broadsheet.lucene.facts.Fact;
import broadsheet.lucene.facts.Lookup;
import broadsheet.lucene.mark.ArticleRefs;
import broadsheet.lucene.rank.SentHit;
import broadsheet.lucene.similar.ArticleWordCounts;
import broadsheet.lucene.similar.PartWords;
import broadsheet.lucene.snapshot.PartCoverage;
import broadsheet.lucene.suggest.PlacesWanted;
import broadsheet.lucene.suggest.PrintedPlace;
import broadsheet.lucene.suggest.PrintedPlaces;
import broadsheet.lucene.suggest.Shortfall;
import broadsheet.query.QueryNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.lucene.util.BytesRef;

/**
 * A question to all shards of an archive. Each answers of its own articles, and knows nothing of
 * the others but the facts that are sent along. Where a question names articles, a shard answers
 * for those it has. Immutable.
 *
 * @param <A> the answer
 */
public sealed interface Question<A> {

  /** Answers it. */
  A answer(ShardWork shard) throws IOException;

  /**
   * Facts about the terms of a shard, in the order of the lookups.
   *
   * @param times see {@link broadsheet.lucene.facts.PartFacts#of}
   */
  record OfFacts(List<Lookup> lookups, int times) implements Question<List<Fact>> {
    @Override
    public List<Fact> answer(ShardWork shard) throws IOException {
      return shard.facts(lookups, times);
    }
  }

  /**
   * What a shard found.
   *
   * @param counts empty where they were not asked for
   */
  record Found(
      List<SentHit> best,
      Map<Long, Integer> members,
      long total,
      boolean isComplete,
      Optional<PartCounts> counts) {}

  /**
   * All hits of a part of a query: the first ones, how many there are, and of which families.
   *
   * @param after the hit after which to begin; empty for the first
   * @param named how many values of each facet to name; 0 for no counts
   */
  record OfHits(SearchRequest request, Part part, Optional<SentHit> after, int most, int named)
      implements Question<Found> {
    @Override
    public Found answer(ShardWork shard) throws IOException {
      return new ShardSearch(request, shard.budget()).hits(part, after, most, named);
    }
  }

  /** Only the first hits of a part of a query after a given one. */
  record OfHitsAfter(SearchRequest request, Part part, Optional<SentHit> after, int most)
      implements Question<List<SentHit>> {
    @Override
    public List<SentHit> answer(ShardWork shard) throws IOException {
      return new ShardSearch(request, shard.budget()).after(part, after, most);
    }
  }

  /** The best hit of a family; none where a shard has no hit of it. */
  record OfBest(SearchRequest request, Part part, long family) implements Question<List<SentHit>> {
    @Override
    public List<SentHit> answer(ShardWork shard) throws IOException {
      return new ShardSearch(request, shard.budget()).best(part, family);
    }
  }

  /** How many hits of a part of a query have each of some values. */
  record OfValues(SearchRequest request, Part part, Map<FacetField, List<String>> values)
      implements Question<Map<FacetField, List<FacetCount>>> {
    @Override
    public Map<FacetField, List<FacetCount>> answer(ShardWork shard) throws IOException {
      return new ShardSearch(request, shard.budget()).values(part, values);
    }
  }

  /** The words of articles as the index keeps them, by id. */
  record OfTexts(List<BytesRef> ids) implements Question<Map<BytesRef, BytesRef>> {
    @Override
    public Map<BytesRef, BytesRef> answer(ShardWork shard) throws IOException {
      return shard.texts(ids);
    }
  }

  /**
   * A hit to show.
   *
   * @param similar how many are grouped under it
   */
  record Shown(String id, float score, long similar) {}

  /**
   * Hits with their marks and snippets, by id.
   *
   * @param isLacking whether to tell which units of the query they lack
   */
  record OfPage(SearchRequest request, Part part, List<Shown> hits, boolean isLacking)
      implements Question<Map<String, Hit>> {
    @Override
    public Map<String, Hit> answer(ShardWork shard) throws IOException {
      return new ShardSearch(request, shard.budget()).page(part, hits, isLacking);
    }
  }

  /** Why no article matches the whole query. */
  record OfShortfall(SearchRequest request) implements Question<Shortfall> {
    @Override
    public Shortfall answer(ShardWork shard) throws IOException {
      return new ShardSearch(request, shard.budget()).shortfall();
    }
  }

  /** The dates in place of words that find something. */
  record OfDateInstead(SearchRequest request) implements Question<List<String>> {
    @Override
    public List<String> answer(ShardWork shard) throws IOException {
      return new ShardSearch(request, shard.budget()).dateInstead();
    }
  }

  /** How many articles have each part of a query, filters aside. */
  record OfParts(List<QueryNode> parts) implements Question<List<Long>> {
    @Override
    public List<Long> answer(ShardWork shard) throws IOException {
      return shard.counts(parts);
    }
  }

  /** Whether a shard has any article that matches each of some queries. */
  record OfAny(List<QueryNode> queries, Filters filters) implements Question<List<Boolean>> {
    @Override
    public List<Boolean> answer(ShardWork shard) throws IOException {
      return shard.hasAny(queries, filters);
    }
  }

  /** Articles by id. */
  record OfArticles(List<String> ids) implements Question<Map<String, Article>> {
    @Override
    public Map<String, Article> answer(ShardWork shard) throws IOException {
      return shard.articles(ids);
    }
  }

  /** The references by which articles can be kept outside the archive, by id. */
  record OfRefs(List<String> ids) implements Question<Map<String, ArticleRef>> {
    @Override
    public Map<String, ArticleRef> answer(ShardWork shard) throws IOException {
      return ArticleRefs.of(ids, shard.budget().snapshot());
    }
  }

  /** Today's ids of kept articles whose text is still the same. */
  record OfSameTexts(List<ArticleRef> refs) implements Question<Map<ArticleRef, String>> {
    @Override
    public Map<ArticleRef, String> answer(ShardWork shard) throws IOException {
      return ArticleRefs.same(refs, shard.budget().snapshot());
    }
  }

  /** Those of these ids that an article has. */
  record OfIds(List<String> ids) implements Question<Set<String>> {
    @Override
    public Set<String> answer(ShardWork shard) throws IOException {
      return ArticleRefs.there(ids, shard.budget().snapshot());
    }
  }

  /**
   * An article with its marks.
   *
   * @param article without its reprints
   */
  record Marked(MarkedArticle article, OptionalLong family) {}

  /** An article with its marks; empty where a shard does not have it. */
  record OfArticle(String id, QueryNode query) implements Question<Optional<Marked>> {
    @Override
    public Optional<Marked> answer(ShardWork shard) throws IOException {
      return shard.marked(id, query);
    }
  }

  /**
   * A member of a family.
   *
   * @param time when it was published, for sorting
   */
  record Member(long time, BytesRef id, Article article) {}

  /** The oldest members of a family. */
  record OfFamily(long family, int most) implements Question<List<Member>> {
    @Override
    public List<Member> answer(ShardWork shard) throws IOException {
      return shard.members(family, most);
    }
  }

  /**
   * An explanation, or what is needed for it.
   *
   * @param explanation empty where the shard does not have the article, or needs a ranking
   * @param needed the part whose ranking by all shards is needed
   */
  record Explained(Optional<Explanation> explanation, Optional<Part> needed) {}

  /**
   * Why an article is a hit; its counts of articles are those of the shard.
   *
   * @param rankings of the parts of the query, by all shards
   */
  record OfExplanation(SearchRequest request, String id, Map<Part, WholeRanking> rankings)
      implements Question<Explained> {
    @Override
    public Explained answer(ShardWork shard) throws IOException {
      return new ShardSearch(request, shard.budget()).explanation(id, rankings);
    }
  }

  /** The hits of each query over time. */
  record OfDates(List<QueryNode> queries, Filters filters) implements Question<List<PartDates>> {
    @Override
    public List<PartDates> answer(ShardWork shard) throws IOException {
      return shard.dates(queries, filters);
    }
  }

  /**
   * A sample of the places where a text is printed.
   *
   * @param documents how many there are in the archive
   */
  record OfPlaces(PlacesWanted wanted, long documents) implements Question<List<PrintedPlace>> {
    @Override
    public List<PrintedPlace> answer(ShardWork shard) throws IOException {
      return PrintedPlaces.of(wanted, shard.own(), documents);
    }
  }

  /** The words of an article, to find similar ones by; empty where a shard does not have it. */
  record OfWords(String id) implements Question<Optional<ArticleWordCounts>> {
    @Override
    public Optional<ArticleWordCounts> answer(ShardWork shard) throws IOException {
      return shard.words(id);
    }
  }

  /** How many articles are a given one or its reprints. */
  record OfOwn(ArticleWordCounts article) implements Question<Integer> {
    @Override
    public Integer answer(ShardWork shard) throws IOException {
      return shard.own(article);
    }
  }

  /** The articles that share words with a given one. */
  record OfSharing(ArticleWordCounts article, int own, int most)
      implements Question<List<SentHit>> {
    @Override
    public List<SentHit> answer(ShardWork shard) throws IOException {
      return shard.sharing(article, own, most);
    }
  }

  /** Similar articles by id, with the words that they share with a given one. */
  record OfSimilar(ArticleWordCounts article, int own, List<String> ids)
      implements Question<Map<String, Similar>> {
    @Override
    public Map<String, Similar> answer(ShardWork shard) throws IOException {
      return shard.similar(article, own, ids);
    }
  }

  /** Samples of the hits of some days, and of the days around. */
  record OfSamples(QueryNode query, Filters filters, DateSpan span, DateSpan around)
      implements Question<List<PartWords.Sample>> {
    @Override
    public List<PartWords.Sample> answer(ShardWork shard) throws IOException {
      return PartWords.samples(query, filters, span, around, shard.budget());
    }
  }

  /** The words of these samples. */
  record OfTally(QueryNode query, Filters filters, List<BytesRef> within, List<BytesRef> around)
      implements Question<PartWords> {
    @Override
    public PartWords answer(ShardWork shard) throws IOException {
      return PartWords.of(query, filters, within, around, shard.budget());
    }
  }

  /** What a shard holds, at a glance. */
  record OfSummary() implements Question<IndexSummary> {
    @Override
    public IndexSummary answer(ShardWork shard) throws IOException {
      return shard.own().summary();
    }
  }

  /** The outlets of a shard, with the number of their articles. */
  record OfSources() implements Question<List<FacetCount>> {
    @Override
    public List<FacetCount> answer(ShardWork shard) throws IOException {
      return PartCoverage.sources(shard.own());
    }
  }

  /** The months that a shard covers, by these outlets. */
  record OfCoverage(List<String> sources) implements Question<Coverage> {
    @Override
    public Coverage answer(ShardWork shard) throws IOException {
      return PartCoverage.of(shard.own(), sources);
    }
  }

  /** The arrivals of each saved search, counted. */
  record OfArrivalSums() implements Question<Map<String, ArrivalSum>> {
    @Override
    public Map<String, ArrivalSum> answer(ShardWork shard) throws IOException {
      return shard.arrivalSums();
    }
  }

  /** The newest arrivals of a saved search. */
  record OfArrivals(String search, QueryNode query, int most) implements Question<List<Arrival>> {
    @Override
    public List<Arrival> answer(ShardWork shard) throws IOException {
      return shard.arrivals(search, query, most);
    }
  }

  /** The totals of the ledger. */
  record OfTotals() implements Question<LedgerTotals> {
    @Override
    public LedgerTotals answer(ShardWork shard) throws IOException {
      return shard.ledger().totals();
    }
  }

  /** How many articles have a location in each source. */
  record OfOrigins(List<Source> sources) implements Question<List<Long>> {
    @Override
    public List<Long> answer(ShardWork shard) throws IOException {
      return shard.ledger().articles(sources);
    }
  }

  /** How many records had each reason for an outcome. */
  record OfReasons(Outcome outcome) implements Question<Map<String, Long>> {
    @Override
    public Map<String, Long> answer(ShardWork shard) throws IOException {
      return shard.ledger().reasons(outcome);
    }
  }

  /** The first entries of the ledger with an outcome. */
  record OfEntries(Outcome outcome, int most) implements Question<List<LedgerEntry>> {
    @Override
    public List<LedgerEntry> answer(ShardWork shard) throws IOException {
      return shard.ledger().entries(outcome, 0, most);
    }
  }

  /** The first files of the ledger behind a path. */
  record OfFiles(String after, int most) implements Question<List<FileRecord>> {
    @Override
    public List<FileRecord> answer(ShardWork shard) throws IOException {
      return shard.ledger().files(after, 0, most);
    }
  }
}

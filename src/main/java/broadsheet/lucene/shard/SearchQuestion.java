package broadsheet.lucene.shard;

import broadsheet.article.ArticleRef;
import broadsheet.engine.request.AlertSearch;
import broadsheet.engine.request.FacetField;
import broadsheet.engine.request.Filters;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.result.AlertCount;
import broadsheet.engine.result.Explanation;
import broadsheet.engine.result.FacetCount;
import broadsheet.engine.result.Hit;
import broadsheet.lucene.compile.Tier;
import broadsheet.lucene.count.AlertCounts;
import broadsheet.lucene.count.AllValues;
import broadsheet.lucene.count.HashedCounts;
import broadsheet.lucene.count.PartCounts;
import broadsheet.lucene.count.PartDates;
import broadsheet.lucene.explain.Placement;
import broadsheet.lucene.rank.SentHit;
import broadsheet.lucene.rank.ShardHits;
import broadsheet.lucene.suggest.Shortfall;
import broadsheet.query.QueryNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.util.BytesRef;

/**
 * A question about the hits of a search. Immutable.
 *
 * @param <A> the answer
 */
public sealed interface SearchQuestion<A> extends Question<A> {

  /**
   * The hits of a shard.
   *
   * @param counts the counts of the hits; empty if they were not requested
   */
  record Found(ShardHits hits, Optional<PartCounts> counts) {}

  /**
   * All hits of a tier: the first ones, the number of all, and their families.
   *
   * @param named the number of values of each facet to name; 0 for no counts
   */
  record OfHits(SearchRequest request, Tier tier, ShardHits.Wanted wanted, int named)
      implements SearchQuestion<Found> {
    @Override
    public Found answer(ShardWork shard) throws IOException {
      return shard.search(request).hits(tier, wanted, named);
    }
  }

  /** Only the wanted hits of a tier. */
  record OfHitsOnly(SearchRequest request, Tier tier, ShardHits.Wanted wanted)
      implements SearchQuestion<List<SentHit>> {
    @Override
    public List<SentHit> answer(ShardWork shard) throws IOException {
      return shard.search(request).only(tier, wanted);
    }
  }

  /** The best hit of a family; none if the shard has no hit of it. */
  record OfBest(SearchRequest request, Tier tier, long family)
      implements SearchQuestion<List<SentHit>> {
    @Override
    public List<SentHit> answer(ShardWork shard) throws IOException {
      return shard.search(request).best(tier, family);
    }
  }

  /**
   * The facet values of a tier's hits, by their hashes.
   *
   * @param least the threshold of each facet, see {@link PartCounts#hashed}
   */
  record OfHashes(SearchRequest request, Tier tier, Map<FacetField, Integer> least)
      implements SearchQuestion<Map<FacetField, HashedCounts>> {
    @Override
    public Map<FacetField, HashedCounts> answer(ShardWork shard) throws IOException {
      return shard.search(request).hashes(tier, least);
    }
  }

  /** The number of hits of a tier with each of some values. */
  record OfValues(SearchRequest request, Tier tier, PartCounts.Wanted values)
      implements SearchQuestion<Map<FacetField, List<FacetCount>>> {
    @Override
    public Map<FacetField, List<FacetCount>> answer(ShardWork shard) throws IOException {
      return shard.search(request).values(tier, values);
    }
  }

  /** The words of articles as the index keeps them, by id. */
  record OfTexts(List<BytesRef> ids) implements SearchQuestion<Map<BytesRef, BytesRef>> {
    @Override
    public Map<BytesRef, BytesRef> answer(ShardWork shard) throws IOException {
      return shard.texts(ids);
    }
  }

  /**
   * A hit to show.
   *
   * @param similar the number of hits grouped under it
   */
  record Shown(String id, float score, long similar) {}

  /** A hit with its marks and snippets, and the reference for a reader's list. */
  record Marked(Hit hit, ArticleRef ref) {}

  /** Hits of a tier with their marks, snippets and missing units, by id. */
  record OfPage(SearchRequest request, Tier tier, List<Shown> hits)
      implements SearchQuestion<Map<String, Marked>> {
    @Override
    public Map<String, Marked> answer(ShardWork shard) throws IOException {
      return shard.search(request).page(tier, hits);
    }
  }

  /** The reasons why no article matches the whole query. */
  record OfShortfall(SearchRequest request) implements SearchQuestion<Shortfall> {
    @Override
    public Shortfall answer(ShardWork shard) throws IOException {
      return shard.hits(request).shortfall();
    }
  }

  /** The number of articles that match each of some queries, with the filters of a request. */
  record OfCounts(SearchRequest request, List<QueryNode> queries)
      implements SearchQuestion<List<Long>> {
    @Override
    public List<Long> answer(ShardWork shard) throws IOException {
      return shard.hits(request).counts(queries);
    }
  }

  /** The suggestions of dates in place of their words, of those that find something. */
  record OfDateInstead(SearchRequest request) implements SearchQuestion<List<String>> {
    @Override
    public List<String> answer(ShardWork shard) throws IOException {
      return shard.hits(request).dateInstead();
    }
  }

  /** Whether a shard has an article that matches a tier. */
  record OfMatch(SearchRequest request, String id, Tier tier) implements SearchQuestion<Boolean> {
    @Override
    public Boolean answer(ShardWork shard) throws IOException {
      return shard.hits(request).matches(id, tier);
    }
  }

  /**
   * The explanation of an article, with the article counts of the shard. Empty if the shard does
   * not have it.
   */
  record OfExplanation(SearchRequest request, String id, Placement placement)
      implements SearchQuestion<Optional<Explanation>> {
    @Override
    public Optional<Explanation> answer(ShardWork shard) throws IOException {
      return shard.hits(request).explained(id, placement);
    }
  }

  /** The hits of each query over time. */
  record OfDates(List<QueryNode> queries, Filters filters)
      implements SearchQuestion<List<PartDates>> {
    @Override
    public List<PartDates> answer(ShardWork shard) throws IOException {
      return shard.dates(queries, filters);
    }
  }

  /** The number of articles with each part of a query, filters aside. */
  record OfParts(QueryNode query, List<QueryNode> parts) implements SearchQuestion<List<Long>> {
    @Override
    public List<Long> answer(ShardWork shard) throws IOException {
      return shard.counts(query, parts);
    }
  }

  /** All values of a facet in the articles of a query. */
  record OfAllValues(FacetField facet, QueryNode query, Filters filters)
      implements SearchQuestion<List<FacetCount>> {
    @Override
    public List<FacetCount> answer(ShardWork shard) throws IOException {
      return AllValues.of(facet, query, filters, shard.budget());
    }
  }

  /** The new articles of alerts, counted. */
  record OfAlerts(List<AlertSearch> alerts) implements SearchQuestion<List<AlertCount>> {
    @Override
    public List<AlertCount> answer(ShardWork shard) throws IOException {
      return AlertCounts.of(alerts, shard.budget());
    }
  }

  /** Whether a shard has any article that matches each of some queries. */
  record OfAny(List<QueryNode> queries, Filters filters) implements SearchQuestion<List<Boolean>> {
    @Override
    public List<Boolean> answer(ShardWork shard) throws IOException {
      return shard.hasAny(queries, filters);
    }
  }
}

package broadsheet.lucene.shards;

import broadsheet.article.Article;
import broadsheet.compare.Versions;
import broadsheet.engine.result.Arrival;
import broadsheet.engine.result.MarkedArticle;
import broadsheet.engine.result.Reprint;
import broadsheet.lucene.alert.ArrivalReader;
import broadsheet.lucene.mark.ArticleSearch;
import broadsheet.lucene.rank.Folding;
import broadsheet.lucene.schema.IndexSchema;
import broadsheet.lucene.schema.StoredArticle;
import broadsheet.lucene.snapshot.SearchBudget;
import broadsheet.query.QueryNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.util.BytesRef;

/** Reads single articles from the shards that have them. Not thread-safe. */
record ShardedArticle(Round round) {

  private static final Sort OLDEST =
      new Sort(
          new SortField(IndexSchema.SORT_TIME, SortField.Type.LONG, false, Long.MAX_VALUE),
          new SortField(IndexSchema.ID, SortField.Type.STRING));

  /** A member of a family, with its place among them. */
  private record Member(long time, BytesRef id, Article article) {}

  Optional<MarkedArticle> find(String id, QueryNode query) throws IOException {
    for (SearchBudget shard : round.shards()) {
      Optional<MarkedArticle> found = new ArticleSearch(shard).find(id, query);
      if (found.isPresent()) {
        return Optional.of(with(reprints(id, found.get().article(), shard), found.get()));
      }
    }
    return Optional.empty();
  }

  private static MarkedArticle with(List<Reprint> reprints, MarkedArticle found) {
    return new MarkedArticle(
        found.article(),
        found.title(),
        found.standfirst(),
        found.dateline(),
        found.paragraphs(),
        found.related(),
        found.values(),
        found.notes(),
        reprints);
  }

  private List<Reprint> reprints(String id, Article article, SearchBudget holder)
      throws IOException {
    OptionalInt document = ArticleSearch.document(id, holder.snapshot());
    OptionalLong family =
        Folding.family(holder.snapshot().getIndexReader(), document.orElseThrow());
    if (family.isEmpty()) {
      return List.of();
    }
    List<Member> members = new ArrayList<>();
    for (SearchBudget shard : round.shards()) {
      members.addAll(members(family.getAsLong(), shard));
    }
    return members.stream()
        .filter(member -> !member.article().id().equals(id))
        .sorted(Comparator.comparingLong(Member::time).thenComparing(Member::id))
        .limit(MarkedArticle.MAX_REPRINTS)
        .map(member -> reprint(article, member.article()))
        .toList();
  }

  private static List<Member> members(long family, SearchBudget shard) throws IOException {
    List<Member> members = new ArrayList<>();
    for (ScoreDoc found :
        shard
            .snapshot()
            .search(
                NumericDocValuesField.newSlowExactQuery(IndexSchema.FAMILY, family),
                MarkedArticle.MAX_REPRINTS + 1,
                OLDEST)
            .scoreDocs) {
      Object[] place = ((FieldDoc) found).fields;
      Article article =
          new StoredArticle(shard.snapshot().storedFields().document(found.doc)).article();
      members.add(new Member((Long) place[0], BytesRef.deepCopyOf((BytesRef) place[1]), article));
    }
    return members;
  }

  private static Reprint reprint(Article article, Article other) {
    return new Reprint(
        other.id(),
        other.title(),
        other.source(),
        other.publishedAt(),
        Optional.of(Versions.difference(article, other)));
  }

  /** The newest arrivals of all shards. */
  List<Arrival> arrivals(String search, QueryNode query, int most) throws IOException {
    List<Arrival> arrivals = new ArrayList<>();
    for (SearchBudget shard : round.shards()) {
      arrivals.addAll(new ArrivalReader(shard).of(search, query, most));
    }
    arrivals.sort(Comparator.comparing(Arrival::at).reversed());
    return arrivals.subList(0, Math.min(most, arrivals.size()));
  }
}

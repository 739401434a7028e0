package broadsheet.lucene.shard;

import broadsheet.article.Article;
import broadsheet.article.ArticleRef;
import broadsheet.engine.result.ArticleVersion;
import broadsheet.engine.result.MarkedArticle;
import broadsheet.engine.result.NamedArticle;
import broadsheet.engine.result.SimilarArticles.Similar;
import broadsheet.lucene.mark.ArticleRefs;
import broadsheet.lucene.mark.ArticleVersions;
import broadsheet.lucene.rank.SentHit;
import broadsheet.lucene.similar.ArticleWordCounts;
import broadsheet.query.QueryNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.lucene.util.BytesRef;

/**
 * A question about single articles. A shard answers for the articles it has. Immutable.
 *
 * @param <A> the answer
 */
public sealed interface ArticleQuestion<A> extends Question<A> {

  /** Articles by id. */
  record OfArticles(List<String> ids) implements ArticleQuestion<Map<String, NamedArticle>> {
    @Override
    public Map<String, NamedArticle> answer(ShardWork shard) throws IOException {
      return shard.articles(ids);
    }
  }

  /**
   * An article with its marks.
   *
   * @param article without its reprints
   */
  record Marked(MarkedArticle article, OptionalLong family) {}

  /** An article with its marks; empty if the shard does not have it. */
  record OfArticle(String id, QueryNode query) implements ArticleQuestion<Optional<Marked>> {
    @Override
    public Optional<Marked> answer(ShardWork shard) throws IOException {
      return shard.marked(id, query);
    }
  }

  /**
   * A member of a family.
   *
   * @param time the time of its publication, for sorting
   */
  record Member(long time, BytesRef id, Article article) {}

  /** The oldest members of a family. */
  record OfFamily(long family, int most) implements ArticleQuestion<List<Member>> {
    @Override
    public List<Member> answer(ShardWork shard) throws IOException {
      return shard.members(family, most);
    }
  }

  /** The words of an article, for finding similar ones; empty if the shard does not have it. */
  record OfWords(String id) implements ArticleQuestion<Optional<ArticleWordCounts>> {
    @Override
    public Optional<ArticleWordCounts> answer(ShardWork shard) throws IOException {
      return ArticleWordCounts.of(id, shard.own());
    }
  }

  /** The number of articles that are a given one or its reprints. */
  record OfOwn(ArticleWordCounts article) implements ArticleQuestion<Integer> {
    @Override
    public Integer answer(ShardWork shard) throws IOException {
      return shard.neighbours().own(article);
    }
  }

  /** The articles that share words with a given one. */
  record OfSharing(ArticleWordCounts article, int own, int most)
      implements ArticleQuestion<List<SentHit>> {
    @Override
    public List<SentHit> answer(ShardWork shard) throws IOException {
      return shard.neighbours().sharing(article, own, most);
    }
  }

  /** Similar articles by id, with the words that they share with a given one. */
  record OfSimilar(ArticleWordCounts article, int own, List<String> ids)
      implements ArticleQuestion<Map<String, Similar>> {
    @Override
    public Map<String, Similar> answer(ShardWork shard) throws IOException {
      return shard.neighbours().similar(article, own, ids);
    }
  }

  /** The versions of items, by the keys of the items. */
  record OfVersions(List<String> keys) implements ArticleQuestion<List<ArticleVersion>> {
    @Override
    public List<ArticleVersion> answer(ShardWork shard) throws IOException {
      return ArticleVersions.of(keys, shard.own());
    }
  }

  /** Today's ids of kept articles whose text is still the same. */
  record OfSameTexts(List<ArticleRef> refs) implements ArticleQuestion<Map<ArticleRef, String>> {
    @Override
    public Map<ArticleRef, String> answer(ShardWork shard) throws IOException {
      return ArticleRefs.same(refs, shard.budget().snapshot());
    }
  }

  /** The references by which articles can be kept outside the archive, by id. */
  record OfRefs(List<String> ids) implements ArticleQuestion<Map<String, ArticleRef>> {
    @Override
    public Map<String, ArticleRef> answer(ShardWork shard) throws IOException {
      return ArticleRefs.of(ids, shard.budget().snapshot());
    }
  }

  /** The given ids that belonged to withdrawn articles. */
  record OfWithdrawn(List<String> ids) implements ArticleQuestion<Set<String>> {
    @Override
    public Set<String> answer(ShardWork shard) throws IOException {
      return ArticleRefs.withdrawn(ids, shard.budget().snapshot());
    }
  }

  /** The given ids that belong to articles. */
  record OfIds(List<String> ids) implements ArticleQuestion<Set<String>> {
    @Override
    public Set<String> answer(ShardWork shard) throws IOException {
      return ArticleRefs.there(ids, shard.budget().snapshot());
    }
  }
}

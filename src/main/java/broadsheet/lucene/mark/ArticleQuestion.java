package broadsheet.lucene.mark;

import broadsheet.article.ArticleRef;
import broadsheet.engine.result.ArticleVersion;
import broadsheet.engine.result.MarkedArticle;
import broadsheet.engine.result.NamedArticle;
import broadsheet.engine.result.SpokenWords;
import broadsheet.lucene.part.IndexPart;
import broadsheet.lucene.part.PartQuestion;
import broadsheet.names.Name;
import broadsheet.query.QueryNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A question about single articles. A part answers for the articles it has. Immutable.
 *
 * @param <A> the answer
 */
public sealed interface ArticleQuestion<A> extends PartQuestion<A> {

  /** Asks for articles by id, with the names found in them. */
  record ArticlesQuestion(List<String> ids) implements ArticleQuestion<Map<String, NamedArticle>> {
    @Override
    public Map<String, NamedArticle> answer(IndexPart part) throws IOException {
      Map<String, NamedArticle> articles = new LinkedHashMap<>();
      for (String id : ids) {
        ArticleSearch.article(id, part.own()).ifPresent(article -> articles.put(id, article));
      }
      return articles;
    }
  }

  /**
   * An article with its marks.
   *
   * @param article without its reprints
   */
  record Marked(MarkedArticle article, OptionalLong family) {}

  /** Asks for an article with its marks; empty if the part does not have it. */
  record ArticleWithMarksQuestion(String id, QueryNode query)
      implements ArticleQuestion<Optional<Marked>> {
    @Override
    public Optional<Marked> answer(IndexPart part) throws IOException {
      return new ArticleSearch(part.budget()).find(id, query);
    }
  }

  /** Asks for the oldest members of a family, the oldest first. */
  record FamilyQuestion(long family, int most) implements ArticleQuestion<List<GroupReprint>> {
    @Override
    public List<GroupReprint> answer(IndexPart part) throws IOException {
      return GroupReprint.of(family, most, part.own());
    }
  }

  /** Asks for the versions of items, by the keys of the items. */
  record VersionsQuestion(List<String> keys) implements ArticleQuestion<List<ArticleVersion>> {
    @Override
    public List<ArticleVersion> answer(IndexPart part) throws IOException {
      return ArticleVersions.of(keys, part.own());
    }
  }

  /** Asks for today's ids of kept articles whose text is still the same. */
  record SameTextsQuestion(List<ArticleRef> refs)
      implements ArticleQuestion<Map<ArticleRef, String>> {
    @Override
    public Map<ArticleRef, String> answer(IndexPart part) throws IOException {
      return ArticleRefs.same(refs, part.own());
    }
  }

  /** Asks for the references by which articles can be kept outside the archive, by id. */
  record RefsQuestion(List<String> ids) implements ArticleQuestion<Map<String, ArticleRef>> {
    @Override
    public Map<String, ArticleRef> answer(IndexPart part) throws IOException {
      return ArticleRefs.of(ids, part.own());
    }
  }

  /** Selects the ids that belonged to withdrawn articles. */
  record WithdrawnQuestion(List<String> ids) implements ArticleQuestion<Set<String>> {
    @Override
    public Set<String> answer(IndexPart part) throws IOException {
      return ArticleRefs.withdrawn(ids, part.own());
    }
  }

  /** Selects the ids that belong to articles. */
  record IdsQuestion(List<String> ids) implements ArticleQuestion<Set<String>> {
    @Override
    public Set<String> answer(IndexPart part) throws IOException {
      return ArticleRefs.there(ids, part.own());
    }
  }

  /** Asks for the quotes of a speaker in some articles. */
  record QuotesQuestion(Name speaker, List<String> ids)
      implements ArticleQuestion<List<SpokenWords>> {
    @Override
    public List<SpokenWords> answer(IndexPart part) throws IOException {
      return ArticleSearch.quotes(speaker, ids, part.own());
    }
  }
}

package broadsheet.lucene.names;

import broadsheet.lucene.schema.FacetValues;
import broadsheet.lucene.schema.StoredNames;
import broadsheet.names.Candidates;
import broadsheet.names.Mention;
import broadsheet.names.NamedPart;
import broadsheet.query.QueryField;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.FilterWeight;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Matches;
import org.apache.lucene.search.MatchesIterator;
import org.apache.lucene.search.MatchesUtils;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * A query for articles with mentions of certain forms of names. Its matches are those mentions, in
 * the texts in which they stand. Every article has the same score.
 */
public final class MentionQuery extends Query {

  private final String field;
  private final Set<String> forms;
  private final Query articles;

  /**
   * @param field the field of the forms: of all names, or of those who are quoted
   * @param forms at least one
   */
  MentionQuery(String field, Collection<String> forms) {
    this.field = field;
    this.forms = Set.copyOf(forms);
    articles =
        new ConstantScoreQuery(
            new TermInSetQuery(
                field, forms.stream().map(FacetValues::indexed).map(BytesRef::new).toList()));
  }

  /** The forms of the names. */
  public Set<String> forms() {
    return forms;
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost)
      throws IOException {
    Weight inner = searcher.rewrite(articles).createWeight(searcher, mode, boost);
    return new FilterWeight(this, inner) {
      @Override
      public @Nullable Matches matches(LeafReaderContext context, int doc) throws IOException {
        return in.matches(context, doc) == null ? null : mentions(context, doc);
      }
    };
  }

  private @Nullable Matches mentions(LeafReaderContext context, int doc) throws IOException {
    Candidates names =
        StoredNames.of(context.reader().storedFields().document(doc, Set.of(StoredNames.MENTIONS)));
    List<Matches> all = new ArrayList<>();
    for (NamedPart part : NamedPart.values()) {
      List<Mention> mentions =
          names.mentions().stream()
              .filter(mention -> mention.part() == part)
              .filter(mention -> forms.contains(names.forms().get(mention.form())))
              .toList();
      if (!mentions.isEmpty()) {
        String field = QueryField.valueOf(part.name()).label();
        all.add(MatchesUtils.forField(field, () -> new Mentions(mentions)));
      }
    }
    return all.isEmpty() ? MatchesUtils.MATCH_WITH_NO_TERMS : MatchesUtils.fromSubMatches(all);
  }

  /** Mentions one by one. They have offsets in the text, and no positions. */
  private final class Mentions implements MatchesIterator {
    private final List<Mention> mentions;
    private int at = -1;

    Mentions(List<Mention> mentions) {
      this.mentions = mentions;
    }

    @Override
    public boolean next() {
      return ++at < mentions.size();
    }

    @Override
    public int startPosition() {
      return -1;
    }

    @Override
    public int endPosition() {
      return -1;
    }

    @Override
    public int startOffset() {
      return mentions.get(at).start();
    }

    @Override
    public int endOffset() {
      return mentions.get(at).end();
    }

    @Override
    public @Nullable MatchesIterator getSubMatches() {
      return null;
    }

    @Override
    public Query getQuery() {
      return MentionQuery.this;
    }
  }

  @Override
  public void visit(QueryVisitor visitor) {
    visitor.visitLeaf(this);
  }

  @Override
  public String toString(String of) {
    return field + ":" + forms;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof MentionQuery query
        && query.forms.equals(forms)
        && query.field.equals(field);
  }

  @Override
  public int hashCode() {
    return Objects.hash(MentionQuery.class, field, forms);
  }
}

package broadsheet.lucene.snapshot;

import broadsheet.lucene.proximity.CommonGramsPhrase;
import broadsheet.lucene.schema.IndexSchema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.index.FieldInvertState;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.search.Weight;
import org.apache.lucene.search.similarities.Similarity;
import org.jspecify.annotations.Nullable;

/**
 * Scores the units of a query by global term statistics, those of the articles that an archive
 * shows. Lucene alone counts deleted articles, and only terms that the part at hand has.
 *
 * @param archive the terms of the archive
 * @param mode whether scores are needed
 * @param boost the factor of the scores
 * @param part the articles that are searched
 */
record ArchiveScoring(Dictionary archive, ScoreMode mode, float boost, IndexSearcher part) {

  /** The weight of a query, whose parts come here by themselves. */
  Weight weight(Query query) throws IOException {
    return switch (query) {
      case BoostQuery boosted ->
          part.createWeight(boosted.getQuery(), mode, boost * boosted.getBoost());
      case TermQuery one -> weight(query, List.of(one.getTerm()), false);
      case SynonymQuery any -> weight(query, any.getTerms(), true);
      case PhraseQuery row -> weight(query, List.of(row.getTerms()), false);
      case CommonGramsPhrase row when row.isOnePair() ->
          weight(query, List.of(row.phrase().getTerms()), false);
      case MultiPhraseQuery rows ->
          weight(query, Stream.of(rows.getTermArrays()).flatMap(Stream::of).toList(), false);
      default -> query.createWeight(part, mode, boost);
    };
  }

  /**
   * @param isOne whether the terms count as one, as frequent as the most frequent of them
   */
  private Weight weight(Query unit, List<Term> terms, boolean isOne) throws IOException {
    List<TermStatistics> statistics = new ArrayList<>();
    for (Term term : terms) {
      archive.statistics(term.field());
      int articles = archive.documents(term);
      if (articles > 0) {
        statistics.add(new TermStatistics(term.bytes(), articles, articles));
      }
    }
    archive.require();
    if (statistics.isEmpty()) {
      return MatchNoDocsQuery.INSTANCE.createWeight(part, mode, boost);
    }
    if (isOne) {
      statistics.sort((a, b) -> Long.compare(b.docFreq(), a.docFreq()));
      statistics.subList(1, statistics.size()).clear();
    }
    IndexSearcher prescribed =
        new IndexSearcher(part.getTopReaderContext()) {
          @Override
          public @Nullable CollectionStatistics collectionStatistics(String field)
              throws IOException {
            return archive.statistics(field);
          }
        };
    prescribed.setSimilarity(new Prescribed(statistics.toArray(TermStatistics[]::new)));
    return unit.createWeight(prescribed, mode, boost);
  }

  /** The usual similarity, with given statistics of the terms. */
  private static final class Prescribed extends Similarity {

    private final TermStatistics[] terms;

    Prescribed(TermStatistics[] terms) {
      this.terms = terms;
    }

    @Override
    public long computeNorm(FieldInvertState state) {
      throw new UnsupportedOperationException("nothing is indexed by it");
    }

    @Override
    public SimScorer scorer(
        float boost, CollectionStatistics archive, TermStatistics... ofThePart) {
      return IndexSchema.similarity().scorer(boost, archive, terms);
    }
  }
}

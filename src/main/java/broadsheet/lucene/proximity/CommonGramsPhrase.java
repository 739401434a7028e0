package broadsheet.lucene.proximity;

import broadsheet.lucene.schema.IndexSchema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreScorer;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Matches;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TermScorer;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.search.Weight;
import org.apache.lucene.search.similarities.Similarity.SimScorer;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * A phrase of frequent words, found by their pairs (common grams) in {@link IndexSchema#PAIRS}: two
 * words by their pair alone, more of them among the articles that have all their pairs. It matches,
 * scores and marks exactly as the phrase does.
 */
public final class CommonGramsPhrase extends Query {

  private final PhraseQuery phrase;
  private final List<Term> pairs;

  /**
   * @param phrase the phrase of words side by side, without slop
   * @param pairs every two adjacent words of it, as the index has them
   */
  public CommonGramsPhrase(PhraseQuery phrase, List<BytesRef> pairs) {
    this.phrase = phrase;
    this.pairs = pairs.stream().map(pair -> new Term(IndexSchema.PAIRS, pair)).toList();
  }

  /** The phrase itself. */
  public PhraseQuery phrase() {
    return phrase;
  }

  /** Whether it has two words, so that no places are read to find it. */
  public boolean isOnePair() {
    return pairs.size() == 1;
  }

  @Override
  public Query rewrite(IndexSearcher searcher) {
    if (isOnePair()) {
      return this;
    }
    BooleanQuery.Builder narrowed = new BooleanQuery.Builder().add(phrase, Occur.MUST);
    pairs.forEach(pair -> narrowed.add(new TermQuery(pair), Occur.FILTER));
    return narrowed.build();
  }

  /** Accepts only a phrase of two words; any other is rewritten first. */
  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost)
      throws IOException {
    return new PairWeight(searcher, mode, boost);
  }

  /**
   * Scores the phrase like Lucene, by the rarity of each word. Null if no article has any of them.
   */
  private @Nullable SimScorer scoring(IndexSearcher searcher, float boost) throws IOException {
    List<TermStatistics> words = new ArrayList<>();
    for (Term word : phrase.getTerms()) {
      TermStates states = TermStates.build(searcher, word, true);
      if (states.docFreq() > 0) {
        words.add(searcher.termStatistics(word, states.docFreq(), states.totalTermFreq()));
      }
    }
    return words.isEmpty()
        ? null
        : searcher
            .getSimilarity()
            .scorer(
                boost,
                searcher.collectionStatistics(phrase.getField()),
                words.toArray(TermStatistics[]::new));
  }

  /** Finds a phrase of two words by the postings of its pair, which are as frequent as it is. */
  private final class PairWeight extends Weight {

    private final IndexSearcher searcher;
    private final ScoreMode mode;
    private final float boost;
    private final @Nullable SimScorer scorer;
    private volatile @Nullable Weight marking;

    PairWeight(IndexSearcher searcher, ScoreMode mode, float boost) throws IOException {
      super(CommonGramsPhrase.this);
      this.searcher = searcher;
      this.mode = mode;
      this.boost = boost;
      scorer = mode.needsScores() ? scoring(searcher, boost) : null;
    }

    @Override
    public @Nullable Matches matches(LeafReaderContext leaf, int document) throws IOException {
      Weight known = marking;
      if (known == null) {
        known = marking();
        marking = known;
      }
      return known.matches(leaf, document);
    }

    /** Uses a searcher without a deadline, since few articles are marked. */
    private Weight marking() throws IOException {
      IndexSearcher marker = new IndexSearcher(searcher.getTopReaderContext());
      return phrase.createWeight(marker, ScoreMode.COMPLETE_NO_SCORES, 1f);
    }

    @Override
    public Explanation explain(LeafReaderContext leaf, int document) throws IOException {
      return searcher.createWeight(phrase, mode, boost).explain(leaf, document);
    }

    @Override
    public boolean isCacheable(LeafReaderContext leaf) {
      return true;
    }

    @Override
    public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext leaf) throws IOException {
      Terms terms = leaf.reader().terms(IndexSchema.PAIRS);
      TermsEnum each = terms == null ? null : terms.iterator();
      if (each == null || !each.seekExact(pairs.getFirst().bytes())) {
        return null;
      }
      int articles = each.docFreq();
      return new ScorerSupplier() {
        private boolean isTop;

        @Override
        public Scorer get(long leadCost) throws IOException {
          return scorer == null ? unscored(each) : scored(leaf, each, scorer, isTop);
        }

        @Override
        public long cost() {
          return articles;
        }

        @Override
        public void setTopLevelScoringClause() {
          isTop = true;
        }
      };
    }

    private Scorer unscored(TermsEnum pair) throws IOException {
      return new ConstantScoreScorer(1f, mode, pair.postings(null, PostingsEnum.NONE));
    }

    private Scorer scored(LeafReaderContext leaf, TermsEnum pair, SimScorer scoring, boolean isTop)
        throws IOException {
      NumericDocValues norms = leaf.reader().getNormValues(phrase.getField());
      return mode == ScoreMode.TOP_SCORES
          ? new TermScorer(pair.impacts(PostingsEnum.FREQS), scoring, norms, isTop)
          : new TermScorer(pair.postings(null, PostingsEnum.FREQS), scoring, norms);
    }
  }

  @Override
  public void visit(QueryVisitor visitor) {
    if (visitor.acceptField(phrase.getField())) {
      visitor.getSubVisitor(Occur.MUST, this).consumeTerms(this, phrase.getTerms());
    }
  }

  @Override
  public String toString(String field) {
    return phrase.toString(field);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CommonGramsPhrase that && phrase.equals(that.phrase);
  }

  @Override
  public int hashCode() {
    return Objects.hash(CommonGramsPhrase.class, phrase);
  }
}

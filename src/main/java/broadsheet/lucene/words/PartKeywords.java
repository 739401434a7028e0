package broadsheet.lucene.words;

import broadsheet.engine.words.Extent;
import broadsheet.lucene.analysis.StopWords;
import broadsheet.lucene.limits.Deadline;
import broadsheet.lucene.snapshot.SearchBudget;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;

/**
 * The words of two sets of articles in one part of an archive.
 *
 * @param list the words of the set that may be listed, counted in both
 * @param hasOthers whether it also has words that only the other articles have
 * @param words the number of words in the articles of the set that were read
 * @param otherWords the same of the others
 */
public record PartKeywords(
    FrontCodedCounts list,
    boolean hasOthers,
    long words,
    long otherWords,
    Extent extent,
    Extent otherExtent) {

  /** In smaller sets, texts are always read. */
  private static final int FEW = 2_000;

  /**
   * Reading the text of an article takes about as long as walking the postings of this many: texts
   * are read of sets that are a smaller part of the archive than that.
   */
  private static final int POSTINGS_PER_TEXT = 50;

  /** The share of the time in which exact counts must succeed; the rest is for a sample. */
  private static final double EXACTLY = 0.6;

  private static final double OF_SET = 0.5;

  /**
   * Asks for them.
   *
   * @param other the articles to compare with, those of the set included
   */
  public record KeywordsQuestion(PartSet set, PartSet other, boolean withStopWords)
      implements WordQuestion<PartKeywords> {

    /** Counts exactly, or in a sample of both sets if the time does not suffice. */
    @Override
    public PartKeywords answer(SearchBudget budget) throws IOException {
      SelectedArticles within = set.in(budget);
      SelectedArticles beside = other.in(budget).without(within);
      return new Counting(within, beside, isListed(budget), budget).counted();
    }

    private Predicate<String> isListed(SearchBudget budget) {
      Set<String> left =
          withStopWords ? Set.of() : StopWords.of(budget.snapshot().languages().all());
      return word -> word.codePoints().anyMatch(Character::isLetter) && !left.contains(word);
    }
  }

  /** Asks for the number of times that each word is printed in the other articles alone. */
  public record OthersQuestion(PartSet set, PartSet other, List<BytesRef> words)
      implements WordQuestion<List<Long>> {
    @Override
    public List<Long> answer(SearchBudget budget) throws IOException {
      SelectedArticles within = set.in(budget);
      SelectedArticles beside = other.in(budget).without(within);
      List<Long> counts = new ArrayList<>();
      new WordPostings(budget.snapshot().getIndexReader(), within.documents(), beside.documents())
          .visit(words, Deadline.none(), (_, _, count) -> counts.add(count));
      return counts;
    }
  }

  /** Counts in one part. */
  private record Counting(
      SelectedArticles set,
      SelectedArticles other,
      Predicate<String> isListed,
      SearchBudget budget) {

    PartKeywords counted() throws IOException {
      Deadline deadline = budget.finding().part(EXACTLY);
      FrontCodedCounts.Writer list = new FrontCodedCounts.Writer();
      if (isSmall() ? isRead(list, deadline) : isWalked(list, deadline)) {
        return new PartKeywords(
            list.list(),
            false,
            words(set.documents()),
            words(other.documents()),
            set.extent(set.size()),
            other.extent(other.size()));
      }
      return sample();
    }

    private boolean isSmall() {
      long size = set.size();
      return size <= FEW || size * POSTINGS_PER_TEXT <= size + other.size();
    }

    private IndexReader reader() {
      return budget.snapshot().getIndexReader();
    }

    private long words(FixedBitSet documents) throws IOException {
      return WordTotals.words(documents, reader());
    }

    /** Counts in the texts of the set and, word by word, in the postings of the others. */
    private boolean isRead(FrontCodedCounts.Writer list, Deadline deadline) throws IOException {
      TextTally tally = new TextTally(isListed);
      TextWords texts = new TextWords(reader().storedFields());
      SystematicSample.Done done =
          new SystematicSample(set.documents())
              .read(
                  SystematicSample.ROUNDS,
                  () -> deadline.isPast() || tally.isFull(),
                  document -> texts.read(document, tally::addIn));
      return done.isAll()
          && new WordPostings(reader(), new FixedBitSet(reader().maxDoc()), other.documents())
              .visit(
                  tally.sorted(),
                  deadline,
                  (word, _, count) -> list.add(word, tally.in(word), count));
    }

    /** Counts in the postings of all words. */
    private boolean isWalked(FrontCodedCounts.Writer list, Deadline deadline) throws IOException {
      return new WordPostings(reader(), set.documents(), other.documents())
          .visit(
              deadline,
              (word, in, count) -> {
                if (in > 0 && isListed.test(word.utf8ToString())) {
                  list.add(word, in, count);
                }
              });
    }

    private PartKeywords sample() throws IOException {
      TextTally tally = new TextTally(isListed);
      Deadline first = budget.finding().part(OF_SET);
      FixedBitSet read = new FixedBitSet(reader().maxDoc());
      FixedBitSet otherRead = new FixedBitSet(reader().maxDoc());
      read(set, read, () -> first.isPast() || tally.isHalfFull(), tally::addIn);
      Deadline second = budget.finding();
      read(other, otherRead, () -> second.isPast() || tally.isFull(), tally::addOther);
      FrontCodedCounts.Writer list = new FrontCodedCounts.Writer();
      tally.sorted().forEach(word -> list.add(word, tally.in(word), tally.other(word)));
      return new PartKeywords(
          list.list(),
          true,
          words(read),
          words(otherRead),
          set.extent(read.cardinality()),
          other.extent(otherRead.cardinality()));
    }

    private void read(
        SelectedArticles all, FixedBitSet read, BooleanSupplier isOver, TextWords.Visitor visitor)
        throws IOException {
      TextWords texts = new TextWords(reader().storedFields());
      new SystematicSample(all.documents())
          .read(
              SystematicSample.ROUNDS,
              isOver,
              document -> {
                texts.read(document, visitor);
                read.set(document);
              });
    }
  }
}

package broadsheet.lucene.words;

import broadsheet.engine.words.Extent;
import broadsheet.lucene.limits.Deadline;
import broadsheet.lucene.snapshot.SearchBudget;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.ObjIntConsumer;

/**
 * The most frequent n-grams of words in one part of an archive.
 *
 * @param list the sequences, each with its count and the number of articles with it
 * @param isExact whether these counts are exact
 * @param unlisted the most times that any other sequence is printed
 * @param words the number of words in the articles that were read
 * @param rounds the number of whole rounds in which they were read, see {@link SystematicSample}
 */
public record PartSequences(
    FrontCodedCounts list, boolean isExact, int unlisted, long words, int rounds, Extent extent) {

  /** The share of the time for finding candidates where they must be counted again. */
  private static final double CANDIDATES = 0.45;

  /**
   * Asks for them.
   *
   * @param length the number of words in a sequence
   * @param first how many to list
   * @param isOne whether the archive has only one part
   */
  public record SequencesQuestion(PartSet set, int length, int first, boolean isOne)
      implements WordQuestion<PartSequences> {
    @Override
    public PartSequences answer(SearchBudget budget) throws IOException {
      return answer(false, budget);
    }

    private PartSequences answer(boolean isAroundMatch, SearchBudget budget) throws IOException {
      LossyNGramCounter table = new LossyNGramCounter(LossyNGramCounter.MOST);
      Deadline candidates = budget.finding().part(CANDIDATES);
      Deadline end = budget.finding();
      BooleanSupplier isOver = () -> (isOne && table.isExact() ? end : candidates).isPast();
      Reading reading = new Reading(new Wanted(set, length, isAroundMatch), budget, table::add);
      SystematicSample.Done done = reading.read(SystematicSample.ROUNDS, isOver);
      return reading.result(done, table.listed(first), table.isExact());
    }
  }

  /** Asks for those with a whole match in them, which parts of earlier releases do not know. */
  public record ClustersQuestion(SequencesQuestion same) implements WordQuestion<PartSequences> {
    @Override
    public PartSequences answer(SearchBudget budget) throws IOException {
      return same.answer(true, budget);
    }
  }

  /** Asks for the counts of given sequences with a whole match in them. */
  public record ClustersExactlyQuestion(ExactlyQuestion same)
      implements WordQuestion<PartSequences> {
    @Override
    public PartSequences answer(SearchBudget budget) throws IOException {
      return same.answer(true, budget);
    }
  }

  /** Asks for the counts of given sequences in the articles of the first rounds. */
  public record ExactlyQuestion(PartSet set, int length, int rounds, List<String> sequences)
      implements WordQuestion<PartSequences> {
    @Override
    public PartSequences answer(SearchBudget budget) throws IOException {
      return answer(false, budget);
    }

    private PartSequences answer(boolean isAroundMatch, SearchBudget budget) throws IOException {
      LossyNGramCounter table = LossyNGramCounter.of(sequences);
      Reading reading =
          new Reading(new Wanted(set, length, isAroundMatch), budget, table::addKnown);
      SystematicSample.Done done = reading.read(rounds, budget.finding()::isPast);
      return reading.result(done, table.listed(sequences.size()), true);
    }
  }

  /** The sequences that are read. */
  private record Wanted(PartSet set, int length, boolean isAroundMatch) {}

  /** Reads the sequences of articles. Not thread-safe. */
  private static final class Reading implements TextWords.Visitor {
    private final SelectedArticles articles;
    private final TextWords texts;
    private final ObjIntConsumer<String[]> counting;
    private final String[] last;
    private final Optional<Clusters> matches;

    /** Whether there is no time left to find matches. */
    private final boolean isWithout;

    private int known;
    private int article;
    private long words;

    Reading(Wanted wanted, SearchBudget budget, ObjIntConsumer<String[]> counting)
        throws IOException {
      articles = wanted.set.in(budget);
      texts = new TextWords(budget.snapshot().getIndexReader().storedFields());
      this.counting = counting;
      last = new String[wanted.length];
      matches =
          wanted.isAroundMatch
              ? wanted.set.marker(budget).map(marker -> new Clusters(marker, texts.stored()))
              : Optional.empty();
      isWithout = wanted.isAroundMatch && matches.isEmpty();
    }

    SystematicSample.Done read(int rounds, BooleanSupplier isOver) throws IOException {
      return new SystematicSample(articles.documents())
          .read(
              isWithout ? 0 : rounds,
              isOver,
              document -> {
                article = document;
                if (matches.isPresent()) {
                  words += matches.get().read(document, last.length, this::count);
                } else {
                  texts.read(document, this);
                }
              });
    }

    private void count(String[] sequence) {
      counting.accept(sequence, article);
    }

    @Override
    public void begin() {
      known = 0;
    }

    @Override
    public void visit(String folded) {
      words++;
      System.arraycopy(last, 1, last, 0, last.length - 1);
      last[last.length - 1] = folded;
      if (++known >= last.length) {
        counting.accept(last, article);
      }
    }

    PartSequences result(
        SystematicSample.Done done, LossyNGramCounter.Listed listed, boolean isExact) {
      return new PartSequences(
          listed.list(),
          isExact,
          listed.unlisted(),
          words,
          done.rounds(),
          articles.extent(done.articles()));
    }
  }
}

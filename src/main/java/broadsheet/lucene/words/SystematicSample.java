package broadsheet.lucene.words;

import java.io.IOException;
import java.util.function.BooleanSupplier;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.FixedBitSet;

/**
 * Systematic sampling: reads articles in rounds, each of which is spread evenly over all of them,
 * so that those that were read when the time is up are a fair sample. Neighbours are read together,
 * since their stored texts are decompressed together. The same order each time.
 */
final class SystematicSample {

  /** A power of two. */
  static final int ROUNDS = 1 << 10;

  /** The most neighbours that are read together. */
  private static final int LONGEST_RUN = 32;

  /** The fewest runs of a round, if there are as many articles. */
  private static final int RUNS = 8;

  private final int[] documents;
  private final int run;

  SystematicSample(FixedBitSet all) {
    documents = new int[all.cardinality()];
    int place = 0;
    for (int document = all.length() == 0 ? DocIdSetIterator.NO_MORE_DOCS : all.nextSetBit(0);
        document != DocIdSetIterator.NO_MORE_DOCS;
        document =
            document + 1 < all.length()
                ? all.nextSetBit(document + 1)
                : DocIdSetIterator.NO_MORE_DOCS) {
      documents[place++] = document;
    }
    run = Math.clamp(documents.length / (ROUNDS * RUNS), 1, LONGEST_RUN);
  }

  /** Reads one article. */
  interface Reader {
    void read(int document) throws IOException;
  }

  /**
   * The articles that were read.
   *
   * @param rounds the number of whole rounds
   */
  record Done(long articles, int rounds) {
    boolean isAll() {
      return rounds == ROUNDS;
    }
  }

  /**
   * Reads articles until something says that it is over.
   *
   * @param rounds the most rounds, 0 to {@link #ROUNDS}
   */
  Done read(int rounds, BooleanSupplier isOver, Reader reader) throws IOException {
    long articles = 0;
    for (int round = 0; round < rounds; round++) {
      int first = Integer.reverse(round) >>> (Integer.SIZE - Integer.numberOfTrailingZeros(ROUNDS));
      for (int start = first * run; start < documents.length; start += ROUNDS * run) {
        int end = Math.min(documents.length, start + run);
        for (int place = start; place < end; place++) {
          if (isOver.getAsBoolean()) {
            return new Done(articles, round);
          }
          reader.read(documents[place]);
          articles++;
        }
      }
    }
    return new Done(articles, rounds);
  }
}

package broadsheet.lucene.snapshot;

import broadsheet.lucene.limits.Deadline;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.LongHeap;

/**
 * Selects the terms that most articles have, deleted articles left out, so that the choice does not
 * depend on merges. Ties go to the first in the alphabet. Not thread-safe.
 */
final class MostFrequentTerms {

  private static final int ROOM = 4;

  /** The most terms for which room is made before they are there. */
  private static final int FEW = 1_024;

  private final String field;
  private final IndexReader reader;
  private final int most;

  /** No term's frequency is off by more. */
  private final int deleted;

  /** The highest frequencies, with deleted articles. */
  private final LongHeap highest;

  private final List<Candidate> possible = new ArrayList<>();
  private int room;
  private boolean isCut;

  private record Candidate(BytesRef term, long frequency) {}

  MostFrequentTerms(String field, IndexReader reader, int most) {
    this.field = field;
    this.reader = reader;
    this.most = most;
    deleted = reader.numDeletedDocs();
    highest = new LongHeap(Math.min(most, FEW));
    room = ROOM * Math.min(most, FEW);
  }

  /**
   * Offers a term, in the order of the alphabet.
   *
   * @param frequency the number of articles that have it, with deleted ones
   */
  void offer(BytesRef term, int frequency) {
    boolean isPossible = highest.size() < most || frequency > highest.top() - deleted;
    note(frequency);
    if (!isPossible) {
      isCut = true;
      return;
    }
    possible.add(new Candidate(BytesRef.deepCopyOf(term), frequency));
    if (possible.size() > room) {
      isCut |= possible.removeIf(each -> each.frequency() < highest.top() - deleted);
      room = Math.max(room, 2 * possible.size());
    }
  }

  private void note(int frequency) {
    if (highest.size() < most) {
      highest.push(frequency);
    } else if (frequency > highest.top()) {
      highest.updateTop(frequency);
    }
  }

  /** The selected terms, sorted; those selected in time. */
  TermExpansion selected(Deadline deadline) throws IOException {
    if (possible.size() <= most && deleted == 0) {
      return new TermExpansion(possible.stream().map(Candidate::term).toList(), isCut);
    }
    List<BytesRef> selected = new ArrayList<>();
    List<Candidate> contested = new ArrayList<>();
    for (Candidate each : possible) {
      if (each.frequency() > highest.top() + deleted) {
        selected.add(each.term());
      } else if (deleted == 0) {
        contested.add(each);
      } else if (!deadline.isPast() && each.frequency() >= highest.top() - deleted) {
        contested.add(live(each));
      }
    }
    contested.removeIf(each -> each.frequency() == 0);
    contested.stream()
        .sorted(Comparator.comparingLong(Candidate::frequency).reversed())
        .limit(most - selected.size())
        .forEach(each -> selected.add(each.term()));
    selected.sort(null);
    return new TermExpansion(selected, isCut || contested.size() > most - selected.size());
  }

  /** The same with its frequency without deleted articles. */
  private Candidate live(Candidate candidate) throws IOException {
    Term term = new Term(field, candidate.term());
    return new Candidate(candidate.term(), LiveCounts.countWith(term, reader.leaves()));
  }
}

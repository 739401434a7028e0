package broadsheet.lucene.furniture;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.util.IntroSorter;

/**
 * Pairs of a run of words and a document, in 12 bytes each, sorted to find the documents that share
 * a run. Not thread-safe.
 */
public final class RunPlaces extends IntroSorter {

  private long[] runs = new long[1 << 10];
  private int[] documents = new int[1 << 10];
  private int size;
  private long pivotRun;
  private int pivotDocument;

  /** Notes that a document has a run. */
  public void add(long run, int document) {
    if (size == runs.length) {
      runs = Arrays.copyOf(runs, 2 * size);
      documents = Arrays.copyOf(documents, 2 * size);
    }
    runs[size] = run;
    documents[size++] = document;
  }

  /** Receives a run with the documents that have it, in ascending order. */
  public interface Visitor {
    void visit(long run, List<Integer> documents) throws IOException;
  }

  /** Visits each run that at least {@link FurnitureRule#FEWEST} documents have. */
  public void each(Visitor visitor) throws IOException {
    sort(0, size);
    List<Integer> same = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      if (same.isEmpty() || same.getLast() != documents[i]) {
        same.add(documents[i]);
      }
      if (i + 1 == size || runs[i + 1] != runs[i]) {
        if (same.size() >= FurnitureRule.FEWEST) {
          visitor.visit(runs[i], same);
        }
        same.clear();
      }
    }
  }

  @Override
  protected void swap(int i, int j) {
    long run = runs[i];
    int document = documents[i];
    runs[i] = runs[j];
    documents[i] = documents[j];
    runs[j] = run;
    documents[j] = document;
  }

  @Override
  protected void setPivot(int i) {
    pivotRun = runs[i];
    pivotDocument = documents[i];
  }

  @Override
  protected int comparePivot(int j) {
    int byRun = Long.compare(pivotRun, runs[j]);
    return byRun != 0 ? byRun : Integer.compare(pivotDocument, documents[j]);
  }
}

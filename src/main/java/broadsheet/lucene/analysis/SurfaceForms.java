package broadsheet.lucene.analysis;

import java.util.HashMap;
import java.util.Map;

/** Counts the surface forms of a word or phrase. Not shared between threads. */
public final class SurfaceForms {
  private final Map<String, Integer> counts = new HashMap<>();

  public void add(String form) {
    counts.merge(form, 1, Integer::sum);
  }

  /** Adds other counts. */
  public void addAll(Map<String, Integer> forms) {
    forms.forEach((form, count) -> counts.merge(form, count, Integer::sum));
  }

  /** The number of times each form is printed. */
  public Map<String, Integer> counts() {
    return Map.copyOf(counts);
  }

  /** The most frequent form; of several, the last in the order of their characters. */
  public String most() {
    return counts.entrySet().stream()
        .max(
            Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .orElseThrow()
        .getKey();
  }
}

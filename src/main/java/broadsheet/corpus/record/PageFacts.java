package broadsheet.corpus.record;

import broadsheet.corpus.record.FieldNames.Part;
import broadsheet.corpus.text.CleanText;
import broadsheet.corpus.text.Entities;
import broadsheet.corpus.text.Names;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The facts a page states about its article, by part. A page states many facts several times; the
 * statements are kept in order, most trusted first. Not thread-safe.
 */
public final class PageFacts {
  private final Map<Part, List<List<String>>> statements = new EnumMap<>(Part.class);

  /** Adds a statement without its blank values; ignores a statement without values. */
  public void add(Part part, Stream<String> values) {
    List<String> clean =
        values
            .map(Entities::resolved)
            .map(value -> part == Part.AUTHOR ? Names.onOneLine(value) : value)
            .map(CleanText::line)
            .filter(v -> !v.isEmpty())
            .distinct()
            .toList();
    if (!clean.isEmpty()) {
      statements.computeIfAbsent(part, p -> new ArrayList<>()).add(clean);
    }
  }

  public void add(Part part, String value) {
    add(part, Stream.of(value));
  }

  /** The values of all statements, most trusted first. */
  public List<String> all(Part part) {
    return statements.getOrDefault(part, List.of()).stream().flatMap(List::stream).toList();
  }

  /** Each statement's values, most trusted first. */
  public List<List<String>> statements(Part part) {
    return List.copyOf(statements.getOrDefault(part, List.of()));
  }

  /** The first value of the most trusted statement; empty if there is none. */
  public String first(Part part) {
    return all(part).stream().findFirst().orElse("");
  }
}

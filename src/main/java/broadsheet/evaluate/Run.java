package broadsheet.evaluate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The answers of one ranking to several topics: a TREC run. Immutable. Source of the format:
 * trec_eval, "results_file": topic, {@code Q0}, docno, rank, score, tag.
 *
 * @param tag names the ranking
 * @param rankings docnos by topic number, the best first, none twice
 */
public record Run(String tag, Map<String, List<String>> rankings) {

  private static final Pattern BLANKS = Pattern.compile("\\s+");

  /**
   * @throws IllegalArgumentException when the tag is not one word
   */
  public Run {
    Fields.requireOneWord("run tag", tag);
    Map<String, List<String>> copies = new LinkedHashMap<>();
    rankings.forEach((topic, docnos) -> copies.put(topic, List.copyOf(docnos)));
    rankings = Collections.unmodifiableMap(copies);
  }

  /** A line of a run file. */
  private record Line(String topic, String docno, float score, String tag) {

    private static final int FIELDS = 6;

    /**
     * The order of trec_eval: by score, ignoring ranks; of equal scores the greater docno comes
     * first.
     */
    private static final Comparator<Line> BEST_FIRST =
        Comparator.comparingDouble((Line line) -> line.score())
            .thenComparing(line -> line.docno())
            .reversed();

    static Line of(String text) {
      String[] fields = BLANKS.split(text.strip(), -1);
      if (fields.length != FIELDS) {
        throw new IllegalArgumentException(
            "a line of a run is six fields, topic Q0 docno rank score tag, not " + fields.length);
      }
      return new Line(fields[0], fields[2], score(fields[4]), fields[5]);
    }

    private static float score(String field) {
      try {
        return Float.parseFloat(field);
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException("a score is a number, not '" + field + "'", e);
      }
    }
  }

  /** The ranking of a topic; empty if the run has none. */
  public List<String> of(String topic) {
    return rankings.getOrDefault(topic, List.of());
  }

  /**
   * Reads a run file. Like trec_eval, it uses the scores and ignores the ranks.
   *
   * @throws JudgingException when there is no file, or naming the line that cannot be read
   */
  public static Run read(Path file) {
    Map<String, List<Line>> lines = new LinkedHashMap<>();
    List<String> tags = new ArrayList<>();
    LineFile.existing(file)
        .read(
            text -> {
              Line line = Line.of(text);
              lines.computeIfAbsent(line.topic(), _ -> new ArrayList<>()).add(line);
              tags.add(line.tag());
            });
    if (tags.isEmpty()) {
      throw new JudgingException(file + " is empty. Give a run file with one line per hit.");
    }
    Map<String, List<String>> rankings = new LinkedHashMap<>();
    lines.forEach((topic, of) -> rankings.put(topic, ranked(of)));
    return new Run(tags.getFirst(), rankings);
  }

  private static List<String> ranked(List<Line> lines) {
    return lines.stream().sorted(Line.BEST_FIRST).map(Line::docno).distinct().toList();
  }

  /**
   * Writes the run file. The scores only encode the order: evaluators sort by them, and a ranking
   * in several steps has no single score that agrees with its order.
   *
   * @throws JudgingException when it cannot be written
   */
  public void write(Path file) {
    new LineFile(file).replace(lines());
  }

  Stream<String> lines() {
    return rankings.entrySet().stream().flatMap(of -> lines(of.getKey(), of.getValue()));
  }

  private Stream<String> lines(String topic, List<String> docnos) {
    return IntStream.range(0, docnos.size())
        .mapToObj(
            i ->
                "%s Q0 %s %s %s %s".formatted(topic, docnos.get(i), i + 1, docnos.size() - i, tag));
  }
}

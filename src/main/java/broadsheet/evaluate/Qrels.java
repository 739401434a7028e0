package broadsheet.evaluate;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * The judgements of a TREC qrels file, one for each pair of topic and article. Immutable.
 *
 * @param byPair in the order in which the pairs were first judged
 */
public record Qrels(Map<Pair, Judgement> byPair) {

  /** The topic and article that a judgement is about. */
  public record Pair(String topic, String docno) {
    static Pair of(Judgement judgement) {
      return new Pair(judgement.topic(), judgement.docno());
    }
  }

  /**
   * Reads a qrels file. If a pair is judged several times, the last judgement counts.
   *
   * @throws JudgingException when there is no file, or naming the line that cannot be read
   */
  public static Qrels read(Path file) {
    return read(LineFile.existing(file));
  }

  static Qrels read(LineFile file) {
    Map<Pair, Judgement> judgements = new LinkedHashMap<>();
    file.read(
        line -> {
          Judgement judgement = Judgement.of(line);
          judgements.put(Pair.of(judgement), judgement);
        });
    return new Qrels(judgements);
  }

  /** The judged relevance of a pair; empty when it is not judged. */
  public OptionalInt relevance(String topic, String docno) {
    Judgement judgement = byPair.get(new Pair(topic, docno));
    return judgement == null ? OptionalInt.empty() : OptionalInt.of(judgement.relevance());
  }

  /** The grades of a topic's articles by docno; empty when none is judged. */
  public Map<String, Integer> of(String topic) {
    Map<String, Integer> grades = new LinkedHashMap<>();
    byPair
        .values()
        .forEach(
            judgement -> {
              if (judgement.topic().equals(topic)) {
                grades.put(judgement.docno(), judgement.relevance());
              }
            });
    return grades;
  }

  /** These judgements with one added, which replaces an earlier one of its pair. */
  Qrels with(Judgement judgement) {
    Map<Pair, Judgement> more = new LinkedHashMap<>(byPair);
    more.put(Pair.of(judgement), judgement);
    return new Qrels(more);
  }

  /** These judgements without that of a pair. */
  Qrels without(Pair pair) {
    Map<Pair, Judgement> fewer = new LinkedHashMap<>(byPair);
    fewer.remove(pair);
    return new Qrels(fewer);
  }

  Stream<String> lines() {
    return byPair.values().stream().map(Judgement::line);
  }
}

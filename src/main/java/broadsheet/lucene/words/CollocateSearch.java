package broadsheet.lucene.words;

import broadsheet.engine.words.Association;
import broadsheet.engine.words.Collocates;
import broadsheet.engine.words.CollocatesRequest;
import broadsheet.engine.words.Extent;
import broadsheet.engine.words.WordStatistics;
import broadsheet.lucene.compile.LanguageCompiler;
import broadsheet.lucene.part.IndexParts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Finds collocates from the words near the matches in all parts of an archive. */
public record CollocateSearch(IndexParts parts) {

  /** See {@link broadsheet.engine.words.Workbench#collocates}. */
  public Collocates of(CollocatesRequest request) throws IOException {
    LanguageCompiler compiler = parts.prepare(request.set().query(), request.set().filters());
    PartSet set = PartSet.of(List.of(request.set()), parts).getFirst();
    List<NearWords> near = parts.ask(new NearWords.NearQuestion(set, request));
    List<Map.Entry<String, NearWords.Count>> words = wanted(NearWords.sum(near), request);
    List<SurfaceCounts> printed =
        parts.ask(
            new SurfaceCounts.PrintedQuestion(
                request.set().filters(), words.stream().map(Map.Entry::getKey).toList()));
    int known = printed.stream().mapToInt(part -> part.counts().size()).min().orElse(0);
    Numbers numbers =
        new Numbers(
            near.stream().mapToLong(NearWords::matches).sum(),
            near.stream().mapToLong(NearWords::near).sum(),
            printed.stream().mapToLong(SurfaceCounts::words).sum());
    List<Collocates.Collocate> all = new ArrayList<>();
    for (int i = 0; i < known; i++) {
      int at = i;
      long observed = words.get(i).getValue().times();
      long frequency = printed.stream().mapToLong(part -> part.counts().get(at)).sum();
      if (numbers.areMoreThanExpected(observed, frequency)) {
        all.add(numbers.of(words.get(i).getKey(), observed, frequency));
      }
    }
    Extent extent =
        Extents.and(
            Extents.sum(near.stream().map(NearWords::extent).toList()), known == words.size());
    return new Collocates(
        all.stream().sorted(by(request.order())).limit(request.most()).toList(),
        numbers.matches,
        numbers.near,
        numbers.words,
        Extents.and(extent, Concordances.isWhole(compiler, request.set(), parts)),
        FrequencySearch.notes(compiler, extent, parts));
  }

  /** The words that may be listed, those that stand near matches most often first. */
  private static List<Map.Entry<String, NearWords.Count>> wanted(
      Map<String, NearWords.Count> counts, CollocatesRequest request) {
    Comparator<Map.Entry<String, NearWords.Count>> mostFirst =
        Comparator.comparingLong(entry -> -entry.getValue().times());
    return counts.entrySet().stream()
        .filter(entry -> entry.getValue().times() >= request.least())
        .filter(entry -> request.withStopWords() || !entry.getValue().isStopWord())
        .sorted(mostFirst.thenComparing(Map.Entry::getKey, CharacterOrder.INSTANCE))
        .toList();
  }

  private static Comparator<Collocates.Collocate> by(Association order) {
    Comparator<Collocates.Collocate> measure =
        switch (order) {
          case OBSERVED -> Comparator.comparingDouble(Collocates.Collocate::observed);
          case LOG_LIKELIHOOD -> Comparator.comparingDouble(Collocates.Collocate::logLikelihood);
          case MI -> Comparator.comparingDouble(Collocates.Collocate::mi);
          case LOG_DICE -> Comparator.comparingDouble(Collocates.Collocate::logDice);
        };
    return measure.reversed().thenComparing(Collocates.Collocate::word, CharacterOrder.INSTANCE);
  }

  private record Numbers(long matches, long near, long words) {

    boolean areMoreThanExpected(long observed, long frequency) {
      return observed * words > near * frequency;
    }

    Collocates.Collocate of(String word, long observed, long frequency) {
      double expected = near * (double) frequency / words;
      return new Collocates.Collocate(
          word,
          observed,
          frequency,
          expected,
          WordStatistics.logLikelihood(observed, near, frequency - observed, words - near),
          WordStatistics.mutualInformation((double) observed, expected),
          WordStatistics.logDice(observed, matches, frequency));
    }
  }
}

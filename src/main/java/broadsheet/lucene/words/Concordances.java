package broadsheet.lucene.words;

import broadsheet.engine.result.Completeness;
import broadsheet.engine.words.Concordance;
import broadsheet.engine.words.ConcordanceRequest;
import broadsheet.engine.words.Extent;
import broadsheet.engine.words.LineSample;
import broadsheet.engine.words.WordSet;
import broadsheet.lucene.compile.LanguageCompiler;
import broadsheet.lucene.part.IndexParts;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Makes a page of a concordance from the lines of all parts of an archive. */
public record Concordances(IndexParts parts) {

  /** See {@link broadsheet.engine.words.Workbench#concordance}. */
  public Concordance of(ConcordanceRequest request) throws IOException {
    LineLevels levels = LineLevels.of(request);
    request.after().ifPresent(cursor -> LineCursor.parse(levels, cursor));
    LanguageCompiler compiler = parts.prepare(request.set().query(), request.set().filters());
    if (request.marked().isPresent()) {
      parts.prepare(request.marked().get(), request.set().filters());
    }
    PartSet set = PartSet.of(List.of(request.set()), parts).getFirst();
    Drawn drawn = drawn(set, request);
    List<PartLines> all =
        parts.ask(
            request.isPlain()
                ? new PartLines.LinesQuestion(set, request)
                : new PartLines.ChosenLinesQuestion(set, request, drawn.lines));
    Comparator<ConcordanceSortKey> order = levels.comparator();
    Optional<ConcordanceSortKey> reach =
        all.stream().flatMap(part -> part.reach().stream()).min(order);
    List<PartLines.Keyed> within =
        all.stream()
            .flatMap(part -> part.lines().stream())
            .filter(line -> reach.isEmpty() || order.compare(line.key(), reach.get()) <= 0)
            .sorted(Comparator.comparing(PartLines.Keyed::key, order))
            .toList();
    List<PartLines.Keyed> page = within.subList(0, Math.min(request.size(), within.size()));
    Optional<ConcordanceSortKey> end =
        page.size() < within.size() ? Optional.of(page.getLast().key()) : reach;
    Extent extent = Extents.sum(all.stream().map(PartLines::extent).toList());
    return new Concordance(
        page.stream().map(PartLines.Keyed::line).toList(),
        total(all),
        end.map(key -> LineCursor.text(levels, key)),
        Extents.and(
            drawn.extent.filter(part -> part.read() < extent.read()).orElse(extent),
            isWhole(compiler, request.set(), parts)),
        FrequencySearch.notes(compiler, extent, parts));
  }

  /**
   * The lines that count.
   *
   * @param lines empty for all
   * @param extent the articles that they were drawn from; empty where that was not needed
   */
  private record Drawn(Optional<LineDraw> lines, Optional<Extent> extent) {}

  private Drawn drawn(PartSet set, ConcordanceRequest request) throws IOException {
    LineSample sample = request.sample().orElse(null);
    if (sample == null || sample.most() == 0) {
      return new Drawn(request.sample().map(LineDraw::share), Optional.empty());
    }
    List<PartDraw> all = parts.ask(new PartDraw.DrawQuestion(set, request, sample));
    List<Long> numbers = all.stream().flatMap(part -> part.numbers().stream()).toList();
    return new Drawn(
        Optional.of(LineDraw.of(sample, numbers)),
        Optional.of(Extents.sum(all.stream().map(PartDraw::extent).toList())));
  }

  private static OptionalLong total(List<PartLines> all) {
    return all.stream().allMatch(part -> part.total().isPresent())
        ? OptionalLong.of(all.stream().mapToLong(part -> part.total().getAsLong()).sum())
        : OptionalLong.empty();
  }

  /** Whether what is found is all that matches, if no part is cut short. */
  static boolean isWhole(LanguageCompiler compiler, WordSet set, IndexParts parts) {
    return compiler.completeness(set.query()) == Completeness.WHOLE && parts.isWhole();
  }
}

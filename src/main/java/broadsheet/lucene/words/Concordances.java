package broadsheet.lucene.words;

import broadsheet.engine.result.Completeness;
import broadsheet.engine.words.Concordance;
import broadsheet.engine.words.ConcordanceRequest;
import broadsheet.engine.words.Extent;
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
    request.after().ifPresent(cursor -> LineCursor.parse(request.order(), cursor));
    LanguageCompiler compiler = parts.prepare(request.set().query(), request.set().filters());
    PartSet set = PartSet.of(List.of(request.set()), parts).getFirst();
    List<PartLines> all = parts.ask(new PartLines.LinesQuestion(set, request));
    Comparator<ConcordanceSortKey> order = ConcordanceSortKey.in(request.order());
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
        end.map(key -> LineCursor.text(request.order(), key)),
        Extents.and(extent, isWhole(compiler, request.set(), parts)),
        FrequencySearch.notes(compiler, extent, parts));
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

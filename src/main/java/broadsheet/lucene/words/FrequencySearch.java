package broadsheet.lucene.words;

import broadsheet.engine.request.Filters;
import broadsheet.engine.result.Completeness;
import broadsheet.engine.result.Note;
import broadsheet.engine.words.Extent;
import broadsheet.engine.words.Frequencies;
import broadsheet.engine.words.Frequencies.Group;
import broadsheet.engine.words.FrequenciesRequest;
import broadsheet.engine.words.WordGrouping;
import broadsheet.engine.words.WordSet;
import broadsheet.lucene.compile.LanguageCompiler;
import broadsheet.lucene.part.IndexParts;
import broadsheet.query.QueryNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Counts the matches of a query by group. Not thread-safe. */
public record FrequencySearch(IndexParts parts) {

  private static final Comparator<Group> MOST_WORDS =
      Comparator.comparingLong(Group::words).reversed().thenComparing(Group::value);

  /** See {@link broadsheet.engine.words.Workbench#frequencies}. */
  public Frequencies of(FrequenciesRequest request) throws IOException {
    WordSet set = request.set();
    LanguageCompiler compiler = parts.prepare(set.query(), set.filters());
    List<PartSet> sets = PartSet.of(List.of(set, every(set, set.filters()), archive(set)), parts);
    PartFrequencies sum =
        PartFrequencies.sum(
            parts.ask(
                new PartFrequencies.FrequenciesQuestion(
                    sets.get(0), sets.get(1), sets.get(2), request.by())));
    boolean isWhole = compiler.completeness(set.query()) == Completeness.WHOLE && parts.isWhole();
    return new Frequencies(
        sum.archive(),
        sum.hits(),
        group("", sum.all(), sum.all()),
        groups(sum, request.by()),
        Extents.and(sum.extent(), isWhole),
        notes(compiler, sum.extent(), parts));
  }

  static WordSet every(WordSet set, Filters filters) {
    return new WordSet(new QueryNode.Everything(), filters, set.isFolding());
  }

  /** The whole archive, in the versions of articles that a set is of. */
  static WordSet archive(WordSet set) {
    Filters none = Filters.none();
    return every(set, new Filters(none.from(), none.to(), none.values(), set.filters().versions()));
  }

  static List<Note> notes(LanguageCompiler compiler, Extent extent, IndexParts parts) {
    List<Note> notes = new ArrayList<>(compiler.notes());
    if (!extent.isAll()) {
      notes.add(parts.budget().countedNote());
    }
    notes.addAll(parts.notes());
    return notes;
  }

  private static List<Group> groups(PartFrequencies sum, WordGrouping by) {
    Map<String, PartFrequencies.Sum> known = sum.groups();
    TreeSet<String> values = new TreeSet<>(known.keySet());
    boolean isAnyWithout = values.remove("");
    boolean isTime = by == WordGrouping.YEAR || by == WordGrouping.MONTH;
    if (isTime && !values.isEmpty()) {
      values.addAll(ArticleGroups.span(by, values.first(), values.last()));
    }
    List<Group> groups = new ArrayList<>();
    for (String value : values) {
      groups.add(group(value, known.getOrDefault(value, PartFrequencies.Sum.ZERO), sum.all()));
    }
    if (!isTime) {
      groups.sort(MOST_WORDS);
    }
    if (isAnyWithout) {
      groups.add(group("", known.getOrDefault("", PartFrequencies.Sum.ZERO), sum.all()));
    }
    return groups;
  }

  /** A group with its matches, which are estimated where not all of its articles were read. */
  static Group group(String value, PartFrequencies.Sum sum, PartFrequencies.Sum all) {
    long matches = sum.matches();
    if (sum.read() < sum.articles()) {
      PartFrequencies.Sum known = sum.read() > 0 ? sum : all;
      double each = known.read() == 0 ? 0 : (double) known.matches() / known.read();
      matches = Math.round(each * sum.articles());
    }
    return new Group(value, sum.words(), sum.articles(), matches);
  }
}

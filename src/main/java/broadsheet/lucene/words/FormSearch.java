package broadsheet.lucene.words;

import broadsheet.engine.words.Forms;
import broadsheet.engine.words.WordSet;
import broadsheet.lucene.compile.LanguageCompiler;
import broadsheet.lucene.part.IndexParts;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts the forms of a query's matches in all parts of an archive. */
record FormSearch(IndexParts parts) {

  private static final Comparator<Forms.Form> MOST_FREQUENT =
      Comparator.comparingLong(Forms.Form::count)
          .reversed()
          .thenComparing(Forms.Form::text, CharacterOrder.INSTANCE);

  /** See {@link broadsheet.engine.words.Workbench#forms}. */
  Forms of(WordSet set, int most) throws IOException {
    LanguageCompiler compiler = parts.prepare(set.query(), set.filters());
    PartSet found = PartSet.of(List.of(set), parts).getFirst();
    List<PartForms> all = parts.ask(new PartForms.FormsQuestion(found));
    Map<String, Long> sum = new HashMap<>();
    all.forEach(part -> part.counts().forEach((form, count) -> sum.merge(form, count, Long::sum)));
    return new Forms(
        sum.entrySet().stream()
            .map(form -> new Forms.Form(form.getKey(), form.getValue()))
            .sorted(MOST_FREQUENT)
            .limit(most)
            .toList(),
        all.stream().mapToLong(PartForms::matches).sum(),
        Extents.and(
            Extents.sum(all.stream().map(PartForms::extent).toList()),
            Concordances.isWhole(compiler, set, parts)));
  }
}

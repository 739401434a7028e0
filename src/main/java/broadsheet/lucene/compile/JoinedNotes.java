package broadsheet.lucene.compile;

import broadsheet.engine.result.Note;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The notes of compiling one query for several languages, each said once. A word is the same in any
 * case: some are compiled as typed and in lower case. Not thread-safe.
 */
final class JoinedNotes {

  private final Map<Object, Note> notes = new LinkedHashMap<>();
  private final Map<String, Added> compounds = new LinkedHashMap<>();
  private final Map<String, Added> variants = new LinkedHashMap<>();

  /** The words that were searched beside a typed one. */
  private record Added(String typed, Set<String> words) {}

  JoinedNotes(List<Note> first) {
    first.forEach(this::add);
  }

  /** Adds the notes of one language. */
  void add(QueryCompiler compiler) {
    compiler.notes().forEach(this::add);
    compiler.compounds().forEach((typed, words) -> add(typed, words, compounds));
    compiler.variants().forEach((typed, words) -> add(typed, words, variants));
  }

  private void add(Note note) {
    notes.putIfAbsent(
        note instanceof Note.Part(String unit, Note.Part.Treatment treatment)
            ? new Note.Part(key(unit), treatment)
            : note,
        note);
  }

  private static void add(String typed, Set<String> words, Map<String, Added> to) {
    to.computeIfAbsent(key(typed), _ -> new Added(typed, new LinkedHashSet<>()))
        .words()
        .addAll(words);
  }

  private static String key(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  List<Note> all() {
    List<Note> all = new ArrayList<>(notes.values());
    if (!compounds.isEmpty()) {
      Set<String> longer = new LinkedHashSet<>();
      compounds.values().forEach(added -> longer.addAll(added.words()));
      all.add(
          new Note.Compounds(
              compounds.values().stream().map(Added::typed).toList(), longer.size()));
    }
    variants.values().forEach(a -> all.add(new Note.Variants(a.typed(), List.copyOf(a.words()))));
    return all;
  }
}

package broadsheet.names;

import java.util.List;
import java.util.stream.Stream;

/**
 * A resolved name of the whole archive.
 *
 * @param name its kind and the form in which it is shown
 * @param forms the forms of mentions that stand for it, the most frequent first; never empty
 * @param articles the number of articles with any of them when it was decided; an upper bound for a
 *     name that an editor merged or split
 */
public record NameEntry(Name name, List<String> forms, int articles) {

  /** The same name with the forms of another archive as well. */
  NameEntry joined(NameEntry other) {
    List<String> all = Stream.concat(forms.stream(), other.forms().stream()).distinct().toList();
    return new NameEntry(name, all, articles + other.articles());
  }

  public NameEntry {
    forms = List.copyOf(forms);
    if (forms.isEmpty()) {
      throw new IllegalArgumentException("a name without forms: " + name);
    }
  }
}

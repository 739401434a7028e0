package broadsheet.names;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The entries of a table while corrections are applied to them. Not thread-safe. */
final class CorrectedNames {

  private final Map<Name, NameEntry> entries = new HashMap<>();

  CorrectedNames(Collection<NameEntry> decided) {
    decided.forEach(entry -> entries.put(entry.name(), entry));
  }

  /** Applies a correction; one of a name or form that is not there does nothing. */
  void apply(NameCorrection correction) {
    Optional.ofNullable(entries.get(correction.of())).ifPresent(entry -> apply(correction, entry));
  }

  private void apply(NameCorrection correction, NameEntry entry) {
    String form = correction.form();
    Map<Boolean, List<String>> isMoved =
        entry.forms().stream()
            .collect(Collectors.partitioningBy(each -> form.isEmpty() || form.equals(each)));
    List<String> moved = isMoved.getOrDefault(true, List.of());
    List<String> rest = isMoved.getOrDefault(false, List.of());
    if (moved.isEmpty()) {
      return;
    }
    entries.remove(entry.name());
    if (!rest.isEmpty()) {
      put(new NameEntry(entry.name(), rest, entry.articles()));
    }
    correction.becomes().ifPresent(name -> join(new NameEntry(name, moved, entry.articles())));
  }

  private void join(NameEntry entry) {
    put(
        Optional.ofNullable(entries.get(entry.name()))
            .map(known -> joined(known, entry))
            .orElse(entry));
  }

  private static NameEntry joined(NameEntry known, NameEntry added) {
    boolean isAddedBigger = added.articles() > known.articles();
    LinkedHashSet<String> forms =
        new LinkedHashSet<>(isAddedBigger ? added.forms() : known.forms());
    forms.addAll(isAddedBigger ? known.forms() : added.forms());
    return new NameEntry(known.name(), new ArrayList<>(forms), known.articles() + added.articles());
  }

  private void put(NameEntry entry) {
    entries.put(entry.name(), entry);
  }

  NameTable table() {
    return new NameTable(entries.values());
  }
}

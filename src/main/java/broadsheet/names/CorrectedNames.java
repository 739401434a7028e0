package broadsheet.names;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The entries of a table while corrections are applied to them. Not thread-safe. */
final class CorrectedNames {

  private final Map<Name, NameEntry> entries = new HashMap<>();

  /** The names that whole names became. One that becomes such a name later becomes the same. */
  private final Map<Name, Name> renamed = new HashMap<>();

  CorrectedNames(Collection<NameEntry> decided) {
    decided.forEach(entry -> entries.put(entry.name(), entry));
  }

  /** Applies a correction; one of a name or form that is not there does nothing. */
  void apply(NameCorrection correction) {
    if (correction.isAddition()) {
      add(correction.form(), last(correction.of()));
      return;
    }
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
    correction.becomes().ifPresent(name -> become(entry, moved, rest.isEmpty(), name));
  }

  private void become(NameEntry entry, List<String> forms, boolean isWhole, Name name) {
    Name last = last(name);
    if (last.equals(entry.name())) {
      renamed.remove(name);
      last = name;
    }
    if (isWhole) {
      renamed.put(entry.name(), last);
    }
    join(new NameEntry(last, forms, entry.articles()));
  }

  /** The last name of a chain of corrections. */
  private Name last(Name name) {
    Name last = name;
    Set<Name> seen = new HashSet<>();
    while (renamed.containsKey(last) && !entries.containsKey(last) && seen.add(last)) {
      last = renamed.getOrDefault(last, last);
    }
    return last;
  }

  /** Takes a form from the names that it stands for, and gives it to one. */
  private void add(String form, Name name) {
    List<NameEntry> others =
        entries.values().stream()
            .filter(entry -> entry.forms().contains(form) && !entry.name().equals(name))
            .toList();
    for (NameEntry other : others) {
      entries.remove(other.name());
      List<String> rest = other.forms().stream().filter(each -> !each.equals(form)).toList();
      if (!rest.isEmpty()) {
        put(new NameEntry(other.name(), rest, other.articles()));
      }
    }
    join(new NameEntry(name, List.of(form), 0));
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

package broadsheet.cli;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The content of a desk that comes from one writer. Not thread-safe. */
final class DeskState {
  private final Map<String, Map<String, String>> lists = new TreeMap<>();
  private final Set<String> alerts = new TreeSet<>();
  private final Set<String> shared = new TreeSet<>();

  void list(String name) {
    lists.putIfAbsent(name, new TreeMap<>());
  }

  void entry(String list, String id, String note) {
    lists.computeIfAbsent(list, _ -> new TreeMap<>()).put(id, note);
  }

  /** An entry of the list that all writers share. */
  void shared(String id) {
    shared.add(id);
  }

  void alert(String search) {
    alerts.add(search);
  }

  DeskState copy() {
    DeskState copy = new DeskState();
    lists.forEach((name, entries) -> copy.lists.put(name, new TreeMap<>(entries)));
    copy.alerts.addAll(alerts);
    copy.shared.addAll(shared);
    return copy;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DeskState that
        && lists.equals(that.lists)
        && alerts.equals(that.alerts)
        && shared.equals(that.shared);
  }

  @Override
  public int hashCode() {
    return lists.hashCode() + alerts.hashCode() + shared.hashCode();
  }

  @Override
  public String toString() {
    return lists + " shared " + shared + " alerts " + alerts;
  }
}

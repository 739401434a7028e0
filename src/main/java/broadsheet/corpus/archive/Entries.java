package broadsheet.corpus.archive;

import broadsheet.corpus.pack.Damage;
import broadsheet.corpus.pack.EntryName;
import broadsheet.corpus.pack.Layer;
import broadsheet.corpus.pack.LimitExceeded;
import broadsheet.corpus.record.SeenNames;
import broadsheet.corpus.record.SourceFile;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where a container puts what is in it: each entry is read as a file of its own. Not thread-safe.
 */
public final class Entries {
  private final SourceFile container;
  private final Layer stream;
  private final Unpacking unpacking;
  private final int depth;
  private final SeenNames seen = new SeenNames();
  private final Map<String, Long> skipped = new LinkedHashMap<>();
  private long number;
  private boolean isEmpty = true;

  /**
   * @param depth containers and compressions around its entries
   */
  Entries(SourceFile container, Layer stream, Unpacking unpacking, int depth) {
    this.container = container;
    this.stream = stream;
    this.unpacking = unpacking;
    this.depth = depth;
  }

  SourceFile container() {
    return container;
  }

  /** The container's bytes. */
  Layer stream() {
    return stream;
  }

  /**
   * The file an entry is; empty if it is hidden or a backup. Two of one name are different files.
   */
  Optional<SourceFile> next(String rawName) throws LimitExceeded {
    count();
    EntryName name = EntryName.of(rawName, number);
    Optional<String> reason =
        name.isHidden() ? Optional.of("hidden") : PassedBy.reason(name.name());
    if (reason.isPresent()) {
      skipOneOfMany(reason.get());
      return Optional.empty();
    }
    while (!seen.add(name.text())) {
      name = name.numbered(number);
    }
    return Optional.of(container.inside(name.text(), "", ""));
  }

  /** Counts an entry; gives its number, from 1. */
  long count() throws LimitExceeded {
    unpacking.inflation().entry(container);
    isEmpty = false;
    return ++number;
  }

  /** A part of the container's bytes, unpacked; what it grows to is bounded. */
  Layer unpacked(InputStream content, SourceFile entry) {
    return Layer.ofUnpacked(content, entry, unpacking.inflation());
  }

  /** Reads an entry, whatever it is. Its damage is entered; see {@link Layer#damage}. */
  void read(SourceFile entry, Layer content) throws LimitExceeded {
    unpacking.read(entry, content, depth);
  }

  void skip(SourceFile entry, String reason, String detail) {
    unpacking.account().skipped(entry.place(), reason, detail);
  }

  /** Enters what is wrong with an entry, unless it has been. */
  void fail(SourceFile entry, Damage damage) {
    fail(entry.place(), damage);
  }

  /** Enters what is wrong with a record that is no file of its own. */
  void fail(long record, Damage damage) {
    fail(container.place() + "#" + record, damage);
  }

  private void fail(String place, Damage damage) {
    if (damage.isNew()) {
      unpacking.account().failed(place, damage.reason(), damage.detail());
    }
  }

  /** Skips something that comes in great numbers: the ledger gets one line for all of them. */
  void skipOneOfMany(String reason) {
    skipped.merge(reason, 1L, Long::sum);
  }

  /** Enters what was skipped in numbers, or that there was nothing. */
  void end() {
    skipped.forEach(
        (reason, count) -> unpacking.account().skipped(container.place(), reason, count));
    if (isEmpty && skipped.isEmpty()) {
      unpacking.account().skipped(container.place(), "nothing in it", "");
    }
  }
}

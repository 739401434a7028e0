package broadsheet.corpus.archive;

import broadsheet.corpus.pack.Compression;
import broadsheet.corpus.pack.Damage;
import broadsheet.corpus.pack.EntryName;
import broadsheet.corpus.pack.Layer;
import broadsheet.corpus.pack.LimitExceeded;
import broadsheet.corpus.pack.ZipInput;
import broadsheet.corpus.record.SeenNames;
import broadsheet.corpus.record.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Receives the entries of a container and reads each as a file of its own. Not thread-safe. */
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
   * @param depth the number of containers and compressions around its entries
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
   * The file for an entry; empty if it is hidden or a backup. Two entries with the same name are
   * different files.
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

  /** Counts an entry, and returns its number, from 1. */
  long count() throws LimitExceeded {
    unpacking.inflation().entry(container);
    isEmpty = false;
    return ++number;
  }

  /** A part of the container, decompressed; its expansion is bounded. */
  Layer unpacked(Compression compression, InputStream packed, SourceFile entry) throws IOException {
    return compression.open(packed, entry, unpacking.inflation());
  }

  /** The entries of the container if it is a zip; their expansion is bounded. */
  ZipInput zip(InputStream in) {
    return new ZipInput(in, false, container, unpacking.inflation());
  }

  /** Reads an entry of any kind. Damage is entered in the ledger; see {@link Layer#damage}. */
  void read(SourceFile entry, Layer content) throws LimitExceeded {
    unpacking.read(entry, content, depth);
  }

  void skip(SourceFile entry, String reason, String detail) {
    unpacking.account().skipped(entry.place(), reason, detail);
  }

  /** Enters the damage of an entry, unless already entered. */
  void fail(SourceFile entry, Damage damage) {
    fail(entry.place(), damage);
  }

  /** Enters the damage of a record that is not a file of its own. */
  void fail(long record, Damage damage) {
    fail(container.place() + "#" + record, damage);
  }

  private void fail(String place, Damage damage) {
    if (damage.isNew()) {
      unpacking.account().failed(place, damage.reason(), damage.detail());
    }
  }

  /** Skips something that occurs in large numbers: the ledger gets one line for all of them. */
  void skipOneOfMany(String reason) {
    skipped.merge(reason, 1L, Long::sum);
  }

  /** Reports what was skipped in large numbers, or that the container is empty. */
  void end() {
    skipped.forEach(
        (reason, count) -> unpacking.account().skipped(container.place(), reason, count));
    if (isEmpty && skipped.isEmpty()) {
      unpacking.account().skipped(container.place(), "nothing in it", "");
    }
  }
}

package broadsheet.indexing;

import broadsheet.corpus.Corpus;
import broadsheet.corpus.Corpus.CorpusSize;
import broadsheet.engine.Engine;
import broadsheet.engine.EngineException;
import broadsheet.engine.IndexRoom;
import broadsheet.engine.SearchEngine;
import broadsheet.path.PathName;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Warns before a rebuild that the new index will not fit on the disk beside the old one. See {@code
 * docs/decisions/0060-room-for-a-rebuild.md} for the shares.
 *
 * @param room the disk of the index
 * @param before the bytes of the files that the old index was read from; 0 if that is unknown
 * @param now the bytes of the files to read
 */
public record RoomCheck(IndexRoom room, long before, long now) {

  /** An index from the same files is at least this large, as a share of the one before. */
  private static final double LEAST = 0.8;

  /** Merging needs this much at times, as a share of the index. */
  private static final double MOST = 2.2;

  /** An index needs up to this much of the bytes of files that are not compressed. */
  private static final double MOST_OF_FILES = 3;

  private static final String BESIDE = "The new index needs at least %s beside the old one";

  /** With so many times the room of the old index, nothing needs to be measured. */
  private static final int AMPLE = 8;

  /**
   * Checks the room for an index, if it is on this machine.
   *
   * @param corpora what is to be read, measured only if the room may be too small
   * @throws EngineException if the new index cannot fit
   */
  static void require(
      Engine engine, IndexingScope scope, Supplier<List<Corpus>> corpora, IndexingLog log) {
    Optional<IndexRoom> found = engine.room();
    if (found.isEmpty() || isAmple(found.get())) {
      return;
    }
    long now =
        corpora.get().stream()
            .map(Corpus::size)
            .reduce(CorpusSize.NOTHING, CorpusSize::and)
            .bytes();
    boolean isOfTheSame = engine.sources().stream().allMatch(source -> scope.covers(source.path()));
    RoomCheck check = new RoomCheck(found.get(), isOfTheSame ? read(engine) : 0, now);
    check.refusal().ifPresent(RoomCheck::refuse);
    check.warning().ifPresent(log.err()::println);
  }

  /**
   * Checks the room for an index of the same articles, if it is on this machine.
   *
   * @throws EngineException if the new index cannot fit
   */
  static void requireForUpgrade(Engine engine, PrintWriter err) {
    Optional<IndexRoom> found = engine.room();
    if (found.isPresent() && found.get().live() > 0) {
      RoomCheck check = new RoomCheck(found.get(), 1, 1);
      check.refusal(BESIDE, "").ifPresent(RoomCheck::refuse);
      check.warning("the new index").ifPresent(err::println);
    }
  }

  /**
   * Checks the room for an index of some articles of an archive in another folder, with other
   * files.
   *
   * @param share the share of the archive's articles
   * @param others the bytes of the other files
   * @throws EngineException if it cannot fit
   */
  public static void requireForPack(
      Engine archive, Engine pack, double share, long others, PrintWriter err) {
    pack.room()
        .ifPresent(
            room -> {
              long live = archive.room().map(IndexRoom::live).orElse(0L);
              long bytes = (long) (share * live) + others;
              RoomCheck check =
                  new RoomCheck(new IndexRoom(room.folder(), bytes, room.free()), 1, 1);
              check.refusal("The pack needs at least %s", "").ifPresent(RoomCheck::refuse);
              check.warning("the pack").ifPresent(err::println);
            });
  }

  private static boolean isAmple(IndexRoom room) {
    return room.live() > 0 && room.free() / AMPLE > room.live();
  }

  private static void refuse(String reason) {
    throw new EngineException(reason);
  }

  /** The bytes of the files that the index was read from; 0 if it cannot be read. */
  private static long read(Engine engine) {
    if (!engine.hasIndex()) {
      return 0;
    }
    try (SearchEngine opened = engine.searchAlone()) {
      return opened.ledger().totals().bytes();
    } catch (EngineException e) {
      return 0;
    }
  }

  /** Why the new index cannot fit; empty if it may. */
  Optional<String> refusal() {
    return refusal(BESIDE, ", or build it on another disk: ./broadsheet index PATH --index DIR");
  }

  /**
   * The same.
   *
   * @param needing what needs that much
   * @param otherwise a remedy besides making room; empty if there is none
   */
  private Optional<String> refusal(String needing, String otherwise) {
    if (before == 0) {
      return Optional.empty(); // of other files, or of none: its size is anyone's guess
    }
    long least = (long) (LEAST * room.live() * Math.min(1, share()));
    return least <= room.free()
        ? Optional.empty()
        : Optional.of(
            "%s, but the disk of %s has %s free. Nothing was changed. Make room%s"
                .formatted(
                    needing.formatted(size(least)),
                    PathName.of(room.folder()),
                    size(room.free()),
                    otherwise));
  }

  /** Why the new index may not fit; empty if it likely does. */
  Optional<String> warning() {
    return warning("the index of %s of files".formatted(size(now)));
  }

  private Optional<String> warning(String index) {
    boolean isKnown = before > 0 && room.live() > 0;
    double most = isKnown ? MOST * room.live() * share() : MOST_OF_FILES * now;
    return most <= room.free()
        ? Optional.empty()
        : Optional.of(
            "warning: %s may need up to %s, but the disk of %s has %s free. If it does not fit, nothing is lost"
                .formatted(
                    index, size((long) most), PathName.of(room.folder()), size(room.free())));
  }

  private double share() {
    return (double) now / before;
  }

  private static String size(long bytes) {
    return bytes >= 1_000_000_000
        ? String.format(Locale.ROOT, "%.1f GB", bytes / 1e9)
        : String.format(Locale.ROOT, "%,d MB", Math.ceilDiv(bytes, 1_000_000));
  }
}

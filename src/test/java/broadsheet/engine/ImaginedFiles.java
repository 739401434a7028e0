package broadsheet.engine;

import broadsheet.article.Article;
import broadsheet.article.ItemVersion;
import broadsheet.ledger.FileRecord;
import broadsheet.ledger.LedgerEntry;
import broadsheet.ledger.Outcome;
import broadsheet.ledger.Source;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A source with files in memory only. Reports them to a session as an indexing does: unchanged
 * files are kept, others are read.
 */
public final class ImaginedFiles {

  static final Source SOURCE = new Source("/news", "");

  private final Map<String, List<Article>> files = new TreeMap<>();
  private final Map<String, String> remarks = new TreeMap<>();
  private final Map<String, List<ItemVersion>> withdrawn = new TreeMap<>();
  private final Set<String> unreadable = new HashSet<>();

  /** Gives a file these articles, each with its place in the file. */
  public void put(String name, Article... articles) {
    List<Article> placed = new ArrayList<>();
    for (Article article : articles) {
      String place = name + "#" + (placed.size() + 1);
      placed.add(article.toBuilder().locations(List.of(place)).build());
    }
    files.put(path(name), placed);
  }

  /** Gives a file a notice that withdraws these versions, beside its articles. */
  void withdraw(String name, ItemVersion... versions) {
    files.putIfAbsent(path(name), List.of());
    withdrawn.put(path(name), List.of(versions));
  }

  /** Sets the remark that the ledger holds for a file. */
  void remark(String name, String remark) {
    remarks.put(path(name), remark);
  }

  /** Sets whether a file can be read to its end. */
  void setReadable(String name, boolean isReadable) {
    if (isReadable) {
      unreadable.remove(path(name));
    } else {
      unreadable.add(path(name));
    }
  }

  public void remove(String name) {
    files.remove(path(name));
    remarks.remove(path(name));
    withdrawn.remove(path(name));
  }

  /** The absolute path of a file. */
  static String path(String name) {
    return SOURCE.path() + "/" + name;
  }

  /** The files of a part. */
  public ImaginedFiles in(ArchivePart part) {
    ImaginedFiles its = new ImaginedFiles();
    its.files.putAll(files);
    its.files.keySet().removeIf(path -> !part.holds(path));
    its.remarks.putAll(remarks);
    its.withdrawn.putAll(withdrawn);
    its.unreadable.addAll(unreadable);
    return its;
  }

  /** Reads all files in so many parts, and joins them. */
  public IndexingReport rebuildInParts(Engine engine, int parts) {
    for (int number = 1; number <= parts; number++) {
      ArchivePart part = new ArchivePart(number, parts);
      in(part).index(engine.part(part, List.of(SOURCE), NameMode.AS_IS));
    }
    try (IndexingSession session = engine.join()) {
      return session.commit(engine.parts().sources());
    }
  }

  public IndexingReport rebuild(Engine engine) {
    return index(engine.rebuild());
  }

  public IndexingReport update(Engine engine) {
    return index(engine.update());
  }

  /** Updates with these files, and lets all others be. */
  IndexingReport addTo(Engine engine) {
    try (IndexingSession session = engine.update()) {
      files.forEach((path, articles) -> tell(session, path, articles));
      return session.commit(List.of(SOURCE));
    }
  }

  /** Reports all files to a session and commits it. */
  public IndexingReport index(IndexingSession opened) {
    try (IndexingSession session = opened) {
      tell(session);
      return session.commit(List.of(SOURCE));
    }
  }

  /** Reports all files to a session. */
  void tell(IndexingSession session) {
    files.forEach((path, articles) -> tell(session, path, articles));
    session.removeUnseen(SOURCE.path());
  }

  private void tell(IndexingSession session, String path, List<Article> articles) {
    boolean isReadable = !unreadable.contains(path);
    String remark = remarks.getOrDefault(path, "");
    List<ItemVersion> notice = withdrawn.getOrDefault(path, List.of());
    String digest =
        isReadable ? Integer.toHexString(articles.hashCode()) + remark + notice.hashCode() : "";
    FileRecord file = record(path, digest, articles.size(), remark.isEmpty() ? 0 : 1);
    if (session.known(path).filter(file::hasContentOf).isPresent()) {
      session.keep(file);
      return;
    }
    session.begin(path);
    articles.forEach(article -> session.add(path, article));
    if (!remark.isEmpty()) {
      session.enter(path, new LedgerEntry(Outcome.REMARKED, path + "#1", "a remark", remark));
    }
    if (!notice.isEmpty() && isReadable) {
      LedgerEntry entry = new LedgerEntry(Outcome.SKIPPED, path, LedgerEntry.WITHDRAWN, "canceled");
      session.enter(path, entry.withdrawing(notice, List.of()));
    }
    if (isReadable) {
      session.end(file);
    } else {
      session.endUnread(file);
    }
  }

  private static FileRecord record(String path, String digest, long articles, long remarked) {
    String location = path.substring(SOURCE.path().length() + 1);
    return new FileRecord(path, location, "", "", digest, 1, articles, 0, 0, remarked);
  }
}

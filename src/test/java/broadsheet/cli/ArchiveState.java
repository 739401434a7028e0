package broadsheet.cli;

import broadsheet.desk.Desk;
import broadsheet.desk.Desks;
import broadsheet.desk.ListEntry;
import broadsheet.desk.ReadingList;
import broadsheet.desk.SavedSearch;
import broadsheet.engine.Engines;
import broadsheet.engine.result.Hit;
import broadsheet.indexing.IndexContents;
import broadsheet.lucene.LuceneSearchEngine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * All that an archive has, for comparison.
 *
 * @param index what its articles and files are, and the digest of its names; empty without an index
 * @param desk what readers keep, a line each
 */
record ArchiveState(List<String> index, List<String> desk) {

  static ArchiveState of(Path index) {
    List<String> articles = new ArrayList<>();
    List<String> kept = new ArrayList<>();
    Desk desk = Desks.open(index);
    for (ReadingList list : desk.lists().all("")) {
      kept.add("list " + list.name());
      for (ListEntry entry : desk.lists().entries().of(list.id())) {
        kept.add(list.name() + " has " + entry.article().id() + " with " + entry.note());
      }
    }
    desk.names()
        .all()
        .forEach(each -> kept.add(each.correction().toString().replaceFirst("at=[^,\\]]*", "")));
    List<SavedSearch> searches = desk.searches().all();
    searches.forEach(each -> kept.add("alert " + each.search()));
    if (Engines.open(index).hasIndex()) {
      try (LuceneSearchEngine engine = LuceneSearchEngine.open(index)) {
        searches.forEach(each -> articles.add(each.search() + " found " + found(engine, each)));
        articles.addAll(IndexContents.of(index).lines());
        articles.add("names " + engine.namesDigest());
      }
    }
    return new ArchiveState(List.copyOf(articles), List.copyOf(kept));
  }

  private static List<String> found(LuceneSearchEngine engine, SavedSearch search) {
    return AlertMatches.of(engine, search).stream().map(Hit::id).sorted().toList();
  }

  /** The lines of either state that the other lacks. */
  List<String> difference(ArchiveState other) {
    List<String> all = Stream.concat(index.stream(), desk.stream()).toList();
    List<String> those = Stream.concat(other.index.stream(), other.desk.stream()).toList();
    List<String> difference = new ArrayList<>();
    all.stream().filter(line -> !those.contains(line)).map("+ "::concat).forEach(difference::add);
    those.stream().filter(line -> !all.contains(line)).map("- "::concat).forEach(difference::add);
    return difference;
  }
}

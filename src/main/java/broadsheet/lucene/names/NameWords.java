package broadsheet.lucene.names;

import broadsheet.lucene.analysis.ArticleAnalyzer;
import broadsheet.lucene.analysis.QueryWord;
import broadsheet.names.NameEntry;
import broadsheet.names.NameKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The folded words of names and of their forms. Immutable. */
final class NameWords {

  private record Worded(NameEntry entry, List<List<String>> texts) {}

  private final List<Worded> names = new ArrayList<>();

  NameWords(Collection<NameEntry> entries) {
    for (NameEntry entry : entries) {
      names.add(
          new Worded(
              entry,
              Stream.concat(Stream.of(entry.name().text()), entry.forms().stream())
                  .distinct()
                  .map(NameWords::words)
                  .toList()));
    }
  }

  private static List<String> words(String text) {
    return QueryWord.in(text, ArticleAnalyzer.forKeywords()).stream()
        .map(QueryWord::folded)
        .toList();
  }

  /** The names of some kinds that hold these words. */
  List<NameEntry> with(Set<NameKind> kinds, WordSequence sequence) {
    return names.stream()
        .filter(name -> kinds.contains(name.entry().name().kind()))
        .filter(name -> name.texts().stream().anyMatch(sequence::isIn))
        .map(Worded::entry)
        .toList();
  }
}

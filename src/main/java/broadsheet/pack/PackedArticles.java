package broadsheet.pack;

import broadsheet.address.WebAddress;
import broadsheet.article.Article;
import broadsheet.article.Chapter;
import broadsheet.article.Enclosure;
import broadsheet.article.Part;
import broadsheet.article.Positions;
import broadsheet.article.PrintedPage;
import broadsheet.article.Recording;
import broadsheet.engine.ArticleProgress;
import broadsheet.engine.Engines;
import broadsheet.engine.IndexingReport;
import broadsheet.engine.IndexingSession;
import broadsheet.engine.SearchEngine;
import broadsheet.engine.SourcePaths;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.result.NamedArticle;
import broadsheet.export.ArticleWriter;
import broadsheet.names.Name;
import broadsheet.names.NameEntry;
import broadsheet.names.NameTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Writes the articles of a search to an index of their own and to a table. They come from the
 * search engine alone, so that the index holds what its caller may read, and nothing else. For one
 * use.
 */
final class PackedArticles {

  private final SearchEngine archive;
  private final ArticleWriter table;
  private final int most;
  private final SourcePaths files;
  private final Map<Name, Integer> mentioned = new HashMap<>();
  private final List<String> first = new ArrayList<>();
  private long packed;

  /**
   * @param table gets each article
   * @param most the most ids to remember
   */
  PackedArticles(SearchEngine archive, ArticleWriter table, int most) {
    this.archive = archive;
    this.table = table;
    this.most = most;
    files = SourcePaths.of(archive.summary().origins());
  }

  /**
   * Writes all that a search finds.
   *
   * @param total the number of articles that is expected
   * @return the report of the index
   */
  IndexingReport into(Path index, SearchRequest request, long total, ArticleProgress progress)
      throws IOException {
    Optional<Supplier<NameTable>> names =
        archive.hasNames() ? Optional.of(this::names) : Optional.empty();
    try (IndexingSession session = Engines.open(index).copy(names)) {
      export(
          request,
          article -> {
            session.add(article.id(), portable(article.article())); // ids differ, names may not
            table.write(article);
            remember(article);
            progress.reached(packed, Math.max(packed, total));
          });
      IndexingReport report = session.commit(List.of());
      table.finish();
      return report;
    }
  }

  /** The ids of the first articles, in the order of the search. */
  List<String> first() {
    return first;
  }

  private interface Taker {
    void take(NamedArticle article) throws IOException;
  }

  /** A failure to write, which is none of the search. */
  private static final class WritingFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WritingFailure(IOException cause) {
      super(cause);
    }
  }

  private void export(SearchRequest request, Taker taker) throws IOException {
    try {
      archive.export(
          request.unfolded(),
          article -> {
            try {
              taker.take(article);
            } catch (IOException e) {
              throw new WritingFailure(e);
            }
          });
    } catch (WritingFailure e) {
      throw new IOException(e.getCause());
    }
  }

  private void remember(NamedArticle article) {
    packed++;
    if (first.size() < most) {
      first.add(article.id());
    }
    article.found().forEach(name -> mentioned.merge(name, 1, Integer::sum));
  }

  /**
   * The meaning of the names in the articles, decided in the whole archive, with its corrections.
   */
  private NameTable names() {
    List<NameEntry> entries = new ArrayList<>();
    mentioned.forEach(
        (name, articles) ->
            archive
                .name(name)
                .ifPresent(entry -> entries.add(new NameEntry(name, entry.forms(), articles))));
    return new NameTable(entries);
  }

  /** The article with its files named as pages name them, not by their paths on this machine. */
  private Article portable(Article article) {
    Positions positions = article.positions();
    List<Part> parts = positions.parts().stream().map(this::portable).toList();
    return article.toBuilder()
        .locations(article.locations().stream().map(this::name).toList())
        .positions(new Positions(parts, positions.words(), positions.quality()))
        .build();
  }

  private Part portable(Part part) {
    return switch (part) {
      case PrintedPage page ->
          new PrintedPage(
              page.number(), page.label(), page.width(), page.height(), name(page.image()));
      case Recording recording when WebAddress.of(recording.media()).isEmpty() ->
          new Recording(recording.label(), name(recording.media()));
      case Recording recording -> recording;
      case Chapter _, Enclosure _ -> part;
    };
  }

  private String name(String path) {
    String shortened = files.shorten(path);
    return Path.of("/").resolve(shortened).toString().equals(shortened)
        ? shortened.substring(shortened.lastIndexOf('/') + 1)
        : shortened;
  }
}

package broadsheet.indexing;

import broadsheet.article.Article;
import broadsheet.engine.result.Reprint;
import broadsheet.ledger.FileRecord;
import broadsheet.ledger.LedgerEntry;
import broadsheet.ledger.LedgerTotals;
import broadsheet.ledger.Outcome;
import broadsheet.ledger.Source;
import broadsheet.lucene.LuceneSearchEngine;
import broadsheet.query.QueryNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The whole content of an index, for comparison. */
public record IndexContents(
    List<String> origins,
    List<Long> articlesOfOrigins,
    List<Article> articles,
    Map<String, List<String>> reprints,
    LedgerTotals totals,
    List<FileRecord> files,
    List<String> entries) {

  public static IndexContents of(Path index) {
    try (LuceneSearchEngine engine = LuceneSearchEngine.open(index)) {
      List<Article> articles = new ArrayList<>();
      LuceneSearchEngine.check(index, articles::add);
      articles.sort(Comparator.comparing(Article::id));
      Map<String, List<String>> reprints = new TreeMap<>();
      for (Article article : articles) {
        reprints.put(article.id(), reprints(engine, article.id()));
      }
      return new IndexContents(
          engine.summary().origins().stream().map(Source::path).toList(),
          engine.ledger().articlesOfOrigins(),
          articles,
          reprints,
          engine.ledger().totals(),
          engine.ledger().files("", 0, 10_000).stream().map(IndexContents::timeless).toList(),
          entries(engine));
    }
  }

  /** The content of this index that the other lacks, one item per line. */
  public List<String> without(IndexContents other) {
    List<String> rest = new ArrayList<>(lines());
    other.lines().forEach(rest::remove);
    return rest;
  }

  /** One item per line. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>(entries);
    articles.forEach(article -> lines.add(article.toString()));
    reprints.forEach((id, others) -> lines.add(id + " is a reprint of " + others));
    files.forEach(file -> lines.add(file.toString()));
    lines.add(totals.toString());
    lines.add(origins + " have " + articlesOfOrigins);
    return lines;
  }

  /** The record without the file system's facts about the file and about those read with it. */
  private static FileRecord timeless(FileRecord file) {
    return new FileRecord(
        file.path(),
        file.location(),
        file.readAs(),
        "",
        file.digest(),
        file.bytes(),
        file.articles(),
        file.skipped(),
        file.failed(),
        file.remarked(),
        file.companions().replaceAll("(?m)^(file\t[^\t]*\t)(?!missing$).*$", "$1"));
  }

  private static List<String> reprints(LuceneSearchEngine engine, String id) {
    return engine.find(id, new QueryNode.Everything()).orElseThrow().reprints().stream()
        .map(Reprint::id)
        .sorted()
        .toList();
  }

  private static List<String> entries(LuceneSearchEngine engine) {
    List<String> entries = new ArrayList<>();
    for (Outcome outcome : Outcome.values()) {
      for (LedgerEntry entry : engine.ledger().entries(outcome, 0, 10_000)) {
        entries.add(entry.toString());
      }
    }
    entries.sort(Comparator.naturalOrder());
    return entries;
  }
}

package broadsheet.pack;

import broadsheet.address.SearchParameters;
import broadsheet.article.ArticleRef;
import broadsheet.desk.Desks;
import broadsheet.desk.ListEntry;
import broadsheet.desk.Lists;
import broadsheet.desk.ReadingList;
import broadsheet.engine.ArticleProgress;
import broadsheet.engine.Engine;
import broadsheet.engine.Engines;
import broadsheet.engine.IndexingReport;
import broadsheet.engine.SearchEngine;
import broadsheet.export.ByteOrderMark;
import broadsheet.export.ExportFormat;
import broadsheet.export.NewEntries;
import broadsheet.files.NewFolder;
import broadsheet.files.ProgramCopy;
import broadsheet.query.ParsedQuery;
import broadsheet.receipt.Receipt;
import broadsheet.receipt.ReceiptFile;
import broadsheet.receipt.Receipts;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Packs the articles of a search: the program, an index of these articles alone, and lists of them,
 * in a folder that needs nothing else. What it holds is what the search engine shows, so nothing is
 * in it that its caller may not read.
 *
 * @param archive the archive, opened to be searched
 * @param search what is asked
 * @param query its query, with the lists that it names
 * @param lists fills in the lists that a query names
 * @param program the program to copy
 * @param site the address at which the pack will usually be served, without a trailing slash
 */
public record Packing(
    SearchEngine archive,
    SearchParameters search,
    ParsedQuery query,
    UnaryOperator<ParsedQuery> lists,
    ProgramCopy program,
    String site) {

  /** The reading list of all articles. */
  public static final String FOUND = "Found";

  private static final String INDEX = "index";
  private static final String TABLE = "articles.csv";
  private static final String RECEIPT = "receipt.json";
  private static final String README = "README.txt";

  private static final Set<String> PARTS =
      Stream.concat(
              ProgramCopy.NAMES.stream(), Stream.of(INDEX, INDEX + ".desk", TABLE, RECEIPT, README))
          .collect(Collectors.toUnmodifiableSet());

  /** A reading list that is packed as well, with its entries. */
  public record KeptList(ReadingList list, List<ListEntry> entries) {}

  /**
   * A finished pack.
   *
   * @param articles the number of its articles
   * @param earlier the number of earlier versions of them
   * @param lists the names of the reading lists in it
   * @param indexBytes the size of its index
   * @param hasRuntime whether it needs no Java
   */
  public record Packed(
      long articles, long earlier, List<String> lists, long indexBytes, boolean hasRuntime) {}

  /**
   * Makes a pack.
   *
   * @param folder missing or empty
   * @param outside the folders of the archive, in which the pack must not be
   * @param kept reading lists to pack as well
   * @throws broadsheet.files.FolderException when it cannot be made; nothing is left of it
   * @throws broadsheet.engine.EngineException when the archive cannot be read; likewise
   */
  public Packed into(
      Path folder, List<Path> outside, List<KeptList> kept, ArticleProgress progress) {
    return new NewFolder(folder, "pack", PARTS, outside)
        .filled(partial -> written(partial, kept, progress));
  }

  private Packed written(Path partial, List<KeptList> kept, ArticleProgress progress)
      throws IOException {
    program.into(partial);
    Path index = partial.resolve(INDEX);
    Receipt receipt =
        new Receipts(archive, lists, Clock.system(ZoneId.systemDefault()), () -> {}).of(search);
    IndexingReport report;
    List<String> names = new ArrayList<>();
    try (OutputStream out =
        new BufferedOutputStream(Files.newOutputStream(partial.resolve(TABLE)))) {
      PackedArticles found =
          new PackedArticles(
              archive,
              ExportFormat.CSV.writer(out, ByteOrderMark.NO, site),
              Lists.MOST_ENTRIES + 1);
      report = found.into(index, search.request(query.root()), receipt.counts().total(), progress);
      names.addAll(keep(index, found.first(), kept));
    }
    Files.write(partial.resolve(RECEIPT), ReceiptFile.bytes(receipt));
    Packed packed =
        new Packed(
            report.indexed() - report.superseded(),
            report.superseded(),
            names,
            ProgramCopy.bytes(index),
            program.hasRuntime());
    Files.writeString(
        partial.resolve(README), new PackReadme(receipt, search, packed, site).text());
    return packed;
  }

  /**
   * Puts the articles on a list, if there are not too many, and copies others; returns their names.
   */
  private static List<String> keep(Path index, List<String> found, List<KeptList> kept) {
    List<String> names = new ArrayList<>();
    try (SearchEngine packed = Engines.open(index).search(Engine.TIME_LIMIT)) {
      Lists made = Desks.open(index).lists();
      if (found.size() <= Lists.MOST_ENTRIES) {
        made.put("", FOUND, NewEntries.of(found, packed).entries());
        names.add(FOUND);
      }
      for (KeptList each : kept) {
        String name = each.list().givenTo("", taken -> isTaken(taken, names)).name();
        made.put("", name, here(each.entries(), packed));
        names.add(name);
      }
    }
    return names;
  }

  private static boolean isTaken(String name, List<String> names) {
    return names.stream().map(ReadingList::key).anyMatch(ReadingList.key(name)::equals);
  }

  /** The entries whose articles are in the pack. */
  private static List<ListEntry> here(List<ListEntry> entries, SearchEngine packed) {
    Map<ArticleRef, String> ids = packed.idsOf(entries.stream().map(ListEntry::article).toList());
    return entries.stream().filter(entry -> ids.containsKey(entry.article())).toList();
  }
}

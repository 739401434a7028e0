package broadsheet.web;

import broadsheet.address.Problem;
import broadsheet.address.Refusal;
import broadsheet.desk.Desk;
import broadsheet.engine.ArchiveCollection;
import broadsheet.engine.SearchEngine;
import broadsheet.names.NameCorrection;
import broadsheet.rights.Reader;
import broadsheet.rights.Right;
import broadsheet.rights.Rights;
import broadsheet.web.lists.ListsHandler;
import broadsheet.web.page.EachCollection;
import broadsheet.web.page.ReaderUses;
import broadsheet.web.page.Renderer;
import broadsheet.web.takeaway.ExportHandler;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A site for each set of collections that some reader may see. All that a site answers, caches and
 * counts is of these collections alone, so that it tells nothing of others. Rights are asked anew
 * for each request. Thread-safe.
 */
final class SitesByRights implements Sites {

  /** More sets than the readers of most newsrooms have. */
  private static final int MOST = 200;

  /** The longest that a request may go on with a site that was dropped. */
  private static final Duration GRACE = Duration.ofMinutes(5);

  private final SharedArchive archive;
  private final ArchiveServing serving;

  /** Serves what depends on no article. */
  private final ServedArchive whole;

  /** Tells what is wrong to those who have no site, and tells nothing of the archive. */
  private final Problems problems;

  private final Map<Set<ArchiveCollection>, Site> sites = new LinkedHashMap<>(16, 0.75f, true);
  private List<NameCorrection> corrections = List.of();

  /** The collections of a site. */
  private final class ReadCollections implements EachCollection {
    private final Set<ArchiveCollection> read;

    ReadCollections(Set<ArchiveCollection> read) {
      this.read = read;
    }

    @Override
    public Map<String, Long> published() {
      return archive.collections().states();
    }

    @Override
    public Set<ArchiveCollection> read() {
      return read;
    }

    @Override
    public Set<ArchiveCollection> where(Predicate<SearchEngine> holds) {
      return read.size() == 1
          ? read
          : read.stream().filter(each -> is(holds, each)).collect(Collectors.toSet());
    }

    private boolean is(Predicate<SearchEngine> holds, ArchiveCollection one) {
      try (SearchEngine engine = archive.collections().search(Set.of(one))) {
        return holds.test(engine);
      }
    }
  }

  private record Site(SearchEngine engine, ServedArchive served) {}

  /**
   * @param plain renders pages that lead to nothing of the archive
   */
  SitesByRights(SharedArchive archive, ArchiveServing serving, Renderer plain) {
    this.archive = archive;
    this.serving = serving;
    problems = new Problems(plain);
    whole = serving.of(archive.whole(), serving.kept().desk(), EachCollection.ONE, true);
  }

  @Override
  public Set<RouteTable.Route> routes() {
    return whole.routes().routes();
  }

  @Override
  public Handler handler(RouteTable.Route route) {
    RouteRight right = RouteRight.of(route.path());
    return right.isNone() ? whole.routes().of(route) : context -> answer(route, right, context);
  }

  private void answer(RouteTable.Route route, RouteRight right, Context context) throws Exception {
    Rights rights = archive.rights().get();
    SortedSet<ArchiveCollection> all = archive.collections().all();
    Reader reader = reader(context);
    Right needed = needed(right, context);
    ReaderUses uses = begin(rights, reader, all);
    SortedSet<ArchiveCollection> seen = rights.allowed(needed, reader, all);
    if (seen.isEmpty() && route.path().equals(Health.PATH)) {
      Health.answerWithoutNumbers(archive.whole(), context);
      return;
    }
    if (seen.isEmpty()) {
      throw new Refusal(nothing(needed, !rights.allowed(Right.READ, reader, all).isEmpty()));
    }
    if (right.isOfWhole() && !isOfWhole(rights, reader, all)) {
      throw new Refusal(
          new Problem(
              "For readers of the whole archive",
              403,
              "This address is for those who may read every collection of this archive."));
    }
    String leftOut = leftOut(needed, uses);
    if (!leftOut.isEmpty()) {
      context.header(ExportHandler.LEFT_OUT, leftOut);
    }
    site(seen, all).served().routes().of(route).handle(context);
  }

  /** A sentence on what an answer leaves out of that which may be read; empty for nothing. */
  private static String leftOut(Right needed, ReaderUses uses) {
    return switch (needed) {
      case READ -> "";
      case EXPORT -> uses.leftOut();
      case ASK -> uses.uncounted();
    };
  }

  /** Lets the pages of this request offer what the reader may do. */
  private static ReaderUses begin(Rights rights, Reader reader, SortedSet<ArchiveCollection> all) {
    ReaderUses uses =
        new ReaderUses(use(Right.EXPORT, rights, reader, all), use(Right.ASK, rights, reader, all));
    ReaderUses.begin(uses);
    return uses;
  }

  private static ReaderUses.Use use(
      Right right, Rights rights, Reader reader, SortedSet<ArchiveCollection> all) {
    SortedSet<ArchiveCollection> used = rights.allowed(right, reader, all);
    SortedSet<ArchiveCollection> others = rights.allowed(Right.READ, reader, all);
    others.removeAll(used);
    return ReaderUses.Use.of(
        !used.isEmpty(), others.stream().map(ArchiveCollection::name).toList());
  }

  /** Whether a list is a page or a file to take away is only seen by its whole address. */
  private static Right needed(RouteRight right, Context context) {
    return right.right() == Right.READ && ListsHandler.isDownload(context.path())
        ? Right.EXPORT
        : right.right();
  }

  /** Collections that are stated, and not there at the moment, are a part of the whole. */
  private static boolean isOfWhole(Rights rights, Reader reader, SortedSet<ArchiveCollection> all) {
    Set<ArchiveCollection> known = new TreeSet<>(all);
    known.addAll(rights.stated());
    return rights.allowed(Right.READ, reader, known).equals(known);
  }

  private Reader reader(Context context) {
    return archive.isForOperator() && serving.access().isDirect(context)
        ? Reader.OPERATOR
        : Reader.in(serving.access().groups(context));
  }

  /** The problem of a reader who has a right to no collection. */
  private static Problem nothing(Right right, boolean mayRead) {
    if (!mayRead) {
      return new Problem(
          "Nothing to read",
          403,
          "You may read no collection of this archive. Sign in, or ask its editors for access.");
    }
    return new Problem(
        "Not allowed",
        403,
        right == Right.EXPORT
            ? "You may read here, but not take many articles away at once. Ask the archive’s"
                + " editors."
            : "You may read here, but not have words counted. Ask the archive’s editors.");
  }

  @Override
  public Problems problems(Context context) {
    SortedSet<ArchiveCollection> all = archive.collections().all();
    Rights rights = archive.rights().get();
    Reader reader = reader(context);
    begin(rights, reader, all);
    SortedSet<ArchiveCollection> seen = rights.allowed(Right.READ, reader, all);
    return seen.isEmpty() ? problems : site(seen, all).served().problems();
  }

  private synchronized Site site(
      SortedSet<ArchiveCollection> seen, SortedSet<ArchiveCollection> all) {
    Set<ArchiveCollection> key = Set.copyOf(seen);
    Site known = sites.get(key);
    if (known == null) {
      known = made(key, seen.equals(all));
      sites.put(key, known);
      drop(all);
    }
    return known;
  }

  private Site made(Set<ArchiveCollection> key, boolean isOfWhole) {
    SearchEngine engine = archive.collections().search(key);
    try {
      if (engine.hasNames()) {
        engine.correct(corrections);
      }
      Desk desk = serving.kept().desk().showing(key::contains);
      return new Site(engine, serving.of(engine, desk, new ReadCollections(key), isOfWhole));
    } catch (RuntimeException e) {
      engine.close();
      throw e;
    }
  }

  /** Drops the sites with collections that are gone, and the one that was asked longest ago. */
  private void drop(SortedSet<ArchiveCollection> all) {
    Iterator<Map.Entry<Set<ArchiveCollection>, Site>> oldest = sites.entrySet().iterator();
    while (oldest.hasNext()) {
      Map.Entry<Set<ArchiveCollection>, Site> each = oldest.next();
      if (sites.size() > MOST || !all.containsAll(each.getKey())) {
        oldest.remove();
        Thread.ofVirtual().start(() -> closeLater(each.getValue()));
      }
    }
  }

  private static void closeLater(Site site) {
    try {
      Thread.sleep(GRACE);
      site.engine().close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public synchronized void correct(List<NameCorrection> all) {
    corrections = List.copyOf(all);
    sites.values().forEach(site -> site.engine().correct(corrections));
  }

  @Override
  public synchronized void close() {
    sites.values().forEach(site -> site.engine().close());
    sites.clear();
  }
}

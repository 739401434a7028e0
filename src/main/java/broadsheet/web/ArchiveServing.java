package broadsheet.web;

import broadsheet.desk.Desk;
import broadsheet.engine.SearchEngine;
import broadsheet.help.HelpSearch;
import broadsheet.ledger.Source;
import broadsheet.ledger.WatchState;
import broadsheet.path.SourceRoots;
import broadsheet.query.ParsedQuery;
import broadsheet.recording.Recordings;
import broadsheet.scan.Scans;
import broadsheet.web.page.Archive;
import broadsheet.web.page.Assets;
import broadsheet.web.page.EachCollection;
import broadsheet.web.page.OpenRooms;
import broadsheet.web.page.ReaderLists;
import broadsheet.web.page.Renderer;
import broadsheet.web.request.Access;
import broadsheet.web.takeaway.ExportSlots;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Makes the sites of a server. All that a site caches is of its own engine; only what depends on no
 * article is shared.
 *
 * @param parser parses any query text; knows today's date
 * @param kept the data that readers save on the server
 * @param scans draws the scans of all sites
 */
record ArchiveServing(
    Function<String, ParsedQuery> parser,
    UserData kept,
    ServerSettings settings,
    Access access,
    ExportSlots exports,
    ServerMetrics metrics,
    Scans scans,
    HelpSearch help) {

  /**
   * Makes a site.
   *
   * @param desk what its readers keep
   * @param collections those of the archive
   * @param isOfWhole whether it has all collections of the archive; only then does it tell of the
   *     files that are watched
   */
  ServedArchive of(SearchEngine engine, Desk desk, EachCollection collections, boolean isOfWhole) {
    ReaderLists lists = new ReaderLists(desk, access);
    Renderer renderer = new Renderer(Assets.load(new OpenRooms(engine, lists)), settings.base());
    Archive archive = new Archive(engine, parser, lists, collections);
    RouteTable table = new RouteTable();
    SourceRoots roots =
        new SourceRoots(() -> engine.summary().origins().stream().map(Source::path).toList());
    Supplier<WatchState> watch = isOfWhole ? settings.watch() : WatchState::off;
    new Routes(
            table,
            archive,
            renderer,
            access,
            scans.of(roots),
            new Recordings(roots),
            help,
            isOfWhole)
        .add(kept, exports, new Health(archive, renderer, watch), metrics);
    CountedUse use = new CountedUse(kept.use(), collections.read());
    return new ServedArchive(table.with(use::of), new Problems(renderer));
  }
}

package broadsheet.desk.sqlite;

import broadsheet.desk.DeskException;
import broadsheet.desk.KeptArrivals;
import broadsheet.engine.ArrivalRecord;
import broadsheet.engine.result.Arrival;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The copy of arrivals in a database. Until it is first written, that of earlier releases is read.
 */
final class SqliteArrivals implements KeptArrivals {

  private static final String FILE = "arrivals.db";

  static final List<String> STEPS =
      List.of(
          """
          CREATE TABLE arrival (
            number INTEGER PRIMARY KEY,
            search TEXT NOT NULL,
            fingerprint TEXT NOT NULL,
            article TEXT NOT NULL,
            at TEXT NOT NULL,
            sum INTEGER NOT NULL CHECK (sum = crc(search, fingerprint, article, at))
          ) STRICT
          """,
          "CREATE INDEX arrivals_of_search ON arrival (search, number)",
          """
          CREATE TABLE state (
            name TEXT NOT NULL,
            arrivals INTEGER NOT NULL,
            sum INTEGER NOT NULL CHECK (sum = crc(name, arrivals))
          ) STRICT
          """);

  private static final String INSERT =
      """
      INSERT INTO arrival (search, fingerprint, article, at, sum)
      VALUES (?1, ?2, ?3, ?4, crc(?1, ?2, ?3, ?4))
      """;

  private final DeskFolder desk;
  private final Database database;
  private final FormerArrivals former;

  SqliteArrivals(DeskFolder desk) {
    this.desk = desk;
    database =
        new Database(
            desk,
            FILE,
            "Where the index is sound, ./broadsheet index --update replaces it.",
            STEPS);
    former = new FormerArrivals(desk.file(FormerArrivals.NAME));
  }

  Database database() {
    return database;
  }

  @Override
  public Optional<List<ArrivalRecord>> read() {
    Optional<List<ArrivalRecord>> kept =
        database.read(
            session ->
                session.all(
                    SqliteArrivals::arrival,
                    "SELECT search, fingerprint, article, at FROM arrival ORDER BY number"));
    return kept.isPresent() ? kept : former.read();
  }

  private static ArrivalRecord arrival(ResultSet row) throws SQLException {
    return new ArrivalRecord(
        row.getString(1), row.getString(2), row.getString(3), Instant.parse(row.getString(4)));
  }

  @Override
  public boolean isAt(String state) {
    try {
      check();
      return database
          .read(session -> session.first(row -> row.getString(1), "SELECT name FROM state"))
          .flatMap(name -> name)
          .filter(state::equals)
          .isPresent();
    } catch (DeskException e) {
      return false; // write() makes it anew, or reports it
    }
  }

  @Override
  public void write(String state, List<ArrivalRecord> arrivals) {
    if (arrivals.isEmpty() && !desk.isThere()) {
      return;
    }
    try {
      check();
    } catch (DeskException e) {
      database.renew(); // a damaged copy is of no use: the index has the arrivals
    }
    database.change(
        session -> {
          session.run("DELETE FROM arrival");
          return insert(session, state, arrivals);
        });
    former.delete();
  }

  @Override
  public void append(String state, List<ArrivalRecord> arrivals) {
    database.change(session -> insert(session, state, arrivals));
  }

  private static Session insert(Session session, String state, List<ArrivalRecord> arrivals)
      throws SQLException {
    session.changeEach(
        INSERT,
        arrivals.stream()
            .map(
                each ->
                    new Object[] {
                      each.search(), each.fingerprint(), each.article(), each.at().toString()
                    })
            .toList());
    for (String search : arrivals.stream().map(ArrivalRecord::search).distinct().toList()) {
      session.change(
          """
          DELETE FROM arrival WHERE search = ?1 AND number <=
            (SELECT number FROM arrival WHERE search = ?1 ORDER BY number DESC LIMIT 1 OFFSET ?2)
          """,
          search,
          Arrival.MOST);
    }
    session.run("DELETE FROM state");
    session.change("INSERT INTO state SELECT ?1, count(*), crc(?1, count(*)) FROM arrival", state);
    return session;
  }

  @Override
  public long check() {
    database.check();
    return database
        .read(this::counted)
        .orElseGet(() -> (long) former.read().map(List::size).orElse(0));
  }

  private long counted(Session session) throws SQLException {
    long there = session.number("SELECT count(*) FROM arrival");
    long expected = session.number("SELECT coalesce((SELECT arrivals FROM state), 0)");
    if (there != expected) {
      throw database.damaged("it has %s of %s arrivals".formatted(there, expected), null);
    }
    return there;
  }
}

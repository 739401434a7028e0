package broadsheet.opensearch;

import broadsheet.engine.ArchiveCollection;
import broadsheet.engine.EngineException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The location of an archive on a cluster: {@code opensearch=http://HOST:PORT,HOST:PORT/NAME}.
 * Immutable.
 *
 * @param hosts nodes of the cluster, each once; at least one
 * @param archive the name of the archive, with which the names of all its indexes begin
 */
public record Location(List<URI> hosts, String archive) {

  /** The file in an index folder that names the cluster of its archive. */
  static final String POINTER = "cluster";

  /** The prefix of such a location. */
  public static final String PREFIX = "opensearch=";

  /** The end of the name of a desk's index. */
  private static final String DESK = "-desk";

  /** The end of the name of an index of passages. */
  private static final String MEANING = "-meaning";

  /** The end of the name of an index of working copies. */
  private static final String SETTLED = "-settled";

  /** Stands before and after the name of a collection in those of its indexes. */
  private static final String COLLECTION = "~";

  private static final String EXAMPLE = "opensearch=http://127.0.0.1:9200,127.0.0.1:9201/news";
  private static final int DEFAULT_PORT = 9200;
  private static final int LAST_PORT = 65_535;
  private static final int LONGEST_NAME = 100;

  private static final Pattern PARTS = Pattern.compile("(?i)(https?)://([^/?#@]+)/([^/]+)/?");
  private static final Pattern HOST =
      Pattern.compile("(\\[[0-9a-fA-F:.]+]|[\\w.-]+)(?::(\\d{1,5}))?");
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]*");
  private static final Pattern LOOPBACK =
      Pattern.compile("(?i)localhost|127(\\.\\d{1,3}){3}|\\[(::1|0:0:0:0:0:0:0:1)]");

  public Location {
    hosts = hosts.stream().distinct().toList();
  }

  /** Whether a text is meant as such a location. */
  public static boolean isOne(String text) {
    return text.startsWith(PREFIX);
  }

  /**
   * The location that an index folder names, which is there in place of an index.
   *
   * @return empty when it names none
   * @throws EngineException when it cannot be read, or is wrong
   */
  public static Optional<Location> in(Path folder) {
    Path pointer = folder.resolve(POINTER);
    if (!Files.isRegularFile(pointer)) {
      return Optional.empty();
    }
    try {
      return Optional.of(of(Files.readString(pointer).strip()));
    } catch (IOException e) {
      throw new EngineException("The file %s cannot be read.".formatted(pointer), e);
    }
  }

  /**
   * Reads a location.
   *
   * @throws EngineException that says what is wrong; never with a password in it
   */
  public static Location of(String text) {
    String address = text.substring(PREFIX.length());
    if (address.contains("@")) {
      throw new EngineException(
          "A location holds no user or password. Set %s and %s instead, or %s to a file."
              .formatted(ClusterAccess.USER, ClusterAccess.PASSWORD, ClusterAccess.CREDENTIALS));
    }
    Matcher parts = PARTS.matcher(address);
    if (!parts.matches()) {
      throw new EngineException(
          "“%s” is not a location on a cluster. It looks like this: %s".formatted(text, EXAMPLE));
    }
    String scheme = parts.group(1).toLowerCase(Locale.ROOT);
    List<URI> hosts =
        Stream.of(parts.group(2).split(",", -1)).map(host -> host(scheme, host)).toList();
    return new Location(hosts, name(parts.group(3)));
  }

  private static URI host(String scheme, String text) {
    Matcher host = HOST.matcher(text);
    if (!host.matches()) {
      throw new EngineException(
          "“%s” is not a host. The scheme comes once, then hosts with commas between: %s"
              .formatted(text, EXAMPLE));
    }
    int port = host.group(2) == null ? DEFAULT_PORT : Integer.parseInt(host.group(2));
    if (port < 1 || port > LAST_PORT) {
      throw new EngineException(
          "“%s” has no such port: ports are 1 to %s.".formatted(text, LAST_PORT));
    }
    String name = host.group(1).toLowerCase(Locale.ROOT);
    if (scheme.equals("http") && !LOOPBACK.matcher(name).matches()) {
      throw new EngineException(
          "Plain HTTP to %s would send the archive and passwords unprotected. Use https, or http to this machine only."
              .formatted(name));
    }
    return URI.create(scheme + "://" + name + ":" + port);
  }

  /**
   * The location of a collection, whose indexes have names of no other archive or collection: no
   * name of either has the sign between them.
   */
  Location of(ArchiveCollection collection) {
    return collection.isFirst()
        ? this
        : new Location(hosts, archive + COLLECTION + collection.name() + COLLECTION);
  }

  /** The names that all indexes with articles begin with, each with {@code *} behind. */
  String everyCollection() {
    return archive + "-v*," + archive + COLLECTION + "*";
  }

  /** The collection to which an alias leads; empty if it is none of this archive. */
  Optional<ArchiveCollection> collection(String alias) {
    if (alias.equals(archive)) {
      return Optional.of(ArchiveCollection.FIRST);
    }
    String start = archive + COLLECTION;
    return alias.startsWith(start) && alias.endsWith(COLLECTION) && alias.length() > start.length()
        ? ArchiveCollection.named(alias.substring(start.length(), alias.length() - 1))
        : Optional.empty();
  }

  /** The index with the desk of the archive. */
  public String desk() {
    return archive + DESK;
  }

  /** The index with the passages of the archive and their vectors. */
  public String meaning() {
    return archive + MEANING;
  }

  /** The index with the files of working copies. */
  public String settled() {
    return archive + SETTLED;
  }

  private static String name(String name) {
    refuse(name, DESK, "what readers keep of");
    refuse(name, MEANING, "the index of vectors of");
    refuse(name, SETTLED, "the working copy of");
    if (!NAME.matcher(name).matches() || name.length() > LONGEST_NAME) {
      throw new EngineException(
          "“%s” cannot name an archive on a cluster. A name has a to z, 0 to 9, “-”, “_” and “.”, begins with a letter or digit, and has at most %s characters."
              .formatted(name, LONGEST_NAME));
    }
    return name;
  }

  private static void refuse(String name, String end, String owner) {
    if (name.endsWith(end)) {
      throw new EngineException(
          "“%s” cannot name an archive on a cluster: %s an archive “%s” has that name. Choose another."
              .formatted(name, owner, name.substring(0, name.length() - end.length())));
    }
  }

  /** Explains how to back up an archive on a cluster instead. */
  public String backup() {
    return "The archive at %s and what readers keep of it are backed up by a snapshot of the cluster, not by this command: docs/distributed.md says how."
        .formatted(this);
  }

  /** Returns the form that {@link #of} reads, and the option that names a collection. */
  @Override
  public String toString() {
    String authorities = String.join(",", hosts.stream().map(URI::getAuthority).toList());
    String[] names = archive.split(COLLECTION, 2);
    String whole = PREFIX + hosts.getFirst().getScheme() + "://" + authorities + "/" + names[0];
    return names.length == 1
        ? whole
        : whole + " --collection " + names[1].substring(0, names[1].length() - 1);
  }
}

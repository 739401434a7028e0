package broadsheet.opensearch.desk;

import broadsheet.desk.Desk;
import broadsheet.opensearch.ClusterAccess;
import broadsheet.opensearch.Documents;
import broadsheet.opensearch.Location;
import broadsheet.opensearch.TestCluster;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** The desk of an archive on the shared cluster, used by two programs. Thread-safe. */
final class TestDesk {

  private final Path folder;
  private final Location location;
  private final Documents documents;
  private final List<Desk> programs;
  private final AtomicInteger next = new AtomicInteger();

  TestDesk(String archive) {
    folder = newFolder();
    location = Location.of(TestCluster.shared().location(archive));
    documents = Documents.of(location, ClusterAccess.of(Map.of()), location.desk());
    programs = List.of(program(), program());
  }

  /** Another program that uses the desk. */
  Desk program() {
    return ClusterDesks.desk(folder, location);
  }

  /** A new, empty folder for the location of an archive on a cluster. */
  static Path newFolder() {
    try {
      return Files.createTempDirectory("broadsheet-cluster");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The folder of both programs, which holds the audit log. */
  Path folder() {
    return folder;
  }

  /** The desk of either program, in turns. */
  Desk desk() {
    return programs.get(next.incrementAndGet() % programs.size());
  }

  Documents documents() {
    return documents;
  }

  /** The ids of all documents. */
  List<String> ids() {
    if (documents.meta().isEmpty()) {
      return List.of();
    }
    documents.refresh();
    ObjectNode all = JsonNodeFactory.instance.objectNode().put("size", 10_000);
    return documents.search(all.put("_source", false)).stream()
        .map(hit -> hit.path("_id").asText())
        .toList();
  }

  /** Deletes all documents and the audit log, but not the index, which takes long to create. */
  void empty() {
    documents.deleteAll(ids());
    try {
      Files.deleteIfExists(folder.resolve("audit.jsonl"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

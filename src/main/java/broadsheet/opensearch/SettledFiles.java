package broadsheet.opensearch;

import broadsheet.engine.EngineException;
import broadsheet.lucene.staging.FileList;
import broadsheet.lucene.staging.FileStore;
import broadsheet.lucene.staging.StoredFile;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The index {@code NAME-settled} on a cluster, with the files of an archive's working copy and of
 * its parts. A file is a number of blocks; a document for each folder lists its files, and what no
 * list has does not count. Thread-safe.
 */
final class SettledFiles implements FileStore {

  private static final int FORMAT = 1;

  /** The beginning of the ids of lists. */
  private static final String LIST = "list-";

  private static final String KIND = "kind";
  private static final String FOLDER = "folder";
  private static final String FILE = "file";
  private static final String CONTENT = "content";
  private static final String ID = "id";
  private static final String FILES = "files";
  private static final String SHIPMENT = "shipment";

  private final Documents documents;
  private volatile boolean isThere;

  private SettledFiles(Documents documents) {
    this.documents = documents;
  }

  /** The files of an archive; no node is contacted yet. */
  static SettledFiles of(OpenSearchEngine archive) {
    Location location = archive.location();
    return new SettledFiles(Documents.of(location, archive.access(), location.settled()));
  }

  Documents documents() {
    return documents;
  }

  /**
   * Creates the index unless it is there.
   *
   * @throws EngineException when it has another format
   */
  void create() {
    if (!isThere) {
      if (documents.meta().isEmpty()) {
        documents.create(settings());
      }
      Object format = documents.meta().orElse(Map.of()).getOrDefault("format", "none");
      if (!format.equals(FORMAT)) {
        throw new EngineException(
            "The working copy in %s has the format %s, and this release knows %s: use the release that wrote it, or delete that index and build the archive again."
                .formatted(documents.index(), format, FORMAT));
      }
      isThere = true;
    }
  }

  private static JsonNode settings() {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.putObject("settings")
        .put("number_of_shards", 1)
        .put("auto_expand_replicas", "0-1")
        .put("replication.type", "DOCUMENT") // so that replicas have every confirmed write
        .put("refresh_interval", "-1");
    ObjectNode mappings = body.putObject("mappings").put("dynamic", "strict");
    mappings.putObject("_meta").put("format", FORMAT);
    ObjectNode fields = mappings.putObject("properties");
    fields.set(KIND, term());
    fields.set(FOLDER, term());
    fields.set(FILE, term());
    fields.putObject(CONTENT).put("type", "object").put("enabled", false);
    return body;
  }

  private static ObjectNode term() {
    return JsonNodeFactory.instance.objectNode().put("type", "keyword").put("doc_values", false);
  }

  @Override
  public List<String> folders() {
    if (documents.meta().isEmpty()) {
      return List.of();
    }
    documents.refresh();
    ObjectNode question = JsonNodeFactory.instance.objectNode().put("size", 10_000);
    question.putObject("query").putObject("term").put(KIND, LIST);
    question.putArray("_source").add(FOLDER);
    return documents.search(question).stream()
        .map(hit -> hit.path("_source").path(FOLDER).asText())
        .sorted()
        .toList();
  }

  @Override
  public Optional<FileList> list(String folder) {
    return documents.get(LIST + folder).map(found -> list(found.content().path(CONTENT)));
  }

  private static FileList list(JsonNode content) {
    List<StoredFile> files =
        content
            .path(FILES)
            .valueStream()
            .map(
                file ->
                    new StoredFile(
                        file.path(0).asText(), file.path(1).asLong(), file.path(2).asLong()))
            .toList();
    return new FileList(content.path(ID).asText(), files, content.path(SHIPMENT).asText());
  }

  private static ObjectNode document(String folder, FileList list) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.put(KIND, LIST).put(FOLDER, folder);
    ObjectNode content = document.putObject(CONTENT);
    content.put(ID, list.id()).put(SHIPMENT, list.shipment());
    ArrayNode files = content.putArray(FILES);
    list.files()
        .forEach(file -> files.addArray().add(file.name()).add(file.length()).add(file.checksum()));
    return document;
  }

  @Override
  public boolean replace(String folder, Optional<String> before, FileList list) {
    Optional<Documents.Document> found = documents.get(LIST + folder);
    Optional<FileList> there = found.map(document -> list(document.content().path(CONTENT)));
    return there.map(FileList::id).equals(before)
        && (documents.put(
                LIST + folder, found.map(Documents.Document::version), document(folder, list))
            || list(folder).equals(Optional.of(list))); // written by a try whose answer was lost
  }

  private static String file(String folder, StoredFile file) {
    return folder + "." + file.key();
  }

  private static String id(String folder, Block block) {
    return file(folder, block.file()) + "." + block.number();
  }

  @Override
  public void write(String folder, Map<Block, byte[]> blocks) {
    create();
    Map<String, ObjectNode> batch = new LinkedHashMap<>();
    blocks.forEach((block, bytes) -> batch.put(id(folder, block), document(folder, block, bytes)));
    documents.putAll(batch);
  }

  private static ObjectNode document(String folder, Block block, byte[] bytes) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.put(FOLDER, folder).put(FILE, file(folder, block.file()));
    document.putObject(CONTENT).put(FILE, Base64.getEncoder().encodeToString(bytes));
    return document;
  }

  @Override
  public List<byte[]> read(String folder, List<Block> blocks) {
    List<String> ids = blocks.stream().map(block -> id(folder, block)).toList();
    Map<String, Documents.Document> found = documents.get(ids);
    List<byte[]> contents = new ArrayList<>();
    for (int i = 0; i < ids.size(); i++) {
      contents.add(bytes(found.get(ids.get(i)), blocks.get(i).file()));
    }
    return contents;
  }

  private static byte[] bytes(Documents.@Nullable Document block, StoredFile file) {
    if (block == null) {
      throw new EngineException(
          "The cluster has lost a part of the working copy, %s. Build the archive again."
              .formatted(file.name()));
    }
    return Base64.getDecoder().decode(block.content().path(CONTENT).path(FILE).asText());
  }

  @Override
  public void retain(String folder, FileList list) {
    ObjectNode query = JsonNodeFactory.instance.objectNode();
    ObjectNode both = query.putObject("bool");
    ArrayNode must = both.putArray("filter");
    must.addObject().putObject("term").put(FOLDER, folder);
    ArrayNode not = both.putArray("must_not");
    not.addObject().putObject("term").put(KIND, LIST);
    ArrayNode kept = not.addObject().putObject("terms").putArray(FILE);
    list.files().forEach(file -> kept.add(file(folder, file)));
    documents.deleteWhere(query);
  }

  @Override
  public void remove(String folder) {
    documents.deleteAll(List.of(LIST + folder));
    retain(folder, new FileList("", List.of(), ""));
  }
}

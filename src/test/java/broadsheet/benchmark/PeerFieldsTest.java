package broadsheet.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.query.QueryField;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The files in {@code src/peers} describe the fields of {@link PeerDocuments}, each once. */
class PeerFieldsTest {

  private static final Path SOURCES = Path.of("src", "peers");
  private static final String EXACT = ".exact";

  private static final List<String> TEXTS =
      PeerDocuments.TEXTS.stream().map(QueryField::label).toList();

  @Test
  void openSearchHasThem() throws IOException {
    JsonNode index = Peer.JSON.readTree(SOURCES.resolve("opensearch.json").toFile());
    JsonNode properties = index.at("/mappings/properties");
    assertThat(properties.fieldNames())
        .toIterable()
        .containsExactlyInAnyOrderElementsOf(PeerDocuments.fields());
    assertThat(TEXTS)
        .allSatisfy(text -> assertThat(properties.at("/" + text + "/fields/exact")).isNotEmpty());
  }

  @Test
  void solrHasThem() throws IOException {
    String schema = Files.readString(SOURCES.resolve("solr/articles/conf/schema.xml"));
    List<String> fields = new ArrayList<>(PeerDocuments.fields());
    TEXTS.forEach(text -> fields.add(text + EXACT));
    assertThat(found("<field name=\"([^\"]+)\"", schema))
        .containsExactlyInAnyOrderElementsOf(fields);
    assertThat(found("<copyField source=\"([^\"]+)\" dest=\"\\1\\.exact\"/>", schema))
        .containsExactlyInAnyOrderElementsOf(TEXTS);
  }

  private static List<String> found(String pattern, String text) {
    return Pattern.compile(pattern).matcher(text).results().map(each -> each.group(1)).toList();
  }
}

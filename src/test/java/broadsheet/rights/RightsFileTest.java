package broadsheet.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import broadsheet.engine.ArchiveCollection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RightsFileTest {

  private static final ArchiveCollection AFP = new ArchiveCollection("afp");
  private static final ArchiveCollection LEAK = new ArchiveCollection("leak");
  private static final List<ArchiveCollection> ALL = List.of(ArchiveCollection.FIRST, AFP, LEAK);

  @SuppressWarnings("NullAway.Init")
  @TempDir
  private Path folder;

  private RightsFile written(String content) throws IOException {
    RightsFile file = new RightsFile(folder.resolve("index"));
    Files.writeString(file.usual(), content);
    return file;
  }

  private Rights read(String content) throws IOException {
    return written(content).read().orElseThrow();
  }

  private static Set<ArchiveCollection> allowed(Rights rights, Right right, String... groups) {
    return rights.allowed(right, Reader.in(Set.of(groups)), ALL);
  }

  @Test
  void rightsThatAreNotNamedAreThatToRead() throws IOException {
    Rights rights =
        read(
            """
            collections:
              archive: {}
              afp:
                title: AFP
                terms: {text: Licensed until 2027., url: https://example.org/terms}
                read: [staff]
                export: [research]
                ask: []
            """);
    assertThat(allowed(rights, Right.READ)).containsExactly(ArchiveCollection.FIRST);
    assertThat(allowed(rights, Right.READ, "staff")).containsExactly(ArchiveCollection.FIRST, AFP);
    assertThat(allowed(rights, Right.EXPORT, "staff")).containsExactly(ArchiveCollection.FIRST);
    assertThat(allowed(rights, Right.EXPORT, "research", "staff"))
        .containsExactly(ArchiveCollection.FIRST, AFP);
    assertThat(allowed(rights, Right.ASK, "staff")).containsExactly(ArchiveCollection.FIRST);
    assertThat(rights.restricted(ALL)).containsExactly(AFP, LEAK);
  }

  @Test
  void whoMayNotReadMayNotExport() throws IOException {
    Rights rights = read("collections: {afp: {read: [staff], export: everyone}}");
    assertThat(allowed(rights, Right.EXPORT)).isEmpty();
  }

  @Test
  void whatIsNotListedIsTheOperatorsAlone() throws IOException {
    Rights rights = read("collections: {afp: {read: everyone}}");
    assertThat(allowed(rights, Right.READ, "anyone")).containsExactly(AFP);
    assertThat(rights.allowed(Right.READ, Reader.OPERATOR, ALL)).containsExactlyElementsOf(ALL);
  }

  @Test
  void aTitleOpensNothing() throws IOException {
    Rights rights = read("collections: {archive: {title: Ours}, leak: {}}");
    assertThat(allowed(rights, Right.READ, "staff")).isEmpty();
  }

  @Test
  void theFileMayBeJson() throws IOException {
    RightsFile file = new RightsFile(folder.resolve("index"));
    Files.writeString(
        folder.resolve("index.collections.json"),
        "{\"collections\": {\"afp\": {\"read\": [\"staff\"]}}}");
    assertThat(allowed(file.read().orElseThrow(), Right.READ, "staff")).containsExactly(AFP);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "'' | has no “collections:”",
        "collections: | “collections” has a value of another kind",
        "collection: {afp: {}} | line 1: there is no “collection”",
        "collections: {afp: {reed: [staff]}} | reed",
        "collections: {afp: {read: staff}} | give groups in brackets",
        "collections: {afp: {read: [[staff]]}} | a group is a name without a comma",
        "collections: {afp: {read: [\"x,staff\"]}} | a group is a name without a comma",
        "collections: {archive: {read: null}} | give groups in brackets",
        "collections: {afp: {read: [staff], export: null}} | give groups in brackets",
        "collections: {afp: {find: [staff]}} | this release does not know “find”",
        "collections: {afp: {until: 2027-01-01}} | this release does not know “until”",
        "collections: {..: {}} | is no name of a collection",
        "collections: {AFP: {}} | is no name of a collection",
        "collections: {afp: {}, afp: {read: everyone}} | Duplicate",
        "collections: {afp: {read: [staff] | line 1",
      })
  void aWrongFileSaysWhatIsWrong(String content, String message) throws IOException {
    RightsFile file = written(content.equals("''") ? "" : content);
    assertThatThrownBy(file::read)
        .isInstanceOf(RightsException.class)
        .hasMessageContaining("index.collections.yaml")
        .hasMessageContaining(message);
  }

  @Test
  void theLineOfAMistakeIsTold() throws IOException {
    RightsFile file = written("collections:\n  archive: {}\n  afp:\n    raed: [staff]\n");
    assertThatThrownBy(file::read).hasMessageContaining("line 4");
  }

  @Test
  void twoFilesAreOneTooMany() throws IOException {
    RightsFile file = written("collections: {archive: {}}");
    Files.writeString(folder.resolve("index.collections.json"), "{}");
    assertThatThrownBy(file::read).hasMessageContaining("Delete one");
  }

  @Test
  void aFileThatIsGoneOrHalfWrittenChangesNothing() throws IOException {
    RightsFile file = written("collections: {afp: {read: [staff]}}");
    Rights first = file.current();
    Files.writeString(file.usual(), "collections: {afp: {read: ev");
    assertThat(file.current()).isEqualTo(first);
    Files.delete(file.usual());
    assertThat(file.current()).isEqualTo(first);
    Files.writeString(file.usual(), "collections: {afp: {read: everyone}}");
    assertThat(allowed(file.current(), Right.READ)).containsExactly(AFP);
  }

  @Test
  void withoutAFileNothingCounts() {
    RightsFile file = new RightsFile(folder.resolve("index"));
    assertThat(file.read()).isEmpty();
    assertThatThrownBy(file::current).hasMessageContaining("is missing");
  }
}

package broadsheet.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import broadsheet.names.Name;
import broadsheet.names.NameCorrection;
import broadsheet.names.NameKind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CorrectionTableTest {

  private static final Instant NOW = Instant.parse("2026-11-28T09:12:44.518Z");
  private static final String HEADER = "kind,name,form,becomes_kind,becomes_name,by,at\n";

  private static NameCorrection correction(Name of, String form, @Nullable Name becomes) {
    return new NameCorrection(of, form, Optional.ofNullable(becomes), "ada", NOW);
  }

  private static Name name(NameKind kind, String text) {
    return new Name(kind, text);
  }

  private static String written(List<NameCorrection> corrections) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    CorrectionTable.write(corrections, out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static CorrectionTable.Rows read(String table) throws IOException {
    return CorrectionTable.read(new StringReader(table), NOW);
  }

  @Test
  void whatIsWrittenIsRead() throws IOException {
    List<NameCorrection> all =
        List.of(
            correction(
                name(NameKind.PERSON, "Paul Volker"), "", name(NameKind.PERSON, "Paul Volcker")),
            correction(name(NameKind.PLACE, "Tide, \"high\""), "Tide\nHigh", null),
            correction(
                name(NameKind.ORGANISATION, "@Home"), "=1+1", name(NameKind.PLACE, "-Ab \u05e9")));
    assertThat(read(written(all)).corrections()).isEqualTo(all);
    assertThat(read(written(all)).problems()).isEmpty();
    assertThat(written(all)).startsWith(HEADER.strip()).contains("'@Home", "'=1+1");
  }

  @Test
  void rowNeedsNoMoreThanIsSaid() throws IOException {
    assertThat(
            read("name,becomes_name,kind,note\n Volker ,Volcker,Person,misspelt\nTide,,place,\n")
                .corrections())
        .containsExactly(
            new NameCorrection(
                name(NameKind.PERSON, "Volker"),
                "",
                Optional.of(name(NameKind.PERSON, "Volcker")),
                "",
                NOW),
            new NameCorrection(name(NameKind.PLACE, "Tide"), "", Optional.empty(), "", NOW));
  }

  @Test
  void rowThatIsNoCorrectionIsNamedAndTheOthersAreRead() throws IOException {
    CorrectionTable.Rows rows =
        read(
            HEADER
                + "person,Volker,,person,Volcker,,\n"
                + "thing,Tide,,,,,\n"
                + "place,\"Two\nlines\",,,,,\n"
                + "place,,,,,,\n"
                + "place,Tide,,place,Tide,,\n"
                + "\n"
                + "place,Tide,,,,,yesterday\n"
                + "place,Tide\n");
    assertThat(rows.corrections())
        .extracting(each -> each.of().text())
        .containsExactly("Volker", "Two\nlines", "Tide");
    assertThat(rows.problems())
        .containsExactly(
            "line 3: kind is person, organisation, place, not “thing”",
            "line 6: name is missing",
            "line 7: “Tide” is a place already; the correction would change nothing",
            "line 9: at is a time such as 2026-11-28T09:12:44Z, not “yesterday”");
  }

  @Test
  void whatIsNoTableIsRefused() {
    assertThatThrownBy(() -> read("")).hasMessageContaining("must name the columns: kind,name");
    assertThatThrownBy(() -> read("person,Volker\n")).hasMessageContaining("must name the columns");
    assertThatThrownBy(() -> read(HEADER + "place,\"Tide\n\n"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("(line ");
  }
}

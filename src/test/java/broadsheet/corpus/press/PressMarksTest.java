package broadsheet.corpus.press;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PressMarksTest {
  private static final String FACTIVA_ID = "HARBM00020100111e61b0001p";

  private static final Map<PressDatabase, List<String>> MARKS =
      Map.of(
          new Nexis(),
          List.of(
              "   3 of 10 DOCUMENTS",
              "3 von 10 DOKUMENTEN",
              "2 de 4 DOCUMENTOS",
              "1 di 3 DOCUMENTI",
              "<p> 1 of 2 DOCUMENTS </p>",
              "<!-- LXNComment 2827:1 -->",
              "<DOC NUMBER=3>",
              "Download Request: Select Items",
              "  End of Document",
              "Job Number: 79564983",
              "Load-Date: January 12, 2010\nLength: 25 words"),
          new Factiva(),
          List.of(
              "<TITLE>FACTIVA</TITLE>",
              "dow jones factiva",
              "(c) 2010 Factiva, Inc. All rights reserved",
              "Document " + FACTIVA_ID,
              "DOKUMENT\t" + FACTIVA_ID,
              "AN   Documento " + FACTIVA_ID,
              "Документ " + FACTIVA_ID,
              "文書 " + FACTIVA_ID,
              "HD  \nWC\t25\nPD  11 January 2010\n LA\nTD\n"),
          new ProQuest(),
          List.of(
              "ProQuest document ID: 12",
              "Report Information from ProQuest",
              "Contact ProQuest",
              "Database: ProQuest"),
          new Europresse(),
          List.of(
              "<span class=DocPublicationName>",
              "http://nouveau.eureka.cc/Search",
              "(news·20060314·LM·0123)"));

  private static String around(String mark) {
    return "<html>news in documents\n" + mark + "\nThe harbour, a document of 2010</html>";
  }

  static Stream<Arguments> marks() {
    return MARKS.entrySet().stream()
        .flatMap(
            marks -> marks.getValue().stream().map(mark -> Arguments.of(marks.getKey(), mark)));
  }

  @ParameterizedTest
  @MethodSource("marks")
  void oneMarkIsEnoughForItsDatabaseAlone(PressDatabase database, String mark) {
    for (PressDatabase each : MARKS.keySet()) {
      assertThat(each.isExport(around(mark)))
          .as(each.getClass().getSimpleName())
          .isEqualTo(each.equals(database));
    }
  }

  @Test
  void wordsThatMarksContainAreNotEnough() {
    String page =
        """
        Factiva, DOCUMENT 3, HD, WC, PD, LA and TD. End of Document 4. Job Number: none.
        See xnews·20060314·LM·0123, Document 12, the load-date: and ProQuest.
        """;
    assertThat(MARKS.keySet()).noneMatch(database -> database.isExport(page));
  }
}

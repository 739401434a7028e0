package broadsheet.query.tree;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.query.CanonicalText;
import broadsheet.query.QueryParser;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClausesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '\0',
      value = {
        "a # a",
        "a b # a; b",
        "a AND b # a; b",
        "a OR b # a; b",
        "\"a * b\" # \"a\"; \"b\"",
        "title:\"a b\" # title:\"a\"; title:\"b\"",
        "(a OR b) AND c -d w/5 e # (a OR b) AND c; -(d NEAR/5 e); a OR b; c; a; b",
        "a OR (b AND (c OR d)) # a; b AND (c OR d); b; c OR d; c; d",
        "title:(a OR b) c # title:(a OR b); c; title:a; title:b",
        "(a w/5 b) c # a NEAR/5 b; c; a; b; a AND b",
        "a NOT w/5 (b c) # a",
        "ATLEAST/3 (a OR b) c # ATLEAST/3 (a OR b); c; a OR b; a; b",
        "(a OR b)^2 c # (a OR b)^2; c; a; b",
        "\"a b\" c # \"a b\"; c",
        "a (a OR b) # a; a OR b; b",
        "a 2013 # a; 2013 OR date:2013",
      })
  void namesEachPartOnceFromTheOutermostIn(String text, String clauses) {
    List<String> named = texts(text, 20);
    assertThat(named).isEqualTo(Arrays.asList(clauses.split("; ", -1)));
  }

  @Test
  void namesNoMoreThanThereIsRoomFor() {
    String text =
        IntStream.range(0, 30)
            .mapToObj(i -> "(a" + i + " OR b" + i + ")")
            .collect(Collectors.joining(" AND "));
    assertThat(texts(text, 20)).hasSize(20).startsWith("a0 OR b0");
  }

  private static List<String> texts(String text, int most) {
    return Clauses.of(QueryParser.parse(text, LocalDate.EPOCH).root(), most).stream()
        .map(CanonicalText::of)
        .toList();
  }
}

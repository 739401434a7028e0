package broadsheet.web.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.engine.result.Holdings;
import java.time.YearMonth;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnsTest {

  @ParameterizedTest
  @CsvSource({
    "1987 1990 1991 1995, 1987 1988–1989 1990 1991 1992–1994 1995",
    "1987 1989, 1987 1988 1989",
    "1900 1963 1987 2021, 1900s 1910–1959 1960s 1970s 1980s 1990–2019 2020s",
  })
  void emptyYearsInARowShareAColumn(String years, String columns) {
    TreeMap<YearMonth, Long> months = new TreeMap<>();
    for (String year : years.split(" ", -1)) {
      months.put(YearMonth.of(Integer.parseInt(year), 2), 3L);
    }
    Holdings holdings = new Holdings(3L * months.size(), months, new TreeMap<>(), 0);
    assertThat(Columns.whole(holdings).all())
        .extracting(Column::label)
        .containsExactly(columns.split(" ", -1));
  }
}

package broadsheet.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import broadsheet.engine.request.FacetField;
import broadsheet.engine.request.SortOrder;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchParametersTest {

  @Test
  void nothingGivenAsksForTheFirstTenByRelevance() {
    SearchParameters parameters = read("");
    assertThat(parameters.text()).isEmpty();
    assertThat(parameters.page()).isEqualTo(1);
    assertThat(parameters.size()).isEqualTo(10);
    assertThat(parameters.sort()).isEqualTo(SortOrder.RELEVANCE);
    assertThat(parameters.filters().isEmpty()).isTrue();
    assertThat(parameters.toQueryString().pairs()).isEmpty();
  }

  @Test
  void everythingGivenIsKeptInItsOwnAddress() {
    String address =
        "q=a+b&page=2&size=20&sort=newest&from=1987-02-01&to=1987-02-28"
            + "&source=A&source=B&language=en&duplicates=show";
    SearchParameters parameters = read(address);
    assertThat(parameters.filters().from()).contains(LocalDate.of(1987, 2, 1));
    assertThat(parameters.filters().values().get(FacetField.SOURCE)).containsExactly("A", "B");
    assertThat(parameters.showsDuplicates()).isTrue();
    assertThat(parameters.toQueryString().after("")).isEqualTo("?" + address);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          page=0                       | page takes
          page=-1                      | page takes
          page=two                     | page takes
          page=99999999999999          | page takes
          page=1001                    | page takes at most 1000 at size 10
          page=101&size=100            | page takes at most 100 at size 100
          size=0                       | size takes a whole number from 1 to 100
          size=101                     | size takes
          sort=best                    | sort takes relevance, newest, oldest or added
          sort=newest&sort=oldest      | sort is given 2 times
          from=yesterday               | from takes a calendar day
          from=2023-02-30              | from takes
          to=2023-6-1                  | to takes
          to=%2B999999999-01-01        | to takes
          from=2023-02-02&to=2023-02-01| from must not be later than to
          duplicates=maybe             | duplicates takes fold or show
          """)
  void wrongOnesAreNamedWithWhatTheyTake(String address, String said) {
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> read(address))
        .satisfies(refusal -> assertThat(refusal.problem().status()).isEqualTo(400))
        .satisfies(refusal -> assertThat(refusal.problem().detail()).contains(said));
  }

  @Test
  void allThatIsWrongIsToldAtOnce() {
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> read("page=x&size=y&sort=z&from=u&to=v"))
        .satisfies(
            refusal ->
                assertThat(refusal.problem().detail())
                    .contains("page takes", "size takes", "sort takes", "from takes", "to takes"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"from=&to=&page=&size=&sort=&source=", "page=+1+"})
  void fieldsLeftBlankCountAsNotGiven(String address) {
    assertThat(read(address)).isEqualTo(SearchParameters.none());
  }

  @Test
  void anotherOrderOrQueryStartsOnTheFirstPage() {
    SearchParameters third = read("q=a&page=3&from=2020-01-01");
    assertThat(third.withSort(SortOrder.OLDEST).toQueryString().after(""))
        .isEqualTo("?q=a&sort=oldest&from=2020-01-01");
    assertThat(third.withText("b").toQueryString().after("")).isEqualTo("?q=b&from=2020-01-01");
  }

  private static SearchParameters read(String address) {
    return SearchParameters.of(QueryString.parse(address));
  }
}

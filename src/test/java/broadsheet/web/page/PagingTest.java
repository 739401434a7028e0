package broadsheet.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.address.SearchParameters;
import broadsheet.engine.request.PageCursor;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PagingTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1  | 0      |",
        "1  | 10     | 1",
        "1  | 25     | 1 2 3",
        "1  | 200    | 1 2 3 4 5 6 7",
        "10 | 200    | 1 7 8 9 10 11 12 13",
        "20 | 200    | 1 14 15 16 17 18 19 20",
        "5  | 200    | 1 2 3 4 5 6 7 8",
        "9  | 25     | 1 2 3"
      })
  void nearbyPagesAndTheFirstAreLinked(int page, long total, String numbers) {
    Paging paging = paging(page, total);
    List<String> linked =
        paging.pages().stream().map(link -> Integer.toString(link.number())).toList();
    assertThat(String.join(" ", linked)).isEqualTo(numbers == null ? "" : numbers);
  }

  @ParameterizedTest
  @CsvSource({
    "1,25,false,true",
    "2,25,true,true",
    "3,25,true,false",
    "4,25,false,false",
    "1,0,false,false",
    "1000,50000,true,false"
  })
  void stepsLeadOnlyWhereThereArePages(int page, long total, boolean hasPrevious, boolean hasNext) {
    Paging paging = paging(page, total);
    assertThat(paging.previous() != null).isEqualTo(hasPrevious);
    assertThat(paging.next() != null).isEqualTo(hasNext);
  }

  @ParameterizedTest
  @CsvSource({"10000,1000,false", "10001,1000,true"})
  void listsEndWhereNumbersDo(long total, int lastPage, boolean isCutShort) {
    Paging paging = Paging.of(1, 10, total, page -> "/" + page);
    assertThat(paging.lastPage()).isEqualTo(lastPage);
    assertThat(paging.isCutShort()).isEqualTo(isCutShort);
  }

  @Test
  void searchesGoOnBehindTheLastNumberedPage() {
    PageCursor cursor = new PageCursor(10_000, "r0:a");
    SearchParameters last = SearchParameters.none().withPage(1000);
    assertThat(Paging.of(last, 10_050, Optional.of(cursor)).next())
        .isEqualTo("/search?page=1001&after=" + cursor.text());
  }

  @Test
  void pageBehindAHitLeadsOnAndToTheFirst() {
    PageCursor here = new PageCursor(10_000, "r0:a");
    PageCursor there = new PageCursor(10_010, "r0:b");
    SearchParameters behind = SearchParameters.none().withPage(1001, here);
    Paging paging = Paging.of(behind, 10_015, Optional.of(there));
    assertThat(paging.next()).isEqualTo("/search?page=1002&after=" + there.text());
    assertThat(paging.pages()).extracting(Paging.PageLink::number).containsExactly(1, 1001);
    assertThat(paging.lastPage()).isEqualTo(1002);
    assertThat(Paging.of(behind, 10_015, Optional.empty()).next()).isNull();
  }

  private static Paging paging(int page, long total) {
    return Paging.of(SearchParameters.none().withPage(page), total, Optional.empty());
  }
}

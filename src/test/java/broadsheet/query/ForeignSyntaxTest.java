package broadsheet.query;

import static broadsheet.query.Trees.parsed;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Forms of other tools are read as they mean them, with a note. */
class ForeignSyntaxTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '\0',
      value = {
        "cocoa AROUND(5) frost # cocoa NEAR/5 frost # `AROUND(5)` was read as `NEAR/5`",
        "cocoa around(12) frost # cocoa NEAR/12 frost # `around(12)` was read as `NEAR/12`",
        "cocoa NEAR(3) frost # cocoa NEAR/3 frost # `NEAR(3)` was read as `NEAR/3`",
        "cocoa ADJ(3) frost # cocoa ADJ/3 frost # `ADJ(3)` was read as `ADJ/3`",
        "AROUND(5) cocoa # cocoa # `AROUND(5)` was read as `NEAR/5`; `NEAR/5` applied to nothing"
            + " and was left out",
        "cocoa N5 frost # cocoa NEAR/5 frost # `N5` was read as `NEAR/5`; write `=N5` for the"
            + " word",
        "cocoa W5 frost # cocoa ADJ/5 frost # `W5` was read as `ADJ/5`; write `=W5` for the word",
        "cocoa N/5 frost # cocoa NEAR/5 frost # `N/5` was read as `NEAR/5`",
        "cocoa P/5 frost # cocoa ADJ/5 frost # `P/5` was read as `ADJ/5`",
        "cocoa /5 frost # cocoa NEAR/5 frost # `/5` was read as `NEAR/5`",
        "cocoa /s frost # cocoa w/s frost # `/s` was read as `w/s`",
        "cocoa /P frost # cocoa w/p frost # `/P` was read as `w/p`",
        "(cocoa OR coffee) /s \"late frost\" # (cocoa OR coffee) w/s \"late frost\""
            + " # `/s` was read as `w/s`",
        "cocoa NOT /5 frost # cocoa NOT NEAR/5 frost # `/5` was read as `NEAR/5`",
        "hd=cocoa # title:cocoa # `hd=` was read as `title:`",
        "hd=(cocoa or coffee) # title:(cocoa or coffee) # `hd=` was read as `title:`; `or` in"
            + " lower case was searched as a word; write OR",
        "hd=\"late frost\" # title:\"late frost\" # `hd=` was read as `title:`",
        "cocoa la=en # cocoa language:en # `la=` was read as `language:`",
        "cocoa -by=vale # cocoa -author:vale # `by=` was read as `author:`",
        "date=2023-06-18 # date:2023-06-18 # `date=` was read as `date:`",
        "headline(cocoa or coffee) # title:(cocoa or coffee) # `headline(` was read as `title:(`;"
            + " `or` in lower case was searched as a word; write OR",
        "rain -TI(cocoa) # rain -title:cocoa # `TI(` was read as `title:(`",
        "+cocoa frost # cocoa frost # `+` was left out of `+cocoa`; AND requires words",
        "wc>500 # words:>=501 # `wc>` was read as `words:>`",
        "wc>=500 # words:>=500 # `wc>` was read as `words:>`",
        "cocoa words<500 # cocoa words:<=499 # `words<` was read as `words:<`",
        "date>=2023-06 # after:2023-06-01 # `date>` was read as `date:>`",
        "2013-10-01 # date:2013-10-01 # `2013-10-01` was read as `date:2013-10-01`; write it in"
            + " quotes to search the text",
        "(2013-10-01) # date:2013-10-01 # `2013-10-01` was read as `date:2013-10-01`; write it in"
            + " quotes to search the text",
        "site:example.com # url:example.com # `site:` was read as `url:`",
        "'late frost' # \"late frost\" # `'late frost'` was read as a phrase",
        "‘late frost’ # \"late frost\" # `‘late frost’` was read as a phrase",
        "cocoa -'late frost', rain # cocoa -\"late frost\" rain # `'late frost'` was read as a"
            + " phrase",
        "title:'late frost' # title:\"late frost\" # `'late frost'` was read as a phrase",
        "'late frost'~3 # \"late frost\"~3 # `'late frost'` was read as a phrase",
        "'it didn't rain' OR 'a frost' # \"it didn't rain\" OR \"a frost\""
            + " # `'it didn't rain'` was read as a phrase; `'a frost'` was read as a phrase",
        "title:/co.*a/ # title:(co a) # `/co.*a/` is a regular expression; only its words were"
            + " searched. `*` and `?` are wildcards",
        "title:/cocoa/ rain # title:cocoa rain # `/cocoa/` is a regular expression; only its"
            + " words were searched. `*` and `?` are wildcards",
        "/[mb]oat/ # mb oat # `/[mb]oat/` is a regular expression; only its words were searched."
            + " `*` and `?` are wildcards",
      })
  void isReadWithANote(String text, String meant, String notes) {
    ParsedQuery query = parsed(text);
    assertThat(CanonicalText.of(query.root())).isEqualTo(meant);
    assertThat(String.join("; ", query.notes())).isEqualTo(notes == null ? "" : notes);
    assertThat(parsed(meant).root()).isEqualTo(query.root());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '\0',
      value = {
        "cocoa w/sent frost # cocoa w/s frost",
        "cocoa pre/para frost # cocoa pre/p frost",
        "N5 # N5^1",
        "N5 cocoa # N5^1 cocoa",
        "China N95 masks # China N95 masks",
        "China =N5 masks # China =N5 masks",
        "cocoa NOT N5 frost # cocoa -N5^1 frost",
        "cocoa n5 frost # cocoa n5 frost",
        "cocoa OR N5 OR frost # cocoa OR N5^1 OR frost",
        "\"cocoa N5 frost\" # \"cocoa N5 frost\"",
        "cocoa 24/7 9/11 # cocoa 24/7 9/11",
        "rock 'n' roll # rock n roll",
        "'90s boys' bands # 90s boys bands",
        "'tis the workers' day # tis the workers day",
        "workers' rights' day # workers rights day",
        "'China' # China",
        "O'Connor's boys' day # O'Connor's boys day",
        "who is Mrs. Merkel? # who is Mrs Merkel",
        "+cocoa # cocoa",
        "+44 20 cocoa # 44 20 cocoa",
        "author(s) of cocoa # author s of cocoa",
        "words(5) # words 5",
        "E=mc2 # E=mc2",
        "title = cocoa # title cocoa",
        "cocoa > frost # cocoa frost",
        "2013-10-01 shutdown # 2013-10-01 shutdown",
        "2013-10 # 2013-10",
        "2013-02-30 # 2013-02-30",
        "\"2013-10-01\" # \"2013-10-01\"",
        "/r/politics/ # /r/politics/",
        "url:/news/a.html/ # url:/news/a.html/",
        "http://a.com/?id=5 # http://a.com/?id=5",
        "title:hd=x # title:hd=x",
        "id:'a b' # id:'a b",
        "id:/a.b/ # id:/a.b/^1",
        "(/a.b/^1) # /a.b/^1"
      })
  void othersAreReadAsTheyStand(String text, String meant) {
    ParsedQuery query = parsed(text);
    assertThat(CanonicalText.of(query.root())).isEqualTo(meant);
    assertThat(query.notes()).isEmpty();
    assertThat(parsed(meant).root()).isEqualTo(query.root());
  }

  @ParameterizedTest
  @ValueSource(strings = {"N5", "AROUND(5)", "'late frost'"})
  void runningTextIsReadAsItStands(String typed) {
    String text =
        "The bridge was closed for ten months. It is "
            + typed
            + " now and nobody here knows the reason why";
    ParsedQuery query = parsed(text);
    assertThat(query.root().toString()).doesNotContain("Near").doesNotContain("Phrase");
    assertThat(parsed(CanonicalText.of(query.root())).root()).isEqualTo(query.root());
  }
}

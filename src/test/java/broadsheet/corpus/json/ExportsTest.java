package broadsheet.corpus.json;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.Article;
import broadsheet.corpus.Reading;
import broadsheet.ledger.LedgerEntry;
import broadsheet.ledger.Outcome;
import java.nio.file.Path;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exports of publishing systems, libraries and programs in JSON. */
class ExportsTest {
  @TempDir Path folder;

  private Reading read(String json) {
    return Reading.of(folder, "export.json", json.replace('\'', '"'));
  }

  /**
   * Fields as in
   * https://impresso.github.io/impresso-schemas/json/rebuilt/paper_contentitem.schema.json.
   */
  @Test
  void rebuiltItemOfImpressoIsAnArticle() {
    String item =
        """
        {"id": "GDL-1900-01-02-a-i0001", "pp": [1, 2], "d": "1900-01-02", "olr": true,
         "ts": "2024-09-26T16:17:47Z", "lg": "fr", "tp": "ar", "t": "Le pont", "ro": 1,
         "ppreb": [{"id": "GDL-1900-01-02-a-p0001", "n": 1, "r": [[0, 0, 9, 9]],
          "t": [{"c": [0, 0, 9, 9], "s": 0, "l": 2}]}], "lb": [8], "pb": [8, 27], "rb": [0],
         "cc": true, "ft": "Le pont Il est ou\u00ac vert \ud83d\ude42. Les trains suivent. "}
        """
            .replace("\n", "");
    String advertisement =
        item.replace("i0001", "i0002")
            .replace("\"ar\"", "\"ad\"")
            .replace("Le pont\",", "UNTITLED\",");
    String lines =
        item
            + "\n"
            + advertisement
            + "\n"
            + item.replaceAll("\"ft\": .*\"}", "\"ft\": \"\"}").replace("\"Le pont\"", "null");
    Reading reading = Reading.of(folder, "GDL-1900.jsonl", lines);
    assertThat(reading.articles())
        .extracting(Article::title, Article::section, article -> article.publishedAt().iso())
        .containsExactly(
            Tuple.tuple("Le pont", "", "1900-01-02"),
            Tuple.tuple("", "Advertisements", "1900-01-02"));
    Article article = reading.articles().getFirst();
    assertThat(article.id()).isEqualTo("GDL-1900-01-02-a-i0001");
    assertThat(article.source()).isEqualTo("GDL");
    assertThat(article.language()).isEqualTo("fr");
    assertThat(article.paragraphs())
        .containsExactly("Il est ouvert \ud83d\ude42.", "Les trains suivent.");
    assertThat(reading.ledger().reasons(Outcome.SKIPPED)).containsOnlyKeys("no text in it");
    assertThat(Reading.of(folder, "one.json", item.replace(", \"", ",\n  \"")).articles())
        .hasSize(1);
  }

  @Test
  void pageOfImpressoIsAnArticleOfItsNewspaperAndDay() {
    String page =
        "{'id':'HARB-1910-01-11-a-p0002','r':[{'p':[{'l':[{'t':[{'tx':'The'},{'tx':'bridge'},{'tx':"
            + "'of','gn':false}]},{'t':[{'tx':'the'}]},{'t':[{'tx':'har','gn':true},{'tx':'-'}]},"
            + "{'t':[{'tx':'bour','gn':true},{'tx':'.'}]}]}]}]}\n";
    Reading reading = read(page + page.replace("p0002", "p0003") + page.substring(0, 40) + "\n");
    Article article = reading.articles().getFirst();
    assertThat(article.paragraphs()).containsExactly("The bridge of the harbour.");
    assertThat(article.source()).isEqualTo("HARB");
    assertThat(article.publishedAt().iso()).isEqualTo("1910-01-11");
    assertThat(article.id()).isEqualTo("HARB-1910-01-11-a-p0002");
    assertThat(reading.articles()).hasSize(2);
    assertThat(reading.ledger().entries(Outcome.FAILED))
        .extracting(LedgerEntry::reason)
        .containsExactly("not JSON");
    assertThat(read("{'id':'x','i':[{'m':{'id':'y','t':'Title','tp':'article'}}]}").articles())
        .isEmpty();
  }

  @Test
  void titleOfTroveIsTheNewspaper() {
    Article article =
        read("{'id':'1','heading':'BRIDGE OPENS.','title':{'id':'11','title':'Harbour Mail'},"
                + "'date':'1910-01-11','troveUrl':'https://trove.example/1','articleText':'<p>It"
                + " opened.</p>'}")
            .only();
    assertThat(article.title()).isEqualTo("BRIDGE OPENS.");
    assertThat(article.source()).isEqualTo("Harbour Mail");
    assertThat(article.url()).isEqualTo("https://trove.example/1");
    assertThat(article.paragraphs()).containsExactly("It opened.");
  }

  @Test
  void extractorsNameSiteAddressAndText() {
    Article trafilatura =
        read("{'title':'Bridge opens','author':'Ada Rivers','hostname':'a.example','date':"
                + "'2024-01-11','fingerprint':'f','source-hostname':'Harbour Mail','source':"
                + "'https://a.example/1','text':'It opened.'}")
            .only();
    assertThat(trafilatura.source()).isEqualTo("Harbour Mail");
    assertThat(trafilatura.url()).isEqualTo("https://a.example/1");
    Article fundus =
        read("[{'html':{'requested_url':'https://a.example/2','source_info':{'publisher':'Harbour"
                + " Mail'}},'title':'Ferry sold','authors':['Ada Rivers'],'publishing_date':"
                + "'2024-01-11 09:00:00+01:00','body':{'summary':['Sold.'],'sections':[{"
                + "'headline':['Why'],'paragraphs':['A museum has it.']}]}}]")
            .only();
    assertThat(fundus.source()).isEqualTo("Harbour Mail");
    assertThat(fundus.url()).isEqualTo("https://a.example/2");
    assertThat(fundus.standfirst()).isEqualTo("Sold.");
    assertThat(fundus.publishedAt().iso()).startsWith("2024-01-11T09:00");
    assertThat(fundus.paragraphs()).containsExactly("Why", "A museum has it.");
  }
}

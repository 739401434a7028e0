package broadsheet.indexing;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.Thorough;
import broadsheet.article.Article;
import broadsheet.engine.SearchEngine;
import broadsheet.engine.request.Filters;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.request.VersionScope;
import broadsheet.ledger.LedgerEntry;
import broadsheet.lucene.LuceneSearchEngine;
import broadsheet.query.QueryParser;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Notices of withdrawals, in the forms that agencies send, hide the item of their key, whether they
 * come before it, with it or after it. Names, statuses and versions are from the specifications:
 * ninjs (https://iptc.org/std/ninjs/), NewsML-G2 (https://iptc.org/std/NewsML-G2/, publishing
 * status at http://cv.iptc.org/newscodes/pubstatusg2), NewsML 1.2 and NITF 3.6 ({@code
 * management-status} and {@code du-key} of {@code docdata}, https://iptc.org/std/NITF/).
 */
class WithdrawalTest {

  @TempDir Path folder;

  /** An item, the notice that withdraws it, and a later version. */
  record Story(String name, String item, String notice, String later) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static String ninjs(String fields, String version, String status, String text) {
    return """
    {%s, "version": "%s", "versioncreated": "2024-05-0%sT10:00:00Z", "pubstatus": "%s",
     "headline": "Bridge opens", "body_text": "%s"}
    """
        .formatted(fields, version, version, status, text);
  }

  /** https://api.ap.org/media/v/docs: the id of an item is the same in all its versions. */
  private static String ap(String version, String status, String text) {
    return """
    {"data": {"item": {"altids": {"itemid": "b0a1"}, "version": %s, "pubstatus": "%s",
     "uri": "https://api.example.org/v/content/b0a1.%s?qt=x", "type": "text",
     "versioncreated": "2024-05-01T10:00:00Z", "headline": "%s", "body_text": "%s"}}}
    """
        .formatted(version, status, version, text.isEmpty() ? "" : "Bridge opens", text);
  }

  private static Story ninjs(String name, String fields) {
    return new Story(
        name,
        ninjs(fields, "1", "usable", "The old bridge."),
        ninjs(fields, "2", "canceled", "Kill this."),
        ninjs(fields, "3", "usable", "The new bridge."));
  }

  private static String g2(String guid, String version, String status, String text) {
    return """
    <newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="%s" version="%s"
        standard="NewsML-G2" standardversion="2.34" xml:lang="en">
      <itemMeta>
        <itemClass qcode="ninat:text"/>
        <provider qcode="nprov:EX"/>
        <versionCreated>2024-05-0%sT10:00:00Z</versionCreated>
        %s
      </itemMeta>
      <contentMeta><headline>Bridge opens</headline></contentMeta>
      <contentSet><inlineXML contenttype="application/xhtml+xml">
        <html xmlns="http://www.w3.org/1999/xhtml"><body><p>%s</p></body></html>
      </inlineXML></contentSet>
    </newsItem>
    """
        .formatted(guid, version, version, status, text);
  }

  private static Story g2(String name, String guid, String status) {
    String usable = "<pubStatus qcode=\"stat:usable\"/>";
    return new Story(
        name,
        g2(guid, "1", usable, "The old bridge."),
        g2(guid, "2", status, "Kill this."),
        g2(guid, "3", usable, "The new bridge."));
  }

  private static String nitf(String docdata, String text) {
    return """
    <nitf><head><title>Bridge opens</title>%s</head>
    <body><body.head><hedline><hl1>Bridge opens</hl1></hedline></body.head>
    <body.content><p>%s</p></body.content></body></nitf>
    """
        .formatted(docdata, text);
  }

  private static String docdata(String status, String id, String generation) {
    return """
    <docdata management-status="%s"><doc-id regsrc="EX" id-string="%s"/>
    <date.issue norm="20240501T100000Z"/>
        <du-key key="BRIDGE" generation="%s" version="1"/></docdata>
    """
        .formatted(status, id, generation);
  }

  private static String newsMl(String revision, String status, String text) {
    return """
    <NewsML><NewsItem><Identification><NewsIdentifier>
      <ProviderId>example.org</ProviderId><DateId>20240501</DateId>
      <NewsItemId>bridge</NewsItemId>
      <RevisionId PreviousRevision="0" Update="U">%s</RevisionId>
      <PublicIdentifier>urn:newsml:example.org:20240501:bridge:%sU</PublicIdentifier>
    </NewsIdentifier></Identification>
    <NewsManagement><NewsItemType FormalName="News"/>
      <ThisRevisionCreated>20240501T100000Z</ThisRevisionCreated>
      <Status FormalName="%s"/></NewsManagement>
    <NewsComponent><NewsLines><HeadLine>Bridge opens</HeadLine></NewsLines>
      <ContentItem><MediaType FormalName="Text"/>
      <DataContent><p>%s</p></DataContent></ContentItem></NewsComponent>
    </NewsItem></NewsML>
    """
        .formatted(revision, revision, status, text);
  }

  static Stream<Story> stories() {
    return Stream.of(
        ninjs("ninjs, a URN", "\"uri\": \"urn:example:bridge\""),
        ninjs("ninjs, an address", "\"uri\": \"https://example.org/bridge\""),
        ninjs("ninjs, the name of a provider", "\"uri\": \"bridge\", \"source\": \"EX\""),
        ninjs("ninjs, a name in the folder", "\"uri\": \"bridge\""),
        new Story(
            "ninjs, withheld, without text",
            ninjs("\"uri\": \"urn:example:bridge\"", "1", "usable", "The old bridge."),
            "{\"uri\": \"urn:example:bridge\", \"version\": \"2\", \"pubstatus\": \"withheld\"}",
            ninjs("\"uri\": \"urn:example:bridge\"", "3", "usable", "The new bridge.")),
        new Story(
            "ninjs 3 in a list",
            ninjs("\"uri\": \"urn:example:bridge\"", "1", "usable", "The old bridge."),
            "[{\"uri\": \"urn:example:bridge\", \"version\": \"2\", \"pubStatus\": \"canceled\"}]",
            ninjs("\"uri\": \"urn:example:bridge\"", "3", "usable", "The new bridge.")),
        ninjs("ninjs, its host", "\"guid\": \"bridge\", \"url\": \"https://example.org/b\""),
        new Story(
            "ninjs, canceled beside an embargo, a picture of a notice",
            ninjs("\"uri\": \"URN:Example:bridge\"", "1", "usable", "The old bridge."),
            ninjs(
                "\"embargoed\": \"2099-01-01T00:00:00Z\", \"type\": \"picture\", \"uri\":"
                    + " \"urn:example:bridge\"",
                "2",
                "http://cv.iptc.org/newscodes/pubstatusg2/canceled",
                ""),
            ninjs("\"uri\": \"urn:example:bridge\"", "3", "usable", "The new bridge.")),
        new Story(
            "ninjs in an export of a search server",
            "{\"_source\": "
                + ninjs("\"uri\": \"urn:example:b\"", "1", "usable", "The old bridge.")
                + "}",
            "{\"_source\": {\"uri\": \"urn:example:b\", \"version\": \"2\", \"pubstatus\":"
                + " \"canceled\"}}",
            ninjs("\"uri\": \"urn:example:b\"", "3", "usable", "The new bridge.")),
        new Story(
            "items of AP, whose addresses differ",
            ap("1", "usable", "The old bridge."),
            ap("2", "canceled", ""),
            ap("3", "usable", "The new bridge.")),
        new Story(
            "NITF, a message to kill, generation not stated",
            nitf(docdata("usable", "D1", "").replace("generation=\"\"", ""), "The old bridge."),
            nitf(
                docdata("usable", "D2", "1")
                    .replace("version=\"1\"/>", "version=\"4\"/><ed-msg msg-type=\"kill\"/>"),
                "Kill this."),
            nitf(docdata("usable", "D3", "3"), "The new bridge.")),
        g2("NewsML-G2, canceled", "urn:example:bridge", "<pubStatus qcode=\"stat:canceled\"/>"),
        g2("NewsML-G2, withheld", "bridge", "<pubStatus qcode=\"stat:withheld\"/>"),
        g2(
            "NewsML-G2, status as an address",
            "tag:example.org,2024:bridge",
            "<pubStatus uri=\"http://cv.iptc.org/newscodes/pubstatusg2/canceled\"/>"),
        new Story(
            "NITF, the same document",
            nitf(docdata("usable", "D1", "1"), "The old bridge."),
            nitf(docdata("canceled", "D1", "2"), "Kill this."),
            nitf(docdata("usable", "D1", "3"), "The new bridge.")),
        new Story(
            "NITF, the same story",
            nitf(docdata("usable", "D1", "1"), "The old bridge."),
            nitf(docdata("withheld", "D2", "2"), "Kill this."),
            nitf(docdata("usable", "D3", "3"), "The new bridge.")),
        new Story(
            "NewsML 1",
            newsMl("1", "Usable", "The old bridge."),
            newsMl("2", "Canceled", "Kill this."),
            newsMl("10", "Usable", "The new bridge.")));
  }

  @Thorough
  @ParameterizedTest
  @MethodSource("stories")
  void noticeHidesTheItemInEveryOrder(Story story) throws IOException {
    Path corpus = corpus("corpus");
    Path index = folder.resolve("index");
    write(corpus, "c", story.item());
    index(index, false, corpus);
    assertThat(texts(index)).containsExactlyInAnyOrder("Any text.", "The old bridge.");
    assertHidden("ItemFirst", story.item(), story.notice(), story.later());
    assertHidden("NoticeFirst", story.notice(), story.item(), story.later());
  }

  @Thorough
  @ParameterizedTest
  @MethodSource("stories")
  void aLaterVersionIsTheArticleInEveryOrder(Story story) throws IOException {
    Path corpus = corpus("corpus");
    Path index = folder.resolve("index");
    write(corpus, "a", story.later());
    write(corpus, "b", story.item());
    index(index, false, corpus);
    assertVersions(index, "The new bridge.", "The old bridge.");
    Files.delete(corpus.resolve("a"));
    index(index, true);
    assertVersions(index, "The old bridge.");
    write(corpus, "c", story.later());
    index(index, true);
    assertVersions(index, "The new bridge.", "The old bridge.");
  }

  private static void assertVersions(Path index, String latest, String... earlier) {
    assertThat(texts(index)).containsExactlyInAnyOrder("Any text.", latest);
    try (SearchEngine engine = LuceneSearchEngine.open(index)) {
      List<String> others = new ArrayList<>();
      Filters everyVersion = Filters.none().of(VersionScope.ALL);
      SearchRequest request =
          SearchRequest.of(QueryParser.parse("bridge", LocalDate.EPOCH).root(), everyVersion);
      engine.export(request, named -> others.add(named.article().paragraphs().getFirst()));
      others.remove(latest);
      assertThat(others).containsExactly(earlier);
    }
  }

  private void assertHidden(String name, String first, String second, String later)
      throws IOException {
    Path corpus = corpus("corpus" + name);
    Path index = folder.resolve("index" + name);
    index(index, false, corpus);
    write(corpus, "a", first);
    index(index, true);
    write(corpus, "b", second);
    index(index, true);
    assertThat(texts(index)).as("updated").containsExactly("Any text.");
    index(index, false, corpus);
    assertThat(texts(index)).as("rebuilt").containsExactly("Any text.");
    write(corpus, "c", later);
    index(index, true);
    assertThat(texts(index)).as("later").containsExactlyInAnyOrder("Any text.", "The new bridge.");
  }

  private Path corpus(String name) throws IOException {
    Path corpus = Files.createDirectory(folder.resolve(name));
    write(corpus, "any.txt", "Any headline\n\nAny text.\n");
    return corpus;
  }

  private static void write(Path corpus, String name, String content) throws IOException {
    Files.writeString(corpus.resolve(name), content);
  }

  @Test
  void oneProviderNeverHidesAnothersItem() throws IOException {
    Path corpus = Files.createDirectory(folder.resolve("corpus"));
    write(corpus, "a.json", ninjs("\"uri\": \"1\", \"source\": \"One\"", "1", "usable", "One."));
    write(corpus, "b.json", ninjs("\"uri\": \"1\", \"source\": \"Two\"", "1", "usable", "Two."));
    write(corpus, "c.json", ninjs("\"uri\": \"1\", \"source\": \"Two\"", "2", "canceled", "Kill."));
    Path other = Files.createDirectory(folder.resolve("other"));
    write(other, "d.json", ninjs("\"uri\": \"2\"", "1", "usable", "Other."));
    write(corpus, "e.json", ninjs("\"uri\": \"2\"", "1", "canceled", "Kill."));
    Path index = folder.resolve("index");
    index(index, false, corpus, other);
    assertThat(texts(index)).containsExactlyInAnyOrder("One.", "Other.");
  }

  /** The attribute {@code management-idref-status} of one document is about another. */
  @Test
  void documentOfNitfWithdrawsAnother() throws IOException {
    Path corpus = Files.createDirectory(folder.resolve("corpus"));
    write(corpus, "a.xml", nitf(docdata("usable", "D1", "1").replace("BRIDGE", "A"), "Old."));
    write(
        corpus,
        "b.xml",
        nitf(
            """
            <docdata management-status="usable" management-doc-idref="D1"
              management-idref-status="canceled"><doc-id regsrc="EX" id-string="D2"/></docdata>
            """,
            "Editors: the old one is killed."));
    Path index = folder.resolve("index");
    index(index, false, corpus);
    assertThat(texts(index)).containsExactly("Editors: the old one is killed.");
  }

  /** NITF 3.6: the key of a story is created daily, and may then be used again. */
  @Test
  void keyOfAnotherDayIsOfAnotherStory() throws IOException {
    Path corpus = Files.createDirectory(folder.resolve("corpus"));
    String killed = docdata("canceled", "D2", "2").replace("20240501", "20240819");
    write(corpus, "a.xml", nitf(docdata("usable", "D1", "1"), "In May."));
    write(corpus, "b.xml", nitf(killed, "Kill the one of August."));
    Path index = folder.resolve("index");
    index(index, false, corpus);
    assertThat(texts(index)).containsExactly("In May.");
  }

  @Test
  void cancellationNamesTheDocumentBeforeIt() throws IOException {
    Path corpus = Files.createDirectory(folder.resolve("corpus"));
    String other = docdata("usable", "D1", "1").replace("BRIDGE", "A");
    String notice =
        docdata("canceled", "D2", "1").replace("status=", "doc-idref=\"D1\" management-status=");
    write(corpus, "a.xml", nitf(other, "Old."));
    write(corpus, "b.xml", nitf(notice, "Kill."));
    write(corpus, "c.txt", "Any headline\n\nAny text.\n");
    Path index = folder.resolve("index");
    index(index, false, corpus);
    assertThat(texts(index)).containsExactly("Any text.");
  }

  /** The page of an item says that it was withdrawn, and not that there never was one. */
  @Test
  void noticeInPlaceOfItsItemKeepsTheId() throws IOException {
    for (Story story :
        List.of(
            ninjs("", "\"uri\": \"urn:example:bridge\""),
            ninjs("", "\"uri\": \"https://example.org/bridge\", \"killed\": true"))) {
      Path corpus = Files.createTempDirectory(folder, "corpus");
      Path index = folder.resolve("index of " + corpus.getFileName());
      write(corpus, "a.json", story.item().replace(", \"killed\": true", ""));
      index(index, false, corpus);
      String id = onlyId(index);
      write(corpus, "a.json", story.notice());
      index(index, true);
      assertThat(withdrawn(index, id)).containsExactly(id);
      index(index, false, corpus);
      assertThat(withdrawn(index, id)).containsExactly(id);
    }
  }

  private static String onlyId(Path index) {
    List<String> ids = new ArrayList<>();
    LuceneSearchEngine.check(index, article -> ids.add(article.id()));
    assertThat(ids).hasSize(1);
    return ids.getFirst();
  }

  private static Set<String> withdrawn(Path index, String id) {
    try (SearchEngine engine = LuceneSearchEngine.open(index)) {
      return engine.withdrawn(List.of(id));
    }
  }

  @Test
  void ledgerNamesTheNotice() throws IOException {
    Path corpus = Files.createDirectory(folder.resolve("corpus"));
    Story story = ninjs("", "\"uri\": \"urn:example:bridge\"");
    write(corpus, "a.json", story.item());
    write(corpus, "b.json", story.notice());
    Path index = folder.resolve("index");
    index(index, false, corpus);
    assertThat(IndexContents.of(index).entries())
        .singleElement()
        .asString()
        .contains("b.json")
        .contains("reason=" + LedgerEntry.WITHDRAWN + ",")
        .contains("canceled: urn:example:bridge, version 2");
  }

  private static List<String> texts(Path index) {
    List<String> texts = new ArrayList<>();
    LuceneSearchEngine.check(index, article -> texts.add(text(article)));
    return texts;
  }

  private static String text(Article article) {
    return String.join(" ", article.paragraphs());
  }

  private static void index(Path index, boolean isUpdate, Path... paths) {
    PrintWriter nowhere = new PrintWriter(new StringWriter());
    new Indexing(index, List.of(paths), IndexingScope.Manner.USUAL, isUpdate)
        .run(new IndexingLog(nowhere, Progress.Display.NONE));
  }
}

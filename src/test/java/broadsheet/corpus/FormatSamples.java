package broadsheet.corpus;

import static java.nio.charset.StandardCharsets.UTF_8;

import broadsheet.corpus.collection.Iptc7901Test;
import broadsheet.corpus.collection.ReutersSamples;
import broadsheet.corpus.feed.FeedTest;
import broadsheet.corpus.mail.MailSamples;
import broadsheet.corpus.office.OfficeSamples;
import broadsheet.corpus.pdf.PdfSamples;
import broadsheet.corpus.press.PressSamples;
import broadsheet.corpus.print.Alto4;
import broadsheet.corpus.spoken.TranscriptSamples;
import java.util.HashMap;
import java.util.Map;

/** A file in each format with one article, {@code New bridge opens}. */
public final class FormatSamples {
  private FormatSamples() {}

  /** A file in the format with one article, {@code New bridge opens}. */
  public static String of(String format) {
    return texts().getOrDefault(format, "");
  }

  /** All of them, by the name of the format. */
  public static Map<String, byte[]> all() {
    Map<String, byte[]> samples = new HashMap<>();
    texts().forEach((format, text) -> samples.put(format, text.getBytes(UTF_8)));
    samples.put("pdf", PdfSamples.story("New bridge opens"));
    samples.put("docx", OfficeSamples.docx("New bridge opens"));
    samples.put("odt", OfficeSamples.odt("New bridge opens"));
    samples.put("pptx", OfficeSamples.pptx("New bridge opens"));
    samples.put("xlsx", OfficeSamples.xlsx("New bridge opens"));
    samples.put("epub", OfficeSamples.epub("New bridge opens"));
    return samples;
  }

  /** Those that are text. */
  static Map<String, String> texts() {
    return Map.ofEntries(
        Map.entry("text", "New bridge opens\n\nThe bridge across the Ember opened on Monday.\n"),
        Map.entry("markdown", "---\ntitle: New bridge opens\n---\n\nIt *opened*.\n"),
        Map.entry("json", "[\n{\"title\": \"New bridge opens\",\n \"text\": \"It opened.\"}\n]\n"),
        Map.entry("csv", "title,text\nNew bridge opens,\"It opened,\nat last.\"\n"),
        Map.entry("html", Pages.article("")),
        Map.entry(
            "medium",
            "<!DOCTYPE html><html><body><article class=\"h-entry\"><h1 class=\"p-name\">New bridge"
                + " opens</h1><section data-field=\"body\" class=\"e-content\"><p>It"
                + " opened.</p></section><footer><a"
                + " class=\"p-canonical\"></a></footer></article></body></html>"),
        Map.entry(
            "notion",
            "<html><body><article id=\"0f8c2a6d-5b1e-4c7f-9a3d-2b6e8c1f4a71\" class=\"page"
                + " sans\"><h1 class=\"page-title\">New bridge opens</h1><div"
                + " class=\"page-body\"><p>It opened.</p></div></article></body></html>"),
        Map.entry(
            "drupal",
            "{\"jsonapi\": {\"version\": \"1.0\"}, \"data\": {\"type\": \"node--article\","
                + " \"attributes\": {\"title\": \"New bridge opens\"}}}"),
        Map.entry("substack", "post_id,post_date,is_published,title\n1,,true,New bridge opens\n"),
        Map.entry("feed", FeedTest.rss("<item><title>New bridge opens</title></item>")),
        Map.entry("jsonl", "{\"title\": \"New bridge opens\", \"text\": \"It opened.\"}\n"),
        Map.entry(
            "reuters21578",
            "<!DOCTYPE lewis SYSTEM \"lewis.dtd\">\n"
                + ReutersSamples.story(1, "New bridge opens", "It opened.\n Reuter\n&#3;")),
        Map.entry(
            "trec",
            """
            <DOC>
            <DOCNO> X1 </DOCNO>
            <HEAD>New bridge opens</HEAD>
            <TEXT>
               It opened.
            </TEXT>
            </DOC>
            """),
        Map.entry(
            "mets",
            "<mets><structMap TYPE=\"LOGICAL\"><div TYPE=\"ARTICLE\" LABEL=\"New bridge opens\"/>"
                + "</structMap></mets>"),
        Map.entry(
            "alto",
            new Alto4().block("a", 90, "New bridge opens").block("b", "It opened.").toString()),
        Map.entry(
            "didl",
            "<didl:DIDL xmlns:didl=\"d\" xmlns:ddd=\"e\" xmlns:dc=\"c\"><didl:Item"
                + " ddd:article_id=\"x:a1\"><dc:title>New bridge"
                + " opens</dc:title></didl:Item></didl:DIDL>"),
        Map.entry("kb-text", "<text>\n<title>New bridge opens</title>\n<p>It opened.</p></text>"),
        Map.entry(
            "olive",
            "<XMD-entity ID=\"Ar00100\"><Meta NAME=\"New bridge opens\"/><Content><Primitive>"
                + "<W BOX=\"1 2 3 4\">It</W></Primitive></Content></XMD-entity>"),
        Map.entry(
            "page-xml",
            "<PcGts><Page imageWidth=\"900\" imageHeight=\"900\"><TextRegion id=\"a\"><TextLine>"
                + "<Coords points=\"0,0 500,90\"/><TextEquiv><Unicode>New bridge opens</Unicode>"
                + "</TextEquiv></TextLine></TextRegion><TextRegion id=\"b\"><TextLine><Coords"
                + " points=\"0,100 90,110\"/><TextEquiv><Unicode>It opened.</Unicode></TextEquiv>"
                + "</TextLine></TextRegion></Page></PcGts>"),
        Map.entry(
            "abbyy",
            "<document"
                + " xmlns=\"http://www.abbyy.com/FineReader_xml/FineReader10-schema-v1.xml\"><page"
                + " width=\"900\" height=\"900\"><block blockType=\"Text\"><text><par><line l=\"0\""
                + " t=\"0\" r=\"500\" b=\"90\"><formatting>New bridge"
                + " opens</formatting></line></par><par><line l=\"0\" t=\"100\" r=\"90\""
                + " b=\"110\"><formatting>It opened.</formatting></line></par>"
                + "</text></block></page></document>"),
        Map.entry(
            "djvu",
            "<DjVuXML><BODY><OBJECT width=\"900\""
                + " height=\"900\"><HIDDENTEXT><PAGECOLUMN><REGION><PARAGRAPH><LINE><WORD"
                + " coords=\"0,90,90,0\">New</WORD><WORD coords=\"100,90,190,0\">bridge</WORD><WORD"
                + " coords=\"200,90,300,0\">opens</WORD></LINE></PARAGRAPH><PARAGRAPH><LINE><WORD"
                + " coords=\"0,120,90,110\">It</WORD>"
                + "</LINE></PARAGRAPH></REGION></PAGECOLUMN></HIDDENTEXT></OBJECT></BODY></DjVuXML>"),
        Map.entry(
            "tetml",
            "<TET xmlns=\"http://www.pdflib.com/XML/TET5/TET-5.0\"><Document><Pages><Page"
                + " number=\"1\" width=\"900\" height=\"900\"><Content"
                + " granularity=\"word\"><Para><Word><Text>New</Text><Box llx=\"0\" lly=\"800\""
                + " urx=\"90\" ury=\"890\"/></Word><Word><Text>bridge</Text><Box llx=\"110\""
                + " lly=\"800\" urx=\"200\" ury=\"890\"/></Word><Word><Text>opens</Text><Box"
                + " llx=\"220\" lly=\"800\" urx=\"300\""
                + " ury=\"890\"/></Word></Para><Para><Word><Text>It</Text><Box llx=\"0\""
                + " lly=\"700\" urx=\"9\" ury=\"710\"/></Word></Para>"
                + "</Content></Page></Pages></Document></TET>"),
        Map.entry(
            "movable-type",
            """
            TITLE: New bridge opens
            AUTHOR: Ada Rivers
            -----
            BODY:
            It opened.
            -----
            --------
            """),
        Map.entry(
            "hocr",
            "<html><body><div class='ocr_page' title='bbox 0 0 900 900'><p class='ocr_par'><span"
                + " class='ocr_line' title='bbox 0 0 500 90'>New bridge opens</span></p><p"
                + " class='ocr_par'><span class='ocr_line' title='bbox 0 99 90 110'>It"
                + " opened.</span></p></div></body></html>"),
        Map.entry("iptc7901", Iptc7901Test.message("New bridge opens =", "131137 GMT Nov 13")),
        Map.entry(
            "nitf",
            "<?xml version=\"1.0\"?><nitf><body><body.head><hedline><hl1>New bridge opens</hl1>"
                + "</hedline></body.head><body.content><p>It opened.</p></body.content></body>"
                + "</nitf>"),
        Map.entry(
            "rcv1",
            "<newsitem itemid=\"1\" date=\"1996-08-20\"><headline>New bridge opens</headline>"
                + "<text><p>It opened.</p></text></newsitem>"),
        Map.entry(
            "newsml-g2",
            "<newsMessage><itemSet><newsItem guid=\"a\"><contentMeta><headline>New bridge opens"
                + "</headline></contentMeta><contentSet><inlineXML><p>It opened.</p></inlineXML>"
                + "</contentSet></newsItem></itemSet></newsMessage>"),
        Map.entry(
            "newsml1",
            "<NewsML><NewsItem><NewsComponent><NewsLines><HeadLine>New bridge opens</HeadLine>"
                + "</NewsLines><ContentItem><DataContent><p>It opened.</p></DataContent>"
                + "</ContentItem></NewsComponent></NewsItem></NewsML>"),
        Map.entry(
            "wxr",
            "<rss xmlns:wp=\"http://wordpress.org/export/1.2/\"><channel><item>"
                + "<title>New bridge opens</title><content:encoded><![CDATA[It opened.]]>"
                + "</content:encoded></item></channel></rss>"),
        Map.entry(
            "mediawiki",
            "<mediawiki><page><title>New bridge opens</title><ns>0</ns><id>1</id><revision><text>"
                + "It [[bridge|opened]].</text></revision></page></mediawiki>"),
        Map.entry(
            "tei",
            "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><teiHeader><fileDesc><titleStmt><title>"
                + "New bridge opens</title></titleStmt></fileDesc></teiHeader><text><body><p>It"
                + " opened.</p></body></text></TEI>"),
        Map.entry(
            "debate",
            "<akomaNtoso><debate><preface><docTitle>New bridge opens</docTitle></preface>"
                + "<debateBody><speech by=\"#a\"><from>Ada Rivers</from><p>It opened.</p></speech>"
                + "</debateBody></debate></akomaNtoso>"),
        Map.entry(
            "trafilatura",
            "<doc hostname=\"harbour.example\" title=\"New bridge opens\"><main><p>It opened.</p>"
                + "</main></doc>"),
        Map.entry(
            "ghost",
            "{\"db\":[{\"meta\":{\"exported_on\":1},\"data\":{\"posts\":[{\"id\":\"1\","
                + "\"title\":\"New bridge opens\",\"html\":\"<p>It opened.</p>\"}]}}]}"),
        Map.entry(
            "telegram",
            "{\"name\":\"Harbour\",\"messages\":[{\"id\":1,\"type\":\"message\",\"text\":["
                + "{\"type\":\"bold\",\"text\":\"New bridge opens\"},\"\\n\\nIt opened.\"]}]}"),
        Map.entry(
            "impresso",
            "{\"id\":\"HARB-1910-01-11-a-p0001\",\"r\":[{\"p\":[{\"l\":[{\"c\":[1,1,9,40],\"t\":[{"
                + "\"tx\":\"New\"},{\"tx\":\"bridge\"},{\"tx\":\"opens\"}]}]},{\"l\":[{\"c\":[1,1,9,"
                + "20],\"t\":[{\"tx\":\"It\"},{\"tx\":\"opened\"}]}]}]}]}"),
        Map.entry("mail", MailSamples.message("New bridge opens")),
        Map.entry("mbox", MailSamples.mailbox("New bridge opens")),
        Map.entry("srt", TranscriptSamples.subRip("New bridge opens")),
        Map.entry("webvtt", TranscriptSamples.webVtt("New bridge opens")),
        Map.entry("ttml", TranscriptSamples.ttml("New bridge opens")),
        Map.entry("sami", TranscriptSamples.sami("New bridge opens")),
        Map.entry(
            "transcript",
            """
            New bridge opens

            [00:00:01] ADA: It opened.
            [00:00:02] BEN: Yes.
            [00:00:03] ADA: It did.
            """),
        Map.entry("whisper", TranscriptSamples.whisper("New bridge opens")),
        Map.entry("youtube", TranscriptSamples.youTube("New bridge opens")),
        Map.entry("rtf", OfficeSamples.rtf("New bridge opens")),
        Map.entry("nexis", PressSamples.nexis("New bridge opens")),
        Map.entry("factiva", PressSamples.factiva("New bridge opens")),
        Map.entry("proquest", PressSamples.proQuest("New bridge opens")),
        Map.entry("europresse", PressSamples.europresse("New bridge opens")),
        Map.entry("integrum", PressSamples.integrum("New bridge opens")),
        Map.entry("kikuzo", PressSamples.kikuzo("New bridge opens")),
        Map.entry("yomidas", PressSamples.yomidas("New bridge opens")),
        Map.entry("gallica", PressSamples.gallica("New bridge opens")),
        Map.entry("ris", PressSamples.ris("New bridge opens")),
        Map.entry("factiva-xml", PressSamples.factivaXml("New bridge opens")),
        Map.entry("gale", PressSamples.gale("New bridge opens")),
        Map.entry("oai-dc", PressSamples.dublinCore("New bridge opens")),
        Map.entry(
            "xml",
            "<stories><story><title>New bridge opens</title><body>It opened.</body></story>"
                + "</stories>"));
  }
}

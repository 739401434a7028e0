package broadsheet.corpus.xml;

import broadsheet.article.Article;
import broadsheet.corpus.date.DateReader;
import broadsheet.corpus.json.PublishingStatus;
import broadsheet.corpus.record.ItemName;
import broadsheet.corpus.record.NotAnArticle;
import broadsheet.corpus.record.Peek;
import broadsheet.corpus.record.Recognition;
import broadsheet.corpus.record.Records;
import java.util.List;
import org.jsoup.nodes.Element;

/**
 * NITF, the News Industry Text Format of the IPTC: one document per article, with or without
 * document type and namespace. The New York Times Annotated Corpus uses it.
 */
public final class Nitf extends XmlNews {
  public Nitf(DateReader dates) {
    super("nitf", dates, "nitf");
  }

  @Override
  Recognition recognise(XmlRoot root, Peek peek) {
    return Recognition.mineIf(root.isOneOf("nitf"));
  }

  @Override
  Article article(Element nitf, XmlItem item) throws NotAnArticle {
    NitfHead head = new NitfHead(nitf);
    NitfBody body = new NitfBody(nitf);
    if (PublishingStatus.isWithdrawn(head.otherStatus())) {
      item.records().withdraw(item.number(), head.otherStatus(), head.other(body.distributor()));
    }
    List<ItemName> names = head.names(body.distributor());
    PublishingStatus.requireUsable(head.status(), names);
    List<String> paragraphs = body.paragraphs();
    String title = XmlTree.firstOf(body.title(), head.title());
    NotAnArticle.requireText(title, paragraphs);
    return item.article(head.id(), head.url(), names)
        .title(title)
        .standfirst(body.standfirst(title, paragraphs))
        .dateline(body.dateline())
        .paragraphs(paragraphs)
        .authors(body.authors(paragraphs))
        .source(XmlTree.firstOf(head.paper(), body.distributor(), head.owner()))
        .section(head.section())
        .edition(head.edition())
        .captions(body.captions())
        .corrections(head.corrections())
        .correctionOf(Records.idOf(head.correctionOf()))
        .topics(head.topics())
        .places(head.places())
        .people(head.people())
        .organisations(head.organisations())
        .language(head.language())
        .publishedAt(item.date(head.dates(body.storyDate())))
        .build();
  }
}

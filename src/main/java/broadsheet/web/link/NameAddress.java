package broadsheet.web.link;

import broadsheet.address.QueryString;
import broadsheet.names.Name;

/** The addresses of names. */
public final class NameAddress {

  /** The path of all of them. */
  public static final String PATH = "/name/{kind}/{name}";

  private NameAddress() {}

  /** The page of a name. */
  public static String page(Name name) {
    String text = QueryString.encode(name.text()).replace("+", "%20");
    return "/name/" + name.kind().label() + "/" + text;
  }

  /** The page of its quotes. */
  public static String quotes(Name name) {
    return page(name) + "/quotes";
  }
}

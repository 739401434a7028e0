package broadsheet.web.page;

import broadsheet.web.request.BasePath;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;

/** Renders view records as pages or JSON. Thread-safe. */
public final class Renderer {
  public static final String HTML = "text/html; charset=utf-8";
  public static final String JSON = "application/json";

  private final TemplateEngine templates;
  private final ObjectMapper mapper = new ObjectMapper();
  private final Assets assets;
  private final BasePath base;

  /**
   * A renderer.
   *
   * @param base put before all addresses of this server in pages
   */
  public Renderer(Assets assets, BasePath base) {
    this.assets = assets;
    this.base = base;
    templates =
        TemplateEngine.createPrecompiled(
            null, ContentType.Html, Renderer.class.getClassLoader(), "broadsheet.templates");
    templates.setTrimControlStructures(true);
  }

  public Assets assets() {
    return assets;
  }

  /**
   * Renders a page.
   *
   * @param template its file name without the suffix
   * @param page its only parameter
   */
  public Body html(String template, Object page) {
    Utf8ByteOutput output = new Utf8ByteOutput();
    templates.render(template + ".jte", page, output);
    return new Body(BasedLinks.in(output.toByteArray(), base), HTML);
  }

  public Body json(Object view) {
    return json(view, JSON);
  }

  /**
   * Renders JSON.
   *
   * @param type the media type
   */
  public Body json(Object view, String type) {
    return new Body(bytes(view), type);
  }

  private byte[] bytes(Object view) {
    try {
      return mapper.writeValueAsBytes(view);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}

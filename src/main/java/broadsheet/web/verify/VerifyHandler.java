package broadsheet.web.verify;

import broadsheet.address.Problem;
import broadsheet.address.Refusal;
import broadsheet.address.SearchParameters;
import broadsheet.desk.RandomId;
import broadsheet.export.CsvWriter;
import broadsheet.operation.Parameter;
import broadsheet.verify.Claim;
import broadsheet.verify.DraftClaims;
import broadsheet.verify.DraftFile;
import broadsheet.verify.DraftReport;
import broadsheet.verify.DraftTable;
import broadsheet.web.openapi.Operation;
import broadsheet.web.page.Archive;
import broadsheet.web.page.Body;
import broadsheet.web.page.PageFrame;
import broadsheet.web.page.Renderer;
import broadsheet.web.request.Access;
import broadsheet.web.request.UploadedForm;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * Answers {@code /verify}: a form for a draft, and the verdicts on it. Open only to clients that
 * may make changes, since a draft keeps the server busy. Thread-safe.
 */
public final class VerifyHandler {
  public static final String PATH = "/verify";

  static final int LONGEST_BYTES = 5 * 1024 * 1024;

  private static final String FILE = "draft";
  private static final String TEXT = "text";
  private static final String SENTENCES = "sentences";
  private static final String DATA = ".json";
  private static final String TABLE = ".csv";
  private static final String RECEIPT = ".receipt.json";

  /** Files that are read at a time. */
  private static final Semaphore READING = new Semaphore(2, true);

  private final Archive archive;
  private final Renderer renderer;
  private final Drafts drafts;

  public VerifyHandler(Archive archive, Renderer renderer) {
    this.archive = archive;
    this.renderer = renderer;
    drafts = new Drafts(archive.engine());
  }

  /** Its operations, for the OpenAPI document. */
  public static List<Operation> operations() {
    List<Parameter> inputs =
        List.of(
            Parameter.file(FILE, "a draft: text, DOCX, PDF or HTML", "application/octet-stream"),
            Parameter.text(TEXT, "the text of the draft, if there is no file"),
            Parameter.text(SENTENCES, "yes checks sentences without quotations as well"));
    String one = PATH + "/{id}";
    return List.of(
        Operation.page(PATH, "Check a draft"),
        Operation.form(PATH, "Begin to check a draft").taking(inputs),
        Operation.formForJson(PATH + DATA, "Check a draft and wait", DraftReport.class)
            .taking(inputs),
        Operation.page(one, "See the verdicts on a draft"),
        Operation.get(one + DATA, "Read the verdicts on a draft").answeringJson(DraftReport.class),
        Operation.get(one + RECEIPT, "Keep the verdicts without the words")
            .answeringJson(DraftReport.Receipt.class),
        Operation.get(one + TABLE, "Take the verdicts away as a table").answering(CsvWriter.TYPE));
  }

  /** Whether a path, in lower case, is that of a table. */
  public static boolean isTable(String path) {
    return path.startsWith(PATH + "/") && path.endsWith(TABLE);
  }

  private Access access() {
    return archive.lists().access();
  }

  /** The form. */
  public void html(Context context) {
    boolean isOpen = access().mayChangeByForm(context);
    Body.send(context, renderer.html("verify", VerifyPage.form(frame("Check a draft"), isOpen)));
  }

  /** Begins to check a draft, and leads to its page. */
  public void start(Context context) {
    Draft draft = draft(context);
    if (!drafts.start(draft)) {
      throw new Refusal(Problem.busy());
    }
    context.redirect(PATH + "/" + draft.id(), HttpStatus.SEE_OTHER);
  }

  /** Checks a draft and answers with its verdicts. It is not kept. */
  public void json(Context context) {
    Draft draft = draft(context);
    drafts.check(draft);
    if (draft.isBroken()) {
      throw new Refusal(Problem.busy());
    }
    Body.keepNowhere(context);
    Body.send(context, renderer.json(draft.report(archive.engine())));
  }

  private Draft draft(Context context) {
    access().requireChange(context);
    UploadedForm form = UploadedForm.of(context, LONGEST_BYTES);
    String text = text(form);
    List<Claim> claims = DraftClaims.in(text, form.value(SENTENCES).strip().equals("yes"));
    if (claims.isEmpty()) {
      throw new Refusal(
          Problem.badRequest(
              "There is nothing to check: no quotation of four words or more. Choose sentences as"
                  + " well, or paste more."));
    }
    return new Draft(RandomId.secret(), access().user(context), text, claims);
  }

  private static String text(UploadedForm form) {
    byte[] file = form.bytes(FILE);
    if (file.length == 0) {
      return form.value(TEXT);
    }
    READING.acquireUninterruptibly();
    try {
      return DraftFile.text(file, LocalDate.now(ZoneId.systemDefault()))
          .orElseThrow(
              () ->
                  new Refusal(
                      Problem.badRequest(
                          "There is no text in the file. Send text, DOCX, PDF with text or HTML,"
                              + " or paste the text.")));
    } finally {
      READING.release();
    }
  }

  /** The verdicts on a draft as a page or, with a suffix, as data or a table. */
  public void one(Context context) {
    String name = context.pathParam("name");
    Draft draft = found(name.replaceFirst("\\..*$", ""), context);
    DraftReport report = draft.report(archive.engine());
    Body.keepNowhere(context);
    if (name.endsWith(RECEIPT)) {
      Body.saveAs("broadsheet-verify.receipt.json", context);
      Body.send(context, renderer.json(report.receipt()));
    } else if (name.endsWith(DATA)) {
      Body.send(context, renderer.json(report));
    } else if (name.endsWith(TABLE)) {
      Body.saveAs("broadsheet-verify.csv", context);
      Body.send(context, new Body(table(report), CsvWriter.TYPE));
    } else {
      if (draft.isRunning()) {
        context.header("Refresh", "2");
      }
      Body.send(
          context,
          renderer.html(
              "verify",
              VerifyPage.of(frame("A draft checked"), draft.id(), report, draft.isBroken())));
    }
  }

  private Draft found(String id, Context context) {
    Optional<Draft> draft = drafts.find(id, access().user(context));
    return draft.orElseThrow(
        () ->
            new Refusal(
                new Problem(
                    "No such draft",
                    404,
                    "There is no draft under this address. Drafts are kept for a day at most, and"
                        + " end with the server.")));
  }

  private static byte[] table(DraftReport report) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      DraftTable.write(report, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private PageFrame frame(String title) {
    return renderer.assets().frame(title, "lists.css", SearchParameters.none());
  }
}

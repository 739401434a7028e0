package broadsheet.corpus.mail;

/** Messages with invented text. */
public final class MailSamples {
  private MailSamples() {}

  public static String message(String subject) {
    return """
    Received: from harbour.example by mail.example; Mon, 11 Jan 2010 10:00:00 +0000
    From: "Rivers, Ada" <ada@harbour.example>
    To: Harbour board <board@harbour.example>, tom@b.example
    Subject: %s
    Date: Mon, 11 Jan 2010 09:59:00 +0100
    Message-ID: <17@harbour.example>
    Content-Type: text/plain; charset=utf-8

    It opened on Monday.

    Trains follow.
    """
        .formatted(subject);
  }

  public static String mailbox(String subject) {
    return "From ada@harbour.example Mon Jan 11 10:00:00 2010\n" + message(subject) + "\n";
  }
}

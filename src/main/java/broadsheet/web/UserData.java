package broadsheet.web;

import broadsheet.desk.Desk;
import broadsheet.evaluate.Judgements;
import java.util.Optional;

/**
 * The data that readers save on the server; the server writes no other files.
 *
 * @param desk the data they keep of the archive
 * @param judgements the store of judgements; empty if judging is off
 */
public record UserData(Desk desk, Optional<Judgements> judgements) {}

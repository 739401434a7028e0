package broadsheet.web.lists;

import broadsheet.address.Refusal;
import broadsheet.desk.Actor;
import broadsheet.desk.Desk;
import broadsheet.desk.DeskException;
import broadsheet.desk.ListRuleException;
import broadsheet.desk.Lists;
import broadsheet.desk.NotOwnerException;
import broadsheet.desk.ReadingList;
import broadsheet.web.page.Archive;
import broadsheet.web.page.ReaderLists;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * Gives a request access to the lists and the desk of its user. Answers with a {@link Refusal} if
 * the desk refuses.
 */
record ListAccess(Archive archive) {

  Desk desk(Context context) {
    return archive.lists().desk(context);
  }

  Lists lists(Context context) {
    return archive.lists().lists(context);
  }

  String user(Context context) {
    return archive.lists().user(context);
  }

  /** The list with an id, if the reader may see it. */
  ReadingList seen(String id, Context context) {
    return changed(() -> lists(context).find(user(context), id))
        .filter(list -> list.id().equals(id))
        .orElseThrow(() -> new Refusal(ListsHandler.noList()));
  }

  /** The list with an id, if the reader has a right to it. */
  ReadingList allowed(String id, BiConsumer<Actor, ReadingList> right, Context context) {
    ReadingList list = seen(id, context);
    try {
      right.accept(archive.lists().actor(context), list);
      return list;
    } catch (NotOwnerException e) {
      throw ListForms.forbidden(e);
    }
  }

  /** The result of a change, with the desk's refusals as answers. */
  static <T> T changed(Supplier<T> change) {
    try {
      return change.get();
    } catch (ListRuleException e) {
      throw ListForms.refused(e);
    } catch (NotOwnerException e) {
      throw ListForms.forbidden(e);
    } catch (DeskException e) {
      throw ReaderLists.unavailable(e);
    }
  }

  static void leadTo(String address, Context context) {
    context.redirect(address, HttpStatus.SEE_OTHER);
  }
}

/** How are articles read from mail? */
package broadsheet.corpus.mail;

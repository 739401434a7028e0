/** What is in the archive? */
package broadsheet.web.corpus;

/** What is the archive made of? */
package broadsheet.web.corpus;

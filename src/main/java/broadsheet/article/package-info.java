/** What is an article? Records only; nothing here knows files, indexes or pages. */
package broadsheet.article;

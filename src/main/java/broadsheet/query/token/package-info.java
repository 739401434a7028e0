/** What do the marks and words in the text of a query stand for, one by one? */
package broadsheet.query.token;

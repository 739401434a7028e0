/** Who says what in an article? */
package broadsheet.names.quote;

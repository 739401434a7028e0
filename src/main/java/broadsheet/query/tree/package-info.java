/** What does a query's tree tell by itself, and what is made of its parts? */
package broadsheet.query.tree;

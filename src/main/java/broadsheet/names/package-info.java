/** Who and what is named in an article, and what is each of these names in the whole archive? */
package broadsheet.names;

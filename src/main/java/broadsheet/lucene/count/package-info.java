/** How many articles match, by facet and over time? */
package broadsheet.lucene.count;

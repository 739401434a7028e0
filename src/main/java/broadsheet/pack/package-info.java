/** How do the articles of a search become an archive of their own, for another machine? */
package broadsheet.pack;

/** How much is each collection used, without telling by whom and for what? */
package broadsheet.use;

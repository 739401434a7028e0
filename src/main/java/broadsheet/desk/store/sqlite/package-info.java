/** How is the desk of an index in a local folder kept? In SQLite databases beside the index. */
package broadsheet.desk.store.sqlite;
